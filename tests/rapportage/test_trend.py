"""The trend: found where there is one, and an interval that covers what it says."""

import random
from math import exp

import pytest

from services.rapportage.verslagen.trend import DEKKING, trend

WEKEN, KWARTALEN = 13, 600


def poisson(toeval: random.Random, gemiddelde: float) -> int:
    """Count what happens by chance (Knuth)."""
    grens, aantal, product = exp(-gemiddelde), 0, toeval.random()
    while product > grens:
        aantal, product = aantal + 1, product * toeval.random()
    return aantal


def kwartaal(toeval: random.Random, gemiddelde: float, per_week: float, spreiding: float) -> list[int]:
    """Thirteen weeks with a known change per week; `spreiding` times the variance of pure chance."""
    uit = []
    for week in range(WEKEN):
        mu = gemiddelde * (1 + per_week) ** (week - WEKEN // 2)
        uit.append(poisson(toeval, mu if spreiding == 1 else toeval.gammavariate(mu / (spreiding - 1), spreiding - 1)))
    return uit


@pytest.mark.parametrize("gemiddelde", [4, 15])
@pytest.mark.parametrize("per_week", [-0.08, 0.0, 0.08])
@pytest.mark.parametrize("spreiding", [1.0, 2.5])
def test_het_interval_dekt_wat_het_belooft(gemiddelde: float, per_week: float, spreiding: float) -> None:
    """Of six hundred simulated quarters the 90 percent interval holds the true change in 85 to 95 of 100."""
    toeval = random.Random(47)
    gevonden = [trend(kwartaal(toeval, gemiddelde, per_week, spreiding)) for _ in range(KWARTALEN)]
    geldig = [een for een in gevonden if een.laag is not None and een.hoog is not None]
    gedekt = sum(een.laag <= per_week <= een.hoog for een in geldig)  # type: ignore[operator]
    assert len(geldig) > KWARTALEN * 0.95
    assert DEKKING == 0.9
    assert 0.85 <= gedekt / len(geldig) <= 0.95


def test_een_duidelijke_trend_wordt_genoemd() -> None:
    """Doubling in a quarter, halving, and neither."""
    assert trend([10, 9, 12, 13, 12, 15, 14, 16, 17, 19, 18, 21, 20]).conclusie == "gestegen"
    assert trend([20, 21, 18, 19, 17, 16, 14, 15, 12, 13, 12, 9, 10]).conclusie == "gedaald"
    assert trend([10, 14, 9, 12, 8, 13, 11, 9, 14, 10, 12, 9, 11]).conclusie == "geen duidelijke stijging of daling"


@pytest.mark.parametrize("aantallen", [[], [9] * 7, [1] * 13, [40, *[0] * 12], [*[0] * 12, 40], [0] * 13])
def test_van_te_weinig_is_er_geen_trend(aantallen: list[int]) -> None:
    """Too few weeks, too few counts, or one week with everything in it."""
    gevonden = trend(aantallen)
    assert (gevonden.per_week, gevonden.laag, gevonden.hoog) == (None, None, None)
    assert gevonden.conclusie.startswith("te weinig")


def test_gelijke_weken_zijn_geen_trend() -> None:
    """Without any spread the interval is a point, and it is zero."""
    gevonden = trend([5] * 10)
    assert (gevonden.per_week, gevonden.laag, gevonden.hoog) == (0.0, 0.0, 0.0)
    assert gevonden.conclusie == "geen duidelijke stijging of daling"
