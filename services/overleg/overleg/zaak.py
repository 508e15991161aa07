"""A meeting, from the calendar to its closed record."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import StrEnum
from typing import assert_never
from uuid import UUID

from services.overleg.overleg.weigering import OverlegOnbekend
from shared.contracts.overleg import (
    AanwezigheidGenoteerd,
    AgendaGemist,
    AgendaGeordend,
    AgendapuntBesproken,
    AgendapuntDoorgeschoven,
    AgendapuntToegevoegd,
    BesluitGenomen,
    BevindingGenoteerd,
    MelderIngelicht,
    OverlegBevestigd,
    OverlegGeannuleerd,
    OverlegGeopend,
    OverlegGepland,
    OverlegGesloten,
    OverlegVerzet,
    OverlegVoorgesteld,
    Puntsoort,
    UitnodigingNietVerzonden,
    UitnodigingVerzonden,
    VerslagGecorrigeerd,
)

_Beside = (
    AanwezigheidGenoteerd
    | AgendaGemist
    | AgendaGeordend
    | BevindingGenoteerd
    | BesluitGenomen
    | MelderIngelicht
    | VerslagGecorrigeerd
    | UitnodigingVerzonden
    | UitnodigingNietVerzonden
)
"""Recorded with the meeting, and no reason to decide otherwise about its course."""
OverlegFact = (
    OverlegGepland
    | OverlegVoorgesteld
    | OverlegBevestigd
    | OverlegVerzet
    | OverlegGeannuleerd
    | OverlegGeopend
    | OverlegGesloten
    | AgendapuntToegevoegd
    | AgendapuntBesproken
    | AgendapuntDoorgeschoven
    | _Beside
)


class Status(StrEnum):
    """Where a meeting is in its life."""

    VOORGESTELD = "voorgesteld"
    GEPLAND = "gepland"
    GEOPEND = "geopend"
    GESLOTEN = "gesloten"
    GEANNULEERD = "geannuleerd"


_DAARNA: Mapping[type[OverlegFact], Status] = {
    OverlegBevestigd: Status.GEPLAND,
    OverlegGeopend: Status.GEOPEND,
    OverlegGesloten: Status.GESLOTEN,
}
TE_HOUDEN = (Status.VOORGESTELD, Status.GEPLAND)
"""The agenda can still grow."""
AFGELOPEN = (Status.GESLOTEN, Status.GEANNULEERD)


@dataclass(frozen=True, slots=True)
class Agendapunt:
    """What a meeting must talk about. It keeps its id when it moves to the next meeting."""

    id: UUID
    meldingen: tuple[UUID, ...]
    regel: str
    vertrouwelijk: bool = False
    escalatie_id: UUID | None = None
    soort: Puntsoort | None = None
    onderwerp: str = ""
    afspraak_id: UUID | None = None
    maatregel_id: UUID | None = None
    tekstzegel: str | None = None


@dataclass(frozen=True, slots=True)
class Overleg:
    """A meeting of a series at a location. `open`: the items that nobody has dealt with yet."""

    id: UUID
    gemeente: str
    locatie: str
    reeks: str
    aanvang: datetime
    status: Status
    open: tuple[Agendapunt, ...] = ()
    dag: date | None = None
    """The day of the rhythm; None outside it."""
    door_mens: bool = False
    """Somebody moved it: the series leaves it where it is."""
    ingelicht: frozenset[tuple[UUID, str]] = frozenset()
    """At which item the reporter may read which sentence."""
    vervallen: bool = False
    """The series itself cancelled it: where the rhythm comes back, another takes its place."""

    @property
    def wat(self) -> dict[str, object]:
        """What each fact about it begins with."""
        return {"gemeente": self.gemeente, "locatie": self.locatie, "overleg_id": self.id}


def given(facts: Iterable[OverlegFact]) -> Overleg:
    """What became of a meeting.

    Raises:
        OverlegOnbekend: nothing is known of it.
    """
    overleg: Overleg | None = None
    for fact in facts:
        overleg = evolve(overleg, fact)
    if overleg is None:
        raise OverlegOnbekend("Dit overleg bestaat niet. Kijk in de lijst van overleggen.")
    return overleg


def evolve(overleg: Overleg | None, fact: OverlegFact) -> Overleg:
    """The meeting after one more fact; never refuses."""
    if isinstance(fact, OverlegGepland | OverlegVoorgesteld):
        return _nieuw(fact)
    assert overleg is not None, "a meeting begins with being planned or proposed"  # noqa: S101
    match fact:
        case OverlegVerzet():
            return replace(overleg, aanvang=fact.naar, door_mens=overleg.door_mens or fact.door == "mens")
        case OverlegBevestigd() | OverlegGeopend() | OverlegGesloten():
            return replace(overleg, status=_DAARNA[type(fact)])
        case OverlegGeannuleerd():
            return replace(overleg, status=Status.GEANNULEERD, vervallen=fact.door == "reeks")
        case AgendapuntToegevoegd():
            return replace(overleg, open=(*overleg.open, _punt(fact)))
        case AgendapuntBesproken() | AgendapuntDoorgeschoven():
            return replace(overleg, open=_zonder(overleg.open, fact.agendapunt_id))
        case _:
            return _ernaast(overleg, fact)


def _ernaast(overleg: Overleg, fact: _Beside) -> Overleg:
    match fact:
        case MelderIngelicht():
            return replace(overleg, ingelicht=overleg.ingelicht | {(fact.agendapunt_id, fact.zin)})
        case AanwezigheidGenoteerd() | AgendaGeordend() | AgendaGemist():
            return overleg
        case BevindingGenoteerd() | BesluitGenomen() | VerslagGecorrigeerd():
            return overleg
        case UitnodigingVerzonden() | UitnodigingNietVerzonden():
            return overleg
        case _:
            assert_never(fact)


def _nieuw(fact: OverlegGepland | OverlegVoorgesteld) -> Overleg:
    status = Status.GEPLAND if isinstance(fact, OverlegGepland) else Status.VOORGESTELD
    return Overleg(fact.overleg_id, fact.gemeente, fact.locatie, fact.reeks, fact.aanvang, status, dag=fact.dag)


def _zonder(punten: tuple[Agendapunt, ...], punt_id: UUID) -> tuple[Agendapunt, ...]:
    """Items are dealt with in their order, so it is nearly always the first: an agenda may hold thousands."""
    if punten and punten[0].id == punt_id:
        return punten[1:]
    return tuple(punt for punt in punten if punt.id != punt_id)


def _punt(fact: AgendapuntToegevoegd) -> Agendapunt:
    return Agendapunt(
        fact.agendapunt_id,
        fact.meldingen,
        fact.regel,
        fact.vertrouwelijk,
        fact.escalatie_id,
        fact.soort,
        fact.onderwerp,
        fact.afspraak_id,
        fact.maatregel_id,
        fact.tekstzegel,
    )
