"""What must not stand in a text about a measure: anything by which a person can be recognised (LVS-2.2)."""

import re

from shared.facts import Fout, OngeldigeInvoer
from shared.maskering import masker

_AANSPREKING = re.compile(
    r"\b(?:dhr|mw|mevr|hr)\.?\s+[A-ZÀ-Þ]"
    r"|\b(?:de heer|mevrouw|meneer)\s+(?:(?:van|de|den|der|el|al|ter|ten)\s+)*[A-ZÀ-Þ]"
)


def weiger_herkenbaar(veld: str, tekst: str) -> str:
    """Return the text when nothing in it looks like a name, a number of a person or an address.

    Raises:
        OngeldigeInvoer: something does; the value is never repeated.
    """
    if masker(tekst) != tekst or _AANSPREKING.search(tekst):
        reden = "hier lijkt een naam, nummer of adres van iemand te staan; laat dat weg en beschrijf de situatie"
        raise OngeldigeInvoer(Fout(veld, reden))
    return tekst
