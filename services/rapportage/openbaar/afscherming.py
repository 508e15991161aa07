"""Which numbers of a table are left out so that no small number can be found, not by calculating either. Pure.

What `regel` leaves out is left out, also for who knows that rule. What was published by an earlier version of it, or
below another threshold, did not: beside such a table others are left out as well, until whoever knows the rest and
everything that was published before still has each small number open as a possibility.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from services.rapportage.openbaar.net import Net, prijs
from services.rapportage.openbaar.regel import dichte_maanden, dichte_soorten
from services.rapportage.openbaar.tabel import Plek, Tabel
from services.rapportage.openbaar.verband import Getal, Knoop, Verband, getallen, verband

REGELVERSIE = "afscherming-4"
"""Raise it when the same counts would be shown otherwise: what was published says by which rules."""
ZONDER_NULLEN = "afscherming-3"
"""The version before: the same rules, and in a row that adds up to nothing its parts left out."""
NA_TE_REKENEN = frozenset({ZONDER_NULLEN, REGELVERSIE})
"""By which versions a table can be made again."""


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


def scherm_af(tabel: Tabel, drempel: int, eerder: Sequence[Eerder] = (), *, van_kwartalen: bool = False) -> Tabel:
    """Leave out every small number, and as many others as that takes beside what was published before.

    `van_kwartalen`: its columns are quarters, each of which has a table of its own or may have one later.
    """
    opgave = _opgave(tabel, drempel, eerder)
    open_ = opgave.verband.waarden.keys() - opgave.bekend - opgave.eigen  # of no table, or left out before
    volgens_regel = _per_kwartaal if van_kwartalen else _kwartaal
    weg = opgave.eigen & {_getal(tabel, plek) for plek in volgens_regel(tabel, drempel, _Eerst(eerder, opgave.bekend))}
    weg |= opgave.eigen & opgave.klein.keys()
    while tekort := next(_tekorten(opgave, frozenset(open_ | weg)), None):
        if weg == opgave.eigen:
            break  # nothing of this table is shown, so it gives nothing away
        weg |= _erbij(opgave, frozenset(open_ | weg), weg, tekort)
    return tabel.zonder(plek for plek in tabel.plekken if _getal(tabel, plek) in weg)


def met_nullen(tabel: Tabel) -> Tabel:
    """Show every part of a row of which the total is shown and is 0: it tells nothing, for it follows from that total.

    Not of rounded numbers: a 0 there can be a small number.
    """
    return replace(tabel, getallen=tuple(rij if rij[-1] != 0 else (0,) * len(rij) for rij in tabel.getallen))


def speling(samen: Verband, weg: frozenset[Getal], getal: Getal) -> tuple[int, int]:
    """Return the smallest and the largest value that a left-out number can have for whoever sees the rest."""
    net, (van, naar) = Net(samen, weg - {getal}), samen.einden(getal)
    waarde = samen.waarden[getal]
    return max(0, waarde - net.stroom(van, naar)), waarde + net.stroom(naar, van)


@dataclass(frozen=True)
class _Eerst:
    """What was said before of the totals of quarters: it stays so."""

    eerder: Sequence[Eerder]
    bekend: frozenset[Getal]

    def dicht(self, tabel: Tabel, kolom: int, drempel: int) -> frozenset[int]:
        """Return which rows of a column of totals are left out, now or before."""
        code = tabel.codes[kolom]
        if any(code in een.vol.codes for een in self.eerder):
            return frozenset(nummer for nummer, rij in enumerate(tabel.rijen) if (rij, code) not in self.bekend)
        return dichte_soorten([rij[kolom] or 0 for rij in tabel.getallen[:-1]], drempel)


def _kwartaal(tabel: Tabel, drempel: int, eerst: _Eerst) -> Iterator[Plek]:
    laatste = len(tabel.kolommen) - 1
    dicht = eerst.dicht(tabel, laatste, drempel)
    yield from ((rij, laatste) for rij in dicht)
    yield from dichte_maanden([[getal or 0 for getal in rij[:-1]] for rij in tabel.getallen[:-1]], dicht, drempel)


def _per_kwartaal(tabel: Tabel, drempel: int, eerst: _Eerst) -> Iterator[Plek]:
    """What its quarters leave out, and each sum of which a part is left out."""
    laatste = len(tabel.kolommen) - 1
    for kolom in range(laatste):
        for rij in eerst.dicht(tabel, kolom, drempel):
            yield rij, kolom
            yield rij, laatste


def _getal(tabel: Tabel, plek: Plek) -> Getal:
    return tabel.rijen[plek[0]], tabel.codes[plek[1]]


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
