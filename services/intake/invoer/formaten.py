"""Which reader a file wants: by what somebody says it is, else by the ending of its name."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Literal

from services.intake.invoer.bestand import Gevonden, lees_bestand
from services.intake.invoer.blad import SOORTEN, lees_blad
from services.intake.invoer.signalen import lees_signalen
from services.intake.invoer.veldkaart import Bestand

Formaat = Literal["eigen", "signalen"]
Lezer = Callable[[Path, Bestand], tuple[list[str], Iterator[Gevonden]]]


def lezer_voor(pad: Path, formaat: Formaat) -> Lezer:
    """Give what reads it: heading first, then records."""
    if formaat == "signalen":
        return lees_signalen
    return lees_blad if pad.suffix.lower() in SOORTEN else lees_bestand
