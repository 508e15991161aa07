"""Names that a municipality's profile speaks of, and that are nobody's: they may stand in a text about a measure."""

import re
from collections.abc import Iterator
from functools import lru_cache

from shared.profiel.schema import Profiel

_MET_HOOFDLETTER = re.compile(r"[A-ZÀ-Þ][\w&-]*(?:\s+(?:en\s+)?[A-ZÀ-Þ][\w&-]*)*")
"""Within a longer name what may be said alone: `Justitie en Veiligheid`, and `SPUK` between brackets."""


def eigen_namen(profiel: Profiel) -> frozenset[str]:
    """Names of places, partners, meetings, measures and laws, whole and in the parts that carry capitals."""
    return _eigen_namen(tuple(_hele(profiel)))


@lru_cache(maxsize=16)
def _eigen_namen(namen: tuple[str, ...]) -> frozenset[str]:
    return frozenset({*namen, *(deel for naam in namen for deel in _MET_HOOFDLETTER.findall(naam))})


def _hele(profiel: Profiel) -> Iterator[str]:
    yield from (profiel.gemeente.naam, *profiel.gemeente.naam.split("-"))
    for locatie in profiel.locaties:
        yield from (locatie.naam, *(gebied.naam for gebied in locatie.gebieden))
    yield from (partner.naam for partner in profiel.partners)
    yield from (reeks.naam for reeks in profiel.reeksen)
    yield from (soort.naam for soort in profiel.maatregelen)
    yield from (soort.naam for soort in profiel.verzoeken)
    yield from (soort.grondslag for soort in profiel.maatregelen if soort.grondslag)
