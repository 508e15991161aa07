"""What a paper is made of, on screen and in print: parts with sentences and tables."""

from collections.abc import Sequence
from typing import Any

Tabel = dict[str, Any]
"""`bijschrift`, `koppen`, `rijen`."""
Deel = dict[str, Any]
"""`kop`, `zinnen`, `tabellen`."""


def tabel(bijschrift: str, koppen: Sequence[str], rijen: Sequence[Sequence[str]]) -> Tabel:
    """Make a table."""
    return {"bijschrift": bijschrift, "koppen": list(koppen), "rijen": [list(rij) for rij in rijen]}


def deel(kop: str, tabellen: Sequence[Tabel] = (), zinnen: Sequence[str] = ()) -> Deel:
    """Make a part."""
    return {"kop": kop, "zinnen": list(zinnen), "tabellen": list(tabellen)}
