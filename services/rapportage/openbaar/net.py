"""The left-out numbers of a table as ways between its rows and columns: how far can each change, unseen?"""

from collections.abc import Iterator
from dataclasses import dataclass
from heapq import heappop, heappush

from services.rapportage.openbaar.tabel import Plek, Tabel

EINDELOOS = 10**9
_DUUR = 10**6
Knoop = tuple[str, int]
"""A row or a column, with its number."""


@dataclass(frozen=True)
class Net:
    """The left-out numbers as ways between rows and columns; how much may pass is how far each can change."""

    tabel: Tabel
    waarden: dict[Plek, int]
    weg: set[Plek]

    def stroom(self, van: Knoop, naar: Knoop) -> int:
        """Return how much can flow; EINDELOOS where nothing bounds it."""
        ruimte = self._ruimte()
        samen = 0
        while route := _route(ruimte, van, naar):
            past = min(ruimte[stap] for stap in route)
            if past >= EINDELOOS:
                return EINDELOOS
            for begin, eind in route:
                ruimte[begin, eind] -= past
                ruimte[eind, begin] = ruimte.get((eind, begin), 0) + past
            samen += past
        return samen

    def goedkoopste(self, van: Knoop, naar: Knoop, nodig: int, weg: set[Plek]) -> list[Plek]:
        """Return the numbers on the cheapest way with that much room; those in `weg` cost nothing. Empty: no way."""
        ruimte = self._ruimte()
        gezien: dict[Knoop, list[Plek]] = {}
        wachtend: list[tuple[int, Knoop, list[Plek]]] = [(0, van, [])]
        while wachtend and naar not in gezien:
            tot_hier, knoop, route = heappop(wachtend)
            if knoop in gezien:
                continue
            gezien[knoop] = route
            for volgende in _verder(ruimte, knoop, nodig):
                plek = _plek(knoop, volgende)
                erbij = 0 if plek in weg else prijs(self.tabel, self.waarden, plek)
                heappush(wachtend, (tot_hier + erbij, volgende, [*route, plek]))
        return gezien.get(naar, [])

    def _ruimte(self) -> dict[tuple[Knoop, Knoop], int]:
        ruimte = {}
        for plek in self.weg:
            rij, kolom = ("rij", plek[0]), ("kolom", plek[1])
            groter, kleiner = (rij, kolom), (kolom, rij)
            if tegengesteld(self.tabel, plek):
                groter, kleiner = kleiner, groter
            ruimte[groter], ruimte[kleiner] = EINDELOOS, self.waarden[plek]
        return ruimte


def prijs(tabel: Tabel, waarden: dict[Plek, int], plek: Plek) -> int:
    """Say what leaving out a number costs: a total tells most, a zero hides nothing."""
    totaal = plek[0] == len(tabel.rijen) - 1 or plek[1] == len(tabel.kolommen) - 1
    return 1 + waarden[plek] + (_DUUR if totaal or not waarden[plek] else 0)


def tegengesteld(tabel: Tabel, plek: Plek) -> bool:
    """Say whether a number stands on the other side of the sum: a total of a row or of a column, but not of all."""
    return (plek[0] == len(tabel.rijen) - 1) != (plek[1] == len(tabel.kolommen) - 1)


def _route(ruimte: dict[tuple[Knoop, Knoop], int], van: Knoop, naar: Knoop) -> list[tuple[Knoop, Knoop]]:
    """Return the shortest way along which something can still flow; empty where there is none."""
    vandaan: dict[Knoop, Knoop] = {van: van}
    rij = [van]
    for knoop in rij:
        for volgende in _verder(ruimte, knoop):
            if volgende not in vandaan:
                vandaan[volgende] = knoop
                rij.append(volgende)
    return list(_terug(vandaan, van, naar)) if naar in vandaan else []


def _verder(ruimte: dict[tuple[Knoop, Knoop], int], knoop: Knoop, nodig: int = 1) -> Iterator[Knoop]:
    return (eind for (begin, eind), past in ruimte.items() if begin == knoop and past >= nodig)


def _plek(een: Knoop, ander: Knoop) -> Plek:
    return (een[1], ander[1]) if een[0] == "rij" else (ander[1], een[1])


def _terug(vandaan: dict[Knoop, Knoop], van: Knoop, naar: Knoop) -> Iterator[tuple[Knoop, Knoop]]:
    while naar != van:
        yield vandaan[naar], naar
        naar = vandaan[naar]
