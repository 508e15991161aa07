"""Tables as files: CSV, ODS, XLSX and JSON, of which no cell can run as a formula."""

from shared.werkblad.bestand import BESTANDEN, Formaat, bestand_antwoord
from shared.werkblad.blad import Cel, Werkblad, onschadelijk
from shared.werkblad.kantoor import als_ods, als_xlsx
from shared.werkblad.tekst import als_csv, als_json

__all__ = [
    "BESTANDEN",
    "Cel",
    "Formaat",
    "Werkblad",
    "als_csv",
    "als_json",
    "als_ods",
    "als_xlsx",
    "bestand_antwoord",
    "onschadelijk",
]
