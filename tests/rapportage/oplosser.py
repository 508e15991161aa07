"""Whoever knows everything that is shown, calculates: the smallest and largest value of a number, exactly.

A simplex on fractions, over the months and kinds themselves; it knows nothing of flows, nor of how numbers were left
out. What is shown are equations, and no number is below zero.
"""

from collections.abc import Iterable, Mapping
from fractions import Fraction

Getal = tuple[str, str]
Rij = list[Fraction]


class Oplosser:
    """Knows equations: which cells add up to what."""

    def __init__(self, vergelijkingen: Iterable[tuple[frozenset[Getal], int]]) -> None:
        alles = list(vergelijkingen)
        self._bekend = frozenset(cel for delen, _ in alles for cel in delen)
        """Of which something is known; any other may be anything."""
        self._cellen = sorted(self._bekend)
        rijen = [[Fraction(cel in delen) for cel in self._cellen] + [Fraction(som)] for delen, som in alles]
        self._rijen = [rij if rij[-1] >= 0 else [-cel for cel in rij] for rij in _zonder_dubbel(rijen)]

    def grenzen(self, delen: frozenset[Getal]) -> tuple[Fraction, Fraction | None]:
        """Return between what a sum of cells lies; None: it may be anything above."""
        if not delen <= self._bekend:
            laag = self.grenzen(delen & self._bekend)[0] if delen & self._bekend else Fraction(0)
            return laag, None
        doel = [Fraction(cel in delen) for cel in self._cellen]
        laag = self._laagste(doel)
        hoog = self._laagste([-waarde for waarde in doel])
        assert laag is not None
        return laag, None if hoog is None else -hoog

    def _laagste(self, doel: Rij) -> Fraction | None:
        """Two phases: find a solution at all (all of the extra ones away), then go down."""
        tabel, basis = self._begin()
        n = len(self._cellen)
        kosten = [Fraction(0)] * n + [Fraction(1)] * len(tabel) + [Fraction(0)]
        assert _ga_omlaag(tabel, basis, kosten, n + len(tabel)) == 0, "what is shown contradicts itself"
        for nummer, b in enumerate(basis):
            if b >= n and (kolom := next((k for k in range(n) if tabel[nummer][k]), None)) is not None:
                _draai(tabel, basis, nummer, kolom)
        return _ga_omlaag(tabel, basis, [*doel, *[Fraction(0)] * (len(tabel) + 1)], n)

    def _begin(self) -> tuple[list[Rij], list[int]]:
        m, n = len(self._rijen), len(self._cellen)
        extra = [[Fraction(i == j) for j in range(m)] for i in range(m)]
        return [[*rij[:n], *extra[i], rij[n]] for i, rij in enumerate(self._rijen)], [n + i for i in range(m)]


def _zonder_dubbel(rijen: list[Rij]) -> list[Rij]:
    """Keep as many equations as say something new (Gauss)."""
    rest, over = rijen, []
    while rest:
        spil = rest[0]
        kolom = next((k for k, cel in enumerate(spil[:-1]) if cel), None)
        assert kolom is not None or not spil[-1], "what is shown contradicts itself"
        if kolom is not None:
            over.append(spil)
        rest = [
            rij
            if kolom is None or not rij[kolom]
            else [cel - rij[kolom] / spil[kolom] * van for cel, van in zip(rij, spil, strict=True)]
            for rij in rest[1:]
        ]
    return over


def _ga_omlaag(tabel: list[Rij], basis: list[int], kosten: Rij, kolommen: int) -> Fraction | None:
    """Minimise over the first `kolommen` (Bland's rule: never in circles); None: there is no smallest."""
    while True:
        rest = _verschil(tabel, basis, kosten)
        kolom = next((k for k in range(kolommen) if rest[k] < 0), None)
        if kolom is None:
            return -rest[-1]
        kan = [(rij[-1] / rij[kolom], basis[i], i) for i, rij in enumerate(tabel) if rij[kolom] > 0]
        if not kan:
            return None
        _draai(tabel, basis, min(kan)[2], kolom)


def _verschil(tabel: list[Rij], basis: list[int], kosten: Rij) -> Rij:
    rest = list(kosten)
    for rij, b in zip(tabel, basis, strict=True):
        if kosten[b]:
            rest = [waarde - kosten[b] * cel for waarde, cel in zip(rest, rij, strict=True)]
    return rest


def _draai(tabel: list[Rij], basis: list[int], nummer: int, kolom: int) -> None:
    deler = tabel[nummer][kolom]
    tabel[nummer] = [cel / deler for cel in tabel[nummer]]
    for ander, rij in enumerate(tabel):
        if ander != nummer and rij[kolom]:
            keer = rij[kolom]
            tabel[ander] = [cel - keer * van for cel, van in zip(rij, tabel[nummer], strict=True)]
    basis[nummer] = kolom


def vergelijkingen(
    getoond: Mapping[Getal, int | None], delen: Mapping[Getal, frozenset[Getal]]
) -> list[tuple[frozenset[Getal], int]]:
    """What is shown, as equations over the cells of which each number is the sum."""
    return [(delen[getal], waarde) for getal, waarde in getoond.items() if waarde is not None]
