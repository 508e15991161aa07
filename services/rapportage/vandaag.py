"""What happened today at one location, and which meetings are about it. Pure shapes and choices."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from services.rapportage.beeld import Overlegvak
from services.rapportage.plek import Plek
from shared.profiel import Profiel


@dataclass(frozen=True)
class Vandaag:
    """One location, from local midnight on."""

    plek: Plek
    meldingen: int
    incidenten: int

    @property
    def noemenswaard(self) -> bool:
        """Whether it has a place on the page: a reception location always, another place when there is something."""
        return self.plek.locatie.soort == "opvanglocatie" or bool(self.meldingen + self.incidenten)


def bespreekt(profiel: Profiel, locatie: str) -> tuple[frozenset[str], tuple[str, ...]]:
    """Say which series discuss meldingen of a location (LVS-2.4), and at which locations these are planned.

    The location's own series, else one for the whole municipality.
    """
    reeksen = [reeks for reeks in profiel.reeksen if reeks.bespreekt_meldingen]
    eigen = frozenset(reeks.code for reeks in reeksen if locatie in reeks.locaties)
    if eigen:
        return eigen, (locatie,)
    gemeente = tuple(plek.code for plek in profiel.locaties if plek.soort == "gemeente")
    return frozenset(reeks.code for reeks in reeksen if set(reeks.locaties) & set(gemeente)), gemeente


def eerste(overleggen: Iterable[Overlegvak], reeksen: Collection[str]) -> Overlegvak | None:
    """Choose the first meeting of one of these series."""
    return next((overleg for overleg in overleggen if overleg.reeks in reeksen), None)
