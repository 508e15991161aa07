"""Tables for everybody: counted, shielded so that nobody is recognised, published once and for good."""

from services.rapportage.openbaar.afscherming import scherm_af
from services.rapportage.openbaar.kwartaal import Kwartaal, lees_kwartaal
from services.rapportage.openbaar.opmaak import als_csv, lees_csv
from services.rapportage.openbaar.tabel import Tabel, tel

__all__ = ["Kwartaal", "Tabel", "als_csv", "lees_csv", "lees_kwartaal", "scherm_af", "tel"]
