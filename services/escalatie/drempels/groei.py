"""Growth: more than the weeks before explain. Pure.

The test is conditional. Given how many there were in both stretches together, the number in the last days is binomial
if the rate did not change; the chance of so many or more must be at most `kans_hoogstens`. Reports that come in bursts
would look like growth, so where the weeks before vary more than chance alone allows, both counts are divided by that
spread (quasi-Poisson). Weighing at every report is testing often: `kans_hoogstens` is set so that at a constant rate
there is less than one false alarm a year (`make simulatie` prints the figures).

Days are ordinals (`date.toordinal`), in the time zone of the municipality.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from math import sqrt

from shared.contracts.escalatie import Groeivergelijking
from shared.profiel.schema import Drempel
from shared.statistiek import minstens

WEEK = 7
MINST_ERVOOR = 8 * WEEK
"""Fewer days of history say nothing: then there is no verdict."""
TOEVAL = 1.645
"""A spread this many standard errors above 1 is more than chance (one-sided, 5 %)."""


@dataclass(frozen=True, slots=True)
class Ervoor:
    """The stretch that is compared with: how many in how many days, and how much its weeks vary."""

    aantal: int
    dagen: int
    spreiding: float


@dataclass(frozen=True, slots=True)
class Recent:
    """The last days, both included."""

    van: int
    tot: int

    @property
    def dagen(self) -> int:
        """How many days it is."""
        return self.tot - self.van + 1


def recent(drempel: Drempel, tot: int, na: int | None) -> Recent | None:
    """Choose the days that may count: at most the window, and nothing that an earlier alarm has used (`na`)."""
    van = tot - _dagen(drempel) + 1
    gekozen = Recent(van if na is None else max(van, na + 1), tot)
    return gekozen if gekozen.dagen >= WEEK else None


def ervoor(drempel: Drempel, telling: Mapping[int, int], tot: int, sinds: int) -> Ervoor | None:
    """Sum up the days before the window that ends on `tot`, as far back as was measured (`sinds`)."""
    eind = tot - _dagen(drempel)
    dagen = min(drempel.vergelijk_met.days, eind - sinds + 1)
    if dagen < MINST_ERVOOR:
        return None
    dagtelling = [telling.get(eind - terug, 0) for terug in range(dagen)]
    weken = [sum(dagtelling[begin : begin + WEEK]) for begin in range(0, dagen - WEEK + 1, WEEK)]
    return Ervoor(sum(dagtelling), dagen, spreiding(weken))


def groei(drempel: Drempel, aantal: int, laatst: Recent, voor: Ervoor) -> Groeivergelijking | None:
    """Say whether so many in the last days is growth, and against what."""
    if aantal < drempel.grens or aantal < kritiek(voor, laatst.dagen, drempel.kans_hoogstens):
        return None
    return Groeivergelijking(
        dagen=laatst.dagen,
        vergeleken=voor.aantal,
        dagen_ervoor=voor.dagen,
        verwacht=round(voor.aantal * laatst.dagen / voor.dagen, 1),
        spreiding=voor.spreiding,
        kans=_kans(aantal, laatst.dagen, voor),
    )


def spreiding(weken: list[int]) -> float:
    """Give variance over mean where it is more than chance explains; else 1."""
    gemiddeld, vrijheid = sum(weken) / len(weken), len(weken) - 1
    if not gemiddeld:
        return 1.0
    gevonden = sum((week - gemiddeld) ** 2 for week in weken) / vrijheid / gemiddeld
    return round(gevonden, 1) if gevonden > 1 + TOEVAL * sqrt(2 / vrijheid) else 1.0


@lru_cache(maxsize=65_536)
def kritiek(voor: Ervoor, dagen: int, kans_hoogstens: float) -> int:
    """Give the smallest number that is growth."""
    laag, hoog = 0, 4
    while _kans(hoog, dagen, voor) > kans_hoogstens:
        laag, hoog = hoog, 2 * hoog
    while hoog - laag > 1:
        midden = (laag + hoog) // 2
        laag, hoog = (midden, hoog) if _kans(midden, dagen, voor) > kans_hoogstens else (laag, midden)
    return hoog


def _kans(aantal: int, dagen: int, voor: Ervoor) -> float:
    deel = dagen / (dagen + voor.dagen)
    return minstens(aantal / voor.spreiding, voor.aantal / voor.spreiding, deel)


def _dagen(drempel: Drempel) -> int:
    return drempel.venster.days if drempel.venster else 4 * WEEK
