"""Tables for everybody: counted, shielded so that nobody is recognised, published once and for good."""

from services.rapportage.openbaar.afscherming import (
    NA_TE_REKENEN,
    REGELVERSIE,
    ZONDER_NULLEN,
    Eerder,
    met_nullen,
    scherm_af,
)
from services.rapportage.openbaar.kwartaal import Kwartaal, lees_kwartaal
from services.rapportage.openbaar.opening import Ligging, ligging
from services.rapportage.openbaar.opmaak import NIET_GETOOND, als_csv, als_tabel, als_werkblad, lees_csv, zoals_nu
from services.rapportage.openbaar.tabel import Tabel, tel
from services.rapportage.openbaar.tijdvak import Jaar, Tijdvak, lees_tijdvak

__all__ = [
    "NA_TE_REKENEN",
    "NIET_GETOOND",
    "REGELVERSIE",
    "ZONDER_NULLEN",
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
    "met_nullen",
    "scherm_af",
    "tel",
    "zoals_nu",
]
