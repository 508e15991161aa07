"""A melding as it stands: everything that was decided about it since it came in. Never refuses."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from enum import StrEnum
from uuid import UUID

from services.intake.melding import Waarneming
from shared.contracts import Fact
from shared.contracts.intake import (
    DoorzettingGemist,
    IncidentGemeld,
    Koppeling,
    MeldingDoorgezet,
    MeldingGeclassificeerd,
    MeldingGecorrigeerd,
    MeldingGekoppeld,
    MeldingGesloten,
    MeldingHeropend,
    MeldingIngetrokken,
    MeldingOntkoppeld,
    MeldingOntvangen,
)
from shared.facts import NietGevonden

_OVER_DE_CORRECTIE = {"gemeente", "locatie", "melding_id", "door", "redenzegel"}


class Status(StrEnum):
    """How far it is."""

    ONTVANGEN = "ontvangen"
    IN_BEHANDELING = "in-behandeling"
    GESLOTEN = "gesloten"
    INGETROKKEN = "ingetrokken"


@dataclass(frozen=True, slots=True)
class Stand:
    """A melding or incident. `doorgezet`: by partner, the last that was said about it. `behandeld_door`: roles."""

    waarneming: Waarneming
    status: Status = Status.ONTVANGEN
    doorgezet: Mapping[str, MeldingDoorgezet] = field(default_factory=dict)
    gemist: frozenset[str] = frozenset()
    gekoppeld: Mapping[UUID, Koppeling] = field(default_factory=dict)
    behandeld_door: frozenset[str] = frozenset()

    @property
    def id(self) -> UUID:
        """Its number."""
        return self.waarneming.melding_id

    @property
    def hoofd(self) -> UUID | None:
        """The main melding that it belongs to."""
        return next((aan for aan, soort in self.gekoppeld.items() if soort is Koppeling.HOORT_BIJ), None)

    @property
    def is_incident(self) -> bool:
        """Whether the COA reported it."""
        return isinstance(self.waarneming, IncidentGemeld)

    def is_bij(self, partner: str) -> bool:
        """Whether this partner has it."""
        doorgezet = self.doorgezet.get(partner)
        return doorgezet is not None and doorgezet.uitkomst == "bezorgd"


def stand_van(feiten: Iterable[Fact]) -> Stand:
    """Read a melding from its facts.

    Raises:
        NietGevonden: there are none.
    """
    stand: Stand | None = None
    for feit in feiten:
        stand = evolve(stand, feit)
    if stand is None:
        raise NietGevonden("Deze melding kennen we niet. Controleer het nummer.")
    return stand


def evolve(stand: Stand | None, feit: Fact) -> Stand | None:
    """Take one fact in; what says nothing about the handling leaves it as it is."""
    if isinstance(feit, MeldingOntvangen | IncidentGemeld):
        return Stand(feit)
    if stand is None:
        return None
    door = getattr(feit, "door", None)
    if door:
        stand = replace(stand, behandeld_door=stand.behandeld_door | {door})
    return _inhoudelijk(stand, feit)


def _inhoudelijk(stand: Stand, feit: Fact) -> Stand:
    match feit:
        case MeldingGeclassificeerd():
            nieuw = stand.waarneming.model_copy(update={"aard": feit.aard, "thema": feit.thema})
            return replace(stand, waarneming=nieuw, status=_bezig(stand))
        case MeldingGecorrigeerd():
            return replace(stand, waarneming=stand.waarneming.model_copy(update=wijziging(feit)))
        case MeldingGekoppeld() | MeldingOntkoppeld():
            return replace(stand, gekoppeld=_koppelingen(stand, feit))
        case MeldingDoorgezet():
            status = _bezig(stand) if feit.uitkomst == "bezorgd" else stand.status
            return replace(stand, doorgezet={**stand.doorgezet, feit.aan: feit}, status=status)
        case DoorzettingGemist():
            return replace(stand, gemist=stand.gemist | {feit.soort, *feit.aan})
        case _:
            return replace(stand, status=_STATUS_NA.get(type(feit), stand.status))


_STATUS_NA: Mapping[type[Fact], Status] = {
    MeldingIngetrokken: Status.INGETROKKEN,
    MeldingGesloten: Status.GESLOTEN,
    MeldingHeropend: Status.IN_BEHANDELING,
}


def wijziging(feit: MeldingGecorrigeerd) -> dict[str, object]:
    """Return the fields that a correction changed; a moment is from now on as exact as the correction says."""
    nieuw = {
        veld: waarde
        for veld in MeldingGecorrigeerd.model_fields
        if veld not in _OVER_DE_CORRECTIE and (waarde := getattr(feit, veld)) is not None
    }
    return nieuw | {"dagdeel": feit.dagdeel} if feit.voorgevallen_op else nieuw


def _koppelingen(stand: Stand, feit: MeldingGekoppeld | MeldingOntkoppeld) -> Mapping[UUID, Koppeling]:
    over = {aan: soort for aan, soort in stand.gekoppeld.items() if aan != feit.aan}
    return {**over, feit.aan: feit.soort} if isinstance(feit, MeldingGekoppeld) else over


def _bezig(stand: Stand) -> Status:
    return Status.IN_BEHANDELING if stand.status is Status.ONTVANGEN else stand.status


def te_laat_op(doorgezet: MeldingDoorgezet, op: datetime) -> bool:
    """Whether this should have arrived by now, and did not."""
    return doorgezet.uitkomst != "bezorgd" and doorgezet.uiterlijk is not None and doorgezet.uiterlijk <= op
