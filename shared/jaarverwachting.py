"""What a yearly count will probably end on, before the year does. Pure.

The rate of what was measured goes on for the days that were not. The 90 % interval is that of a quasi-Poisson count:
the spread of the measured weeks widens it, Student's t allows for having seen few of them, and it is taken on the
scale of square roots because counts are skewed. Seasons are not modelled, and every forecast says so.
"""

from calendar import isleap
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import sqrt

from shared.contracts.escalatie import Jaarverwachting, Periodecijfer
from shared.statistiek import t_grens

MINST = 56
"""Days: there is no forecast from fewer than eight weeks."""
TWEEZIJDIG_90, NORMAAL_95 = 0.95, 1.645
KLEINSTE_SPREIDING = 0.8


@dataclass(frozen=True, slots=True)
class Meting:
    """One measured stretch: how many in how many days."""

    dagen: int
    aantal: int


def verwachting(jaar: int, metingen: Sequence[Meting]) -> Jaarverwachting | None:
    """Forecast the year; None from fewer than eight weeks, or from a single figure that is not the whole year."""
    dagen, aantal = sum(meting.dagen for meting in metingen), sum(meting.aantal for meting in metingen)
    rest = dagen_in(jaar) - dagen
    if dagen < MINST or (rest > 0 and len(metingen) < 2):
        return None
    nog = aantal / dagen * max(rest, 0)
    laag, hoog = _grenzen(metingen, nog, rest) if rest > 0 else (0.0, 0.0)
    return Jaarverwachting(
        jaar=jaar,
        tot_nu_toe=aantal,
        gemeten_dagen=dagen,
        verwacht=round(aantal + nog, 1),
        laag=round(aantal + laag, 1),
        hoog=round(aantal + hoog, 1),
    )


def metingen_uit_cijfers(jaar: int, perioden: Iterable[Periodecijfer]) -> list[Meting]:
    """Choose the figures that lie within the year; of overlapping ones the shortest, they say most."""
    binnen = [p for p in perioden if p.van.year == jaar == p.tot.year]
    gekozen: list[Periodecijfer] = []
    for periode in sorted(binnen, key=lambda p: (p.tot - p.van, p.van)):
        if all(periode.tot < ander.van or ander.tot < periode.van for ander in gekozen):
            gekozen.append(periode)
    return [Meting((p.tot - p.van).days + 1, p.aantal) for p in sorted(gekozen, key=lambda p: p.van)]


def dagen_in(jaar: int) -> int:
    """How many days a year has."""
    return 366 if isleap(jaar) else 365


def _grenzen(metingen: Sequence[Meting], nog: float, rest: int) -> tuple[float, float]:
    """Where what is still to come lies, nine times out of ten."""
    dagen, aantal = sum(meting.dagen for meting in metingen), sum(meting.aantal for meting in metingen)
    spreiding = _spreiding(metingen, aantal / dagen)
    keer = t_grens(TWEEZIJDIG_90, len(metingen) - 1) if spreiding > 1 else NORMAAL_95
    variantie = max(spreiding, KLEINSTE_SPREIDING) * (aantal + 0.5) / dagen * rest * (1 + rest / dagen)
    wortel = sqrt(nog)
    marge = keer * sqrt(variantie) / (2 * max(wortel, 0.5))
    return max(0.0, max(0.0, wortel - marge) ** 2 - 0.5), (wortel + marge) ** 2 + 0.5


def _spreiding(metingen: Sequence[Meting], per_dag: float) -> float:
    if not per_dag:
        return 1.0
    verwacht = [per_dag * meting.dagen for meting in metingen]
    som = sum((meting.aantal - mu) ** 2 / mu for meting, mu in zip(metingen, verwacht, strict=True))
    return som / (len(metingen) - 1)
