"""What the day's page shows: per location what somebody must do now. Pure shapes and choices."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from services.rapportage.beeld import OpenEscalatie, Overlegvak
from services.rapportage.plek import Plek
from shared.profiel import Profiel, Rol


@dataclass(frozen=True)
class Vandaag:
    """One location. None: not for this role."""

    plek: Plek
    te_bevestigen: tuple[OpenEscalatie, ...] | None
    overige_escalaties: tuple[OpenEscalatie, ...] | None
    volgend_overleg: Overlegvak | None
    te_sluiten: tuple[Overlegvak, ...] | None
    meldingen: int
    incidenten: int

    @property
    def leeg(self) -> bool:
        """Whether nothing waits for anybody here."""
        return not (self.te_bevestigen or self.overige_escalaties or self.te_sluiten or self.volgend_overleg)

    @property
    def noemenswaard(self) -> bool:
        """Whether it has a place on the page: a reception location always, another place when there is something."""
        return self.plek.locatie.soort == "opvanglocatie" or not self.leeg or bool(self.meldingen + self.incidenten)


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


def mijn_reeksen(profiel: Profiel, rol: Rol) -> frozenset[str]:
    """Say at which series of meetings a role sits; oov prepares them all."""
    codes = {partner.code for partner in profiel.partners if partner.rol is rol}
    return frozenset(reeks.code for reeks in profiel.reeksen if rol is Rol.OOV or codes & set(reeks.deelnemers))


def eerste(overleggen: Iterable[Overlegvak], reeksen: Collection[str]) -> Overlegvak | None:
    """Choose the first meeting of one of these series."""
    return next((overleg for overleg in overleggen if overleg.reeks in reeksen), None)
