"""The few distributions that thresholds and evaluations need, without a library for them. Pure."""

from functools import lru_cache
from math import exp, lgamma, log, log1p

_STAPPEN, _KLEIN, _GENOEG = 300, 1e-300, 1e-12


def beta_deel(a: float, b: float, x: float) -> float:
    """The regularised incomplete beta function I_x(a, b), by its continued fraction (Lentz)."""
    if x <= 0 or x >= 1:
        return float(x >= 1)
    voor = exp(lgamma(a + b) - lgamma(a) - lgamma(b) + a * log(x) + b * log1p(-x))
    if x < (a + 1) / (a + b + 2):
        return voor * _breuk(a, b, x) / a
    return 1 - voor * _breuk(b, a, 1 - x) / b


def minstens(aantal: float, ander: float, kans: float) -> float:
    """The chance that of `aantal + ander` independent events at least `aantal` fall where one falls with `kans`.

    The binomial tail; fractions are allowed, for counts that were divided by their spread.
    """
    return 1.0 if aantal <= 0 else beta_deel(aantal, ander + 1, kans)


@lru_cache(maxsize=4096)
def t_grens(zekerheid: float, vrijheid: float) -> float:
    """The value that Student's t stays below with this certainty (0.5 to 1)."""
    laag, hoog = 0.0, 1.0
    while _t_kans(hoog, vrijheid) < zekerheid:
        laag, hoog = hoog, 2 * hoog
    for _ in range(60):
        midden = (laag + hoog) / 2
        laag, hoog = (midden, hoog) if _t_kans(midden, vrijheid) < zekerheid else (laag, midden)
    return hoog


def _t_kans(t: float, vrijheid: float) -> float:
    return 1 - beta_deel(vrijheid / 2, 0.5, vrijheid / (vrijheid + t * t)) / 2


def _breuk(a: float, b: float, x: float) -> float:
    c, d = 1.0, _weg_van_nul(1 - (a + b) * x / (a + 1))
    d = 1 / d
    uitkomst = d
    for m in range(1, _STAPPEN):
        for teller in (
            m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m)),
            -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1)),
        ):
            d = 1 / _weg_van_nul(1 + teller * d)
            c = _weg_van_nul(1 + teller / c)
            uitkomst *= c * d
        if abs(c * d - 1) < _GENOEG:
            break
    return uitkomst


def _weg_van_nul(waarde: float) -> float:
    return waarde if abs(waarde) > _KLEIN else _KLEIN
