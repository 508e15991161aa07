"""Tables for everybody: counted, shielded so that nobody is recognised, published once and for good."""

from services.rapportage.openbaar.afscherming import REGELVERSIE, Eerder, scherm_af
from services.rapportage.openbaar.kwartaal import Kwartaal, lees_kwartaal
from services.rapportage.openbaar.opening import Ligging, ligging
from services.rapportage.openbaar.opmaak import NIET_GETOOND, als_csv, als_tabel, als_werkblad, lees_csv
from services.rapportage.openbaar.tabel import Tabel, tel
from services.rapportage.openbaar.tijdvak import Jaar, Tijdvak, lees_tijdvak

__all__ = [
    "NIET_GETOOND",
    "REGELVERSIE",
    "Eerder",
    "Jaar",
    "Kwartaal",
    "Ligging",
    "Tabel",
    "Tijdvak",
    "als_csv",
    "als_tabel",
    "als_werkblad",
    "lees_csv",
    "lees_kwartaal",
    "lees_tijdvak",
    "ligging",
    "scherm_af",
    "tel",
]
