"""A week beside the weeks before it: is it more or less than is usual here? Pure.

Method. The weeks before vary more than chance alone, so their spread is estimated (Pearson) and the band takes
Student's t with one degree of freedom less than there are weeks; it is taken on the scale of square roots because
counts are skewed. It is of 90 percent: a week like those before lies in it nine times out of ten.
`tests/rapportage/test_vergelijken.py` simulates that it covers what it says. With fewer than four weeks there is none.
"""

from collections.abc import Sequence
from math import ceil, floor, sqrt
from typing import NamedTuple

from services.rapportage.beeld import Vorm, Weekvak
from shared.statistiek import t_grens

ERVOOR, MINST = 8, 4
"""How many weeks before it a week is compared with, and with how few there is no comparison."""
TWEEZIJDIG_90, NORMAAL_95 = 0.95, 1.645
_SCHUIF = 3 / 8
"""Anscombe: with it the square root of a count spreads evenly, also of a small one."""
MEER, GEWOON, MINDER = "meer dan gewoon", "zoals gewoon", "minder dan gewoon"
TE_WEINIG, LOOPT_NOG = "te weinig weken om te vergelijken", "deze week loopt nog"


class Weekrij(Weekvak):
    """How many in one week; `gemeten`: whether anything had been reported here by then."""

    gemeten: bool
    meldingen: int
    incidenten: int


class Vergelijking(Vorm):
    """The week shown against the weeks before it. `laag` to `hoog`: what is usual, nine weeks out of ten.

    `zelfde_moment`: the mean of those weeks up to the same moment of the week; None where the week is over.
    """

    weken: int
    gemiddeld: float | None
    laag: int | None
    hoog: int | None
    zelfde_moment: float | None
    oordeel: str


class Band(NamedTuple):
    """What is usual: whole numbers, both included."""

    laag: int
    hoog: int


def vergelijk(aantal: int, ervoor: Sequence[int], *, volledig: bool, zelfde_moment: Sequence[int] = ()) -> Vergelijking:
    """Hold a count against those of the weeks before; `zelfde_moment`: what these had at this point of the week."""
    gewoon = band(ervoor)
    return Vergelijking(
        weken=len(ervoor),
        gemiddeld=gemiddelde(ervoor),
        laag=gewoon.laag if gewoon else None,
        hoog=gewoon.hoog if gewoon else None,
        zelfde_moment=None if volledig else gemiddelde(zelfde_moment),
        oordeel=_oordeel(aantal, gewoon, volledig=volledig),
    )


def gemiddelde(aantallen: Sequence[int]) -> float | None:
    """Return the mean, rounded to a tenth; None of fewer than four weeks."""
    return round(sum(aantallen) / len(aantallen), 1) if len(aantallen) >= MINST else None


def band(aantallen: Sequence[int]) -> Band | None:
    """Return between which counts a next week lies nine times out of ten; None of fewer than four weeks."""
    n = len(aantallen)
    if n < MINST:
        return None
    midden = sum(aantallen) / n
    spreiding = _spreiding(aantallen, midden)
    keer = t_grens(TWEEZIJDIG_90, n - 1) if spreiding > 1 else NORMAAL_95
    marge, wortel = keer * sqrt(spreiding * (1 + 1 / n)) / 2, sqrt(midden + _SCHUIF)
    laag = max(0.0, max(0.0, wortel - marge) ** 2 - _SCHUIF)
    return Band(ceil(laag), floor((wortel + marge) ** 2 - _SCHUIF))


def _spreiding(aantallen: Sequence[int], midden: float) -> float:
    """Variance over mean, but never less than that of pure chance."""
    if not midden:
        return 1.0
    return max(1.0, sum((aantal - midden) ** 2 for aantal in aantallen) / (len(aantallen) - 1) / midden)


def _oordeel(aantal: int, gewoon: Band | None, *, volledig: bool) -> str:
    """A week that is not over can be too much already, but not yet too little."""
    if gewoon is None:
        return TE_WEINIG
    if aantal > gewoon.hoog:
        return MEER
    if not volledig:
        return LOOPT_NOG
    return MINDER if aantal < gewoon.laag else GEWOON
