"""Whether weekly counts rise or fall, with an interval that covers what it says. Pure.

Method. A log-linear (quasi-Poisson) regression of the count of each whole week on its number: counts vary more when
they are higher, and weekly counts of nuisance vary more than chance alone, so the spread is estimated from the data
(Pearson) and the interval takes Student's t with two degrees of freedom less than there are weeks. The interval is of
90 percent; `tests/rapportage/test_trend.py` simulates that it covers the true change in 85 to 95 of 100 quarters. With
fewer than eight weeks or fewer than twenty counts in all there is none: it would promise more than it can hold.
"""

from collections.abc import Sequence
from math import exp, fsum, log, sqrt

from services.rapportage.beeld import Vorm
from shared.statistiek import t_grens

MINSTE_WEKEN, MINSTE_AANTAL = 8, 20
DEKKING = 0.9
_STAPPEN = 30
"""Of Newton's method: far more than it needs."""
_STEILST = 8.0
"""On the log scale, from the middle to the end: steeper is no trend but one week with everything in it."""


class Trend(Vorm):
    """Change per week as a share: 0.05 is five percent more each week. `laag` to `hoog`: the 90 percent interval."""

    weken: int
    aantal: int
    per_week: float | None
    laag: float | None
    hoog: float | None
    dekking: float = DEKKING
    conclusie: str


def trend(aantallen: Sequence[int]) -> Trend:
    """Estimate the change per week of the counts of whole weeks in a row."""
    weken, aantal = len(aantallen), sum(aantallen)
    gevonden = _helling(aantallen) if weken >= MINSTE_WEKEN and aantal >= MINSTE_AANTAL else None
    if gevonden is None:
        conclusie = "te weinig weken of aantallen om iets over een trend te zeggen"
        return Trend(weken=weken, aantal=aantal, per_week=None, laag=None, hoog=None, conclusie=conclusie)
    per_week, laag, hoog = (round(exp(waarde) - 1, 4) for waarde in gevonden)
    conclusie = _conclusie(laag, hoog)
    return Trend(weken=weken, aantal=aantal, per_week=per_week, laag=laag, hoog=hoog, conclusie=conclusie)


def _conclusie(laag: float, hoog: float) -> str:
    if laag > 0:
        return "gestegen"
    return "gedaald" if hoog < 0 else "geen duidelijke stijging of daling"


def _helling(aantallen: Sequence[int]) -> tuple[float, float, float] | None:
    """Return the slope per week on the log scale with its interval; None where everything is in a week or two."""
    n = len(aantallen)
    schaal = (n - 1) / 2
    week = [nummer / schaal - 1 for nummer in range(n)]
    begin, helling = log(sum(aantallen) / n), 0.0
    for _ in range(_STAPPEN):
        stap_begin, stap_helling = _stap(week, aantallen, [exp(begin + helling * x) for x in week])
        begin, helling = begin + stap_begin, helling + stap_helling
        if abs(helling) > _STEILST:
            return None
    mu = [exp(begin + helling * x) for x in week]
    spreiding = fsum((y - m) ** 2 / m for y, m in zip(aantallen, mu, strict=True)) / (n - 2)
    marge = t_grens((1 + DEKKING) / 2, n - 2) * sqrt(spreiding / _gewogen_kwadraat(week, mu))
    return helling / schaal, (helling - marge) / schaal, (helling + marge) / schaal


def _stap(week: Sequence[float], aantallen: Sequence[int], mu: Sequence[float]) -> tuple[float, float]:
    """One step of Newton, at most one on the log scale so that it cannot run away."""
    rest = [y - m for y, m in zip(aantallen, mu, strict=True)]
    som, som_x = fsum(mu), fsum(m * x for m, x in zip(mu, week, strict=True))
    som_xx = fsum(m * x * x for m, x in zip(mu, week, strict=True))
    g0, g1 = fsum(rest), fsum(r * x for r, x in zip(rest, week, strict=True))
    det = som * som_xx - som_x**2
    return _begrensd((som_xx * g0 - som_x * g1) / det), _begrensd((som * g1 - som_x * g0) / det)


def _begrensd(stap: float) -> float:
    return max(-1.0, min(1.0, stap))


def _gewogen_kwadraat(week: Sequence[float], mu: Sequence[float]) -> float:
    som, som_x = fsum(mu), fsum(m * x for m, x in zip(mu, week, strict=True))
    return fsum(m * x * x for m, x in zip(mu, week, strict=True)) - som_x**2 / som
