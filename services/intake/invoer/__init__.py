"""Files in: somebody's CSV, by a veldkaart that maps their columns to our fields."""

from services.intake.invoer.bestand import BestandFout, tel_regels
from services.intake.invoer.formaten import Formaat
from services.intake.invoer.importeer import Invoer, Uitslag, importeer
from services.intake.invoer.signalen import signalen_kaart
from services.intake.invoer.veldkaart import Veldkaart, VeldkaartFout, laad_veldkaart

__all__ = [
    "BestandFout",
    "Formaat",
    "Invoer",
    "Uitslag",
    "Veldkaart",
    "VeldkaartFout",
    "importeer",
    "laad_veldkaart",
    "signalen_kaart",
    "tel_regels",
]
