"""What a series will probably be in a year, nine times out of ten between two bounds, or why that cannot be said. Pure.

Of a year that was partly counted: its rate goes on (`shared/jaarverwachting.py`). Of the year after the last figure: a
straight line through the years, of counts on the scale of square roots, with the prediction interval of a least
squares fit (Student's t). `tests/rapportage/test_vooruitzicht.py` simulates that the interval holds the outcome in 85
to 95 of 100 years. With fewer than six years there is none: two points always lie on a line.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from math import fsum, sqrt

from services.rapportage.doelen.cijferreeks import AANTAL, Reeks
from shared.jaarverwachting import verwachting
from shared.statistiek import t_grens

MINSTE_JAREN = 6
DEKKING = 0.9
HOOGST = {"procent": 100.0, "rapportcijfer": 10.0}
LOOPT_DOOR = "Het tempo van dit jaar loopt door. Met seizoenen is niet gerekend."
LIJN = "Een rechte lijn door de jaarcijfers."


@dataclass(frozen=True, slots=True)
class Vooruitzicht:
    """Either bounds, or `waarom_niet`."""

    jaar: int
    verwacht: float = 0.0
    laag: float = 0.0
    hoog: float = 0.0
    methode: str = ""
    waarom_niet: str = ""


def vooruitzicht(reeks: Reeks, jaar: int) -> Vooruitzicht:
    """Look ahead to the end of `jaar`."""
    lopend = verwachting(jaar, reeks.metingen(jaar)) if reeks.eenheid == AANTAL else None
    if lopend:
        return Vooruitzicht(jaar, lopend.verwacht, lopend.laag, lopend.hoog, LOOPT_DOOR)
    heel = [(cijfer.jaar, cijfer.waarde) for cijfer in reeks.jaren if cijfer.heel and cijfer.jaar < jaar]
    if not heel or heel[-1][0] < jaar - 1:
        laatste = f"het laatste hele jaar is {heel[-1][0]}" if heel else "er is geen heel jaar"
        return Vooruitzicht(jaar, waarom_niet=f"Te weinig cijfers voor een verwachting over {jaar}: {laatste}.")
    if len(heel) < MINSTE_JAREN:
        aantal = f"er zijn {len(heel)} hele jaren en er zijn er {MINSTE_JAREN} nodig"
        return Vooruitzicht(jaar, waarom_niet=f"Te weinig cijfers voor een verwachting over {jaar}: {aantal}.")
    return Vooruitzicht(jaar, *_op_schaal(heel, jaar, reeks.eenheid), LIJN)


def _op_schaal(heel: Sequence[tuple[int, float]], jaar: int, eenheid: str) -> tuple[float, float, float]:
    if eenheid != AANTAL:
        midden, marge = lijn(heel, jaar)
        hoogst = HOOGST.get(eenheid, float("inf"))
        verwacht, laag, hoog = (min(hoogst, max(0.0, waarde)) for waarde in (midden, midden - marge, midden + marge))
    else:
        midden, marge = lijn([(welk, sqrt(waarde)) for welk, waarde in heel], jaar)
        verwacht, laag, hoog = (max(0.0, waarde) ** 2 for waarde in (midden, midden - marge, midden + marge))
    return round(verwacht, 1), round(laag, 1), round(hoog, 1)


def lijn(punten: Sequence[tuple[int, float]], jaar: int) -> tuple[float, float]:
    """Fit a line through at least three years; return its height in `jaar` and the margin of a new year around it."""
    n = len(punten)
    midden_x, midden_y = fsum(x for x, _ in punten) / n, fsum(y for _, y in punten) / n
    som_xx = fsum((x - midden_x) ** 2 for x, _ in punten)
    helling = fsum((x - midden_x) * (y - midden_y) for x, y in punten) / som_xx
    rest = fsum((y - midden_y - helling * (x - midden_x)) ** 2 for x, y in punten)
    fout = sqrt(rest / (n - 2) * (1 + 1 / n + (jaar - midden_x) ** 2 / som_xx))
    return midden_y + helling * (jaar - midden_x), t_grens((1 + DEKKING) / 2, n - 2) * fout
