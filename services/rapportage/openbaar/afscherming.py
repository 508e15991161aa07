"""Which numbers of a table are left out so that no small number can be found, not by calculating either. Pure.

A number from 1 up to `drempel` - 1 is left out. Because months and kinds add up, others are left out with it, until
whoever knows the rest, and every table that was published before, still has each small number open as a possibility.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from services.rapportage.openbaar.net import Net, prijs
from services.rapportage.openbaar.tabel import Tabel
from services.rapportage.openbaar.verband import Getal, Knoop, Verband, getallen, verband

REGELVERSIE = "afscherming-2"
"""Raise it when the same counts would be shown otherwise: what was published says by which rules."""


@dataclass(frozen=True)
class Eerder:
    """A table that everybody has: whole, as it was shown, and which numbers were small then."""

    vol: Tabel
    getoond: Tabel
    drempel: int


@dataclass(frozen=True)
class _Opgave:
    """What must stay unknown (each below its own threshold), what everybody knows, and what may still be left out."""

    verband: Verband
    klein: dict[Getal, int]
    bekend: frozenset[Getal]
    eigen: frozenset[Getal]


@dataclass(frozen=True)
class _Tekort:
    """A small number that cannot move far enough one way: from which sum to which, and how much is missing."""

    getal: Getal
    van: Knoop
    naar: Knoop
    nodig: int


def scherm_af(tabel: Tabel, drempel: int, eerder: Sequence[Eerder] = ()) -> Tabel:
    """Leave out every small number, and as many others as that takes beside what was published before."""
    opgave = _opgave(tabel, drempel, eerder)
    open_ = opgave.verband.waarden.keys() - opgave.bekend - opgave.eigen  # of no table, or left out before
    weg = opgave.eigen & opgave.klein.keys()
    while tekort := next(_tekorten(opgave, frozenset(open_ | weg)), None):
        if weg == opgave.eigen:
            break  # nothing of this table is shown, so it gives nothing away
        weg |= _erbij(opgave, frozenset(open_ | weg), weg, tekort)
    return tabel.zonder(plek for plek in tabel.plekken if (tabel.rijen[plek[0]], tabel.codes[plek[1]]) in weg)


def speling(samen: Verband, weg: frozenset[Getal], getal: Getal) -> tuple[int, int]:
    """Return the smallest and the largest value that a left-out number can have for whoever sees the rest."""
    net, (van, naar) = Net(samen, weg - {getal}), samen.einden(getal)
    waarde = samen.waarden[getal]
    return max(0, waarde - net.stroom(van, naar)), waarde + net.stroom(naar, van)


def _opgave(tabel: Tabel, drempel: int, eerder: Sequence[Eerder]) -> _Opgave:
    samen = verband([tabel, *(een.vol for een in eerder)])
    bekend = {getal for een in eerder for getal, waarde in _getoond(een.getoond, samen).items() if waarde is not None}
    bekend |= _getoond(tabel, samen).keys() - getallen(tabel).keys()
    klein = {getal: een.drempel for een in eerder for getal in _klein(een.vol, een.drempel)}
    klein |= {getal: max(drempel, klein.get(getal, 0)) for getal in _klein(tabel, drempel)}
    return _Opgave(
        samen,
        {getal: grens for getal, grens in klein.items() if getal not in bekend},
        frozenset(bekend),
        frozenset(getallen(tabel).keys() - bekend),
    )


def _getoond(tabel: Tabel, samen: Verband) -> dict[Getal, int | None]:
    """What a table says; that it has no row of some kind says that there was nothing of it."""
    rijen = {rij for rij, _ in samen.waarden}
    nul: dict[Getal, int | None] = {(rij, code): 0 for rij in rijen for code in tabel.codes}
    return nul | getallen(tabel)


def _klein(tabel: Tabel, drempel: int) -> set[Getal]:
    return {getal for getal, waarde in getallen(tabel).items() if waarde is not None and 0 < waarde < drempel}


def _tekorten(opgave: _Opgave, weg: frozenset[Getal]) -> Iterator[_Tekort]:
    for getal, drempel in sorted(opgave.klein.items()):
        laag, hoog = speling(opgave.verband, weg, getal)
        (van, naar), waarde = opgave.verband.einden(getal), opgave.verband.waarden[getal]
        if hoog < drempel - 1:
            yield _Tekort(getal, naar, van, drempel - 1 - waarde)
        if laag > 1:
            yield _Tekort(getal, van, naar, waarde - 1)


def _erbij(opgave: _Opgave, open_: frozenset[Getal], weg: frozenset[Getal], tekort: _Tekort) -> frozenset[Getal]:
    """Choose what else is left out: the cheapest way around that gives the room, or else a little room, or anything."""
    for ruimte in (tekort.nodig, 1):
        net = Net(opgave.verband, (open_ | opgave.eigen) - {tekort.getal})
        erbij = frozenset(net.goedkoopste(tekort.van, tekort.naar, ruimte, open_)) - open_
        if erbij:
            return erbij
    over = [(prijs(opgave.verband, getal), getal) for getal in opgave.eigen - weg]
    return frozenset({min(over)[1]})
