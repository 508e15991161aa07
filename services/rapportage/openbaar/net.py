"""The left-out numbers as ways between sums: how far can each change, and what is cheapest to leave out? Pure."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from heapq import heappop, heappush

from services.rapportage.openbaar.verband import Getal, Knoop, Verband

EINDELOOS = 10**9
_DUUR = 10**6


@dataclass(frozen=True)
class Net:
    """Numbers as ways between sums; how much may pass is how far each can change."""

    verband: Verband
    weg: frozenset[Getal]

    def stroom(self, van: Knoop, naar: Knoop) -> int:
        """Return how much can flow; EINDELOOS where nothing bounds it."""
        ruimte: dict[Knoop, dict[Knoop, int]] = {}
        for getal in self.weg:
            for begin, eind, past in self._wegen(getal):
                uit = ruimte.setdefault(begin, {})
                uit[eind] = min(EINDELOOS, uit.get(eind, 0) + past)
                ruimte.setdefault(eind, {}).setdefault(begin, 0)
        samen = 0
        while (route := _route(ruimte, van, naar)) and samen < EINDELOOS:
            past = min(ruimte[begin][eind] for begin, eind in route)
            for begin, eind in route:
                ruimte[begin][eind] -= past
                ruimte[eind][begin] = min(EINDELOOS, ruimte[eind][begin] + past)
            samen += past
        return min(samen, EINDELOOS)

    def goedkoopste(self, van: Knoop, naar: Knoop, nodig: int, gratis: Iterable[Getal]) -> list[Getal]:
        """Return the numbers on the cheapest way with that much room; those in `gratis` cost nothing. Empty: no way."""
        niets = set(gratis)
        gezien: dict[Knoop, list[Getal]] = {}
        wachtend: list[tuple[int, Knoop, list[Getal]]] = [(0, van, [])]
        while wachtend and naar not in gezien:
            tot_hier, knoop, route = heappop(wachtend)
            if knoop in gezien:
                continue
            gezien[knoop] = route
            for getal, eind, past in self._vanaf.get(knoop, ()):
                if past >= nodig:
                    erbij = 0 if getal in niets else prijs(self.verband, getal)
                    heappush(wachtend, (tot_hier + erbij, eind, [*route, getal]))
        return gezien.get(naar, [])

    @cached_property
    def _vanaf(self) -> dict[Knoop, list[tuple[Getal, Knoop, int]]]:
        vanaf: dict[Knoop, list[tuple[Getal, Knoop, int]]] = {}
        for getal in sorted(self.weg):
            for begin, eind, past in self._wegen(getal):
                vanaf.setdefault(begin, []).append((getal, eind, past))
        return vanaf

    def _wegen(self, getal: Getal) -> Iterator[tuple[Knoop, Knoop, int]]:
        """One way in which it becomes larger, without end; the other in which it becomes smaller, down to nothing."""
        begin, eind = self.verband.einden(getal)
        yield begin, eind, EINDELOOS
        yield eind, begin, self.verband.waarden[getal]


def prijs(verband: Verband, getal: Getal) -> int:
    """Say what leaving out a number costs: a total tells most, a zero hides nothing."""
    waarde = verband.waarden[getal]
    return 1 + waarde + (_DUUR if verband.is_totaal(getal) or not waarde else 0)


def _route(ruimte: dict[Knoop, dict[Knoop, int]], van: Knoop, naar: Knoop) -> list[tuple[Knoop, Knoop]]:
    """Return the shortest way along which something can still flow; empty where there is none."""
    vandaan: dict[Knoop, Knoop] = {van: van}
    rij = [van]
    for knoop in rij:
        for volgende, past in ruimte.get(knoop, {}).items():
            if past > 0 and volgende not in vandaan:
                vandaan[volgende] = knoop
                rij.append(volgende)
    return list(_terug(vandaan, van, naar)) if naar in vandaan else []


def _terug(vandaan: dict[Knoop, Knoop], van: Knoop, naar: Knoop) -> Iterator[tuple[Knoop, Knoop]]:
    while naar != van:
        yield vandaan[naar], naar
        naar = vandaan[naar]
