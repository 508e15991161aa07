"""Which numbers of a table are left out so that no small number can be found, not by calculating either.

A number from 1 up to `drempel` - 1 is left out. Because rows and columns add up to their totals, others are left out
with it, until whoever knows the rest still has every small number open as a possibility. How far a left-out number
can move while everything shown stays true is the largest flow around it through the other left-out numbers: each step
along a row that makes one larger makes another smaller, and nothing becomes negative.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from services.rapportage.openbaar.net import Knoop, Net, prijs, tegengesteld
from services.rapportage.openbaar.tabel import Plek, Tabel


def scherm_af(tabel: Tabel, drempel: int) -> Tabel:
    """Leave out every small number, and as many others as that takes."""
    waarden = {plek: _getal(tabel, plek) for plek in tabel.plekken}
    klein = {plek for plek, getal in waarden.items() if 0 < getal < drempel}
    weg = set(klein)
    while tekort := next(_tekorten(tabel, waarden, weg, sorted(klein), drempel), None):
        weg |= _erbij(tabel, waarden, weg, tekort)
    return tabel.zonder(weg)


@dataclass(frozen=True)
class _Tekort:
    """A small number that cannot move far enough one way: between which row and column, and how much is missing."""

    plek: Plek
    van: Knoop
    naar: Knoop
    nodig: int


def _tekorten(
    tabel: Tabel, waarden: dict[Plek, int], weg: set[Plek], klein: Sequence[Plek], drempel: int
) -> Iterator[_Tekort]:
    for plek in klein:
        laag, hoog = speling(tabel, waarden, weg, plek)
        omhoog, omlaag = _einden(tabel, plek)
        if hoog < drempel - 1:
            yield _Tekort(plek, *omhoog, drempel - 1 - waarden[plek])
        if laag > 1:
            yield _Tekort(plek, *omlaag, waarden[plek] - 1)


def speling(tabel: Tabel, waarden: dict[Plek, int], weg: set[Plek], plek: Plek) -> tuple[int, int]:
    """Return the smallest and the largest value that a left-out number can have for whoever sees the rest."""
    net = Net(tabel, waarden, weg - {plek})
    omhoog, omlaag = _einden(tabel, plek)
    return max(0, waarden[plek] - net.stroom(*omlaag)), waarden[plek] + net.stroom(*omhoog)


def _einden(tabel: Tabel, plek: Plek) -> tuple[tuple[Knoop, Knoop], tuple[Knoop, Knoop]]:
    """Return from where to where the others must give way for this number to become larger, and smaller."""
    rij, kolom = ("rij", plek[0]), ("kolom", plek[1])
    return ((rij, kolom), (kolom, rij)) if tegengesteld(tabel, plek) else ((kolom, rij), (rij, kolom))


def _erbij(tabel: Tabel, waarden: dict[Plek, int], weg: set[Plek], tekort: _Tekort) -> set[Plek]:
    """Choose what else is left out: the cheapest way around that gives the room, or else a little room, or anything."""
    for ruimte in (tekort.nodig, 1):
        net = Net(tabel, waarden, set(tabel.plekken) - {tekort.plek})
        erbij = set(net.goedkoopste(tekort.van, tekort.naar, ruimte, weg)) - weg
        if erbij:
            return erbij
    over = [(prijs(tabel, waarden, plek), plek) for plek in tabel.plekken if plek not in weg]
    return {min(over)[1]}


def _getal(tabel: Tabel, plek: Plek) -> int:
    getal = tabel.getallen[plek[0]][plek[1]]
    if getal is None:
        raise ValueError("a number was left out already")
    return getal
