"""A meeting, from the calendar to its closed record; none of its agenda items may fall through (LVS-2.4)."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from typing import assert_never
from uuid import UUID

from shared.contracts.overleg import (
    AgendapuntBesproken,
    AgendapuntDoorgeschoven,
    AgendapuntToegevoegd,
    OverlegGeannuleerd,
    OverlegGeopend,
    OverlegGepland,
    OverlegGesloten,
    OverlegVoorgesteld,
)
from shared.facts import NietGevonden, Rejected

OverlegFact = (
    OverlegGepland
    | OverlegVoorgesteld
    | OverlegGeannuleerd
    | OverlegGeopend
    | OverlegGesloten
    | AgendapuntToegevoegd
    | AgendapuntBesproken
    | AgendapuntDoorgeschoven
)


class Status(StrEnum):
    """Where a meeting is in its life."""

    VOORGESTELD = "voorgesteld"
    GEPLAND = "gepland"
    GEOPEND = "geopend"
    GESLOTEN = "gesloten"
    GEANNULEERD = "geannuleerd"


TE_HOUDEN = (Status.VOORGESTELD, Status.GEPLAND)
"""The agenda can still grow."""
AFGELOPEN = (Status.GESLOTEN, Status.GEANNULEERD)


class OverlegOnbekend(NietGevonden):
    """There is no meeting with this id."""


class AlGesloten(Rejected):
    """The record of a closed meeting is final: its items are not discussed a second time (LVS-2.4)."""

    regel = "LVS-2.4"


class AgendaVast(Rejected):
    """Once a meeting has begun, a new melding stands on the next agenda (LVS-2.4)."""

    regel = "LVS-2.4"


class NogNietBegonnen(Rejected):
    """What was not held has discussed nothing: open the meeting first, or wait for its hour (LVS-2.4)."""

    regel = "LVS-2.4"


class AgendapuntOnbekend(Rejected):
    """Only an item that stands open on this agenda can move to the next (LVS-2.4)."""

    regel = "LVS-2.4"


@dataclass(frozen=True, slots=True)
class Agendapunt:
    """What a meeting must talk about. It keeps its id when it moves to the next meeting."""

    id: UUID
    meldingen: tuple[UUID, ...]
    regel: str
    vertrouwelijk: bool = False
    escalatie_id: UUID | None = None


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


def agendeer(overleg: Overleg, punten: Collection[Agendapunt], *, van: UUID | None = None) -> list[OverlegFact]:
    """Put items on the agenda; `van` is the meeting that did not get to them. Twice is once."""
    if overleg.status not in TE_HOUDEN:
        raise AgendaVast("Dit overleg is al begonnen of voorbij. Zet het punt op het volgende overleg.")
    staat_er = {punt.id for punt in overleg.open}
    return [_toegevoegd(overleg, punt, van) for punt in punten if punt.id not in staat_er]


def begin(overleg: Overleg) -> list[OverlegFact]:
    """Open the meeting: from now on its agenda stands. Twice is once."""
    _nog_niet_afgelopen(overleg)
    if overleg.status is Status.GEOPEND:
        return []
    return [OverlegGeopend(gemeente=overleg.gemeente, locatie=overleg.locatie, overleg_id=overleg.id)]


def blijft_liggen(overleg: Overleg, niet_besproken: Collection[UUID], op: datetime) -> list[Agendapunt]:
    """Which items go on to the next meeting when this one is closed now; refuses what cannot be closed."""
    _nog_niet_afgelopen(overleg)
    if overleg.status is not Status.GEOPEND and op < overleg.aanvang:
        raise NogNietBegonnen("Dit overleg moet nog beginnen. Open het eerst; daarna kunt u het sluiten.")
    gekozen = set(niet_besproken)
    if gekozen - {punt.id for punt in overleg.open}:
        raise AgendapuntOnbekend("Een gekozen agendapunt staat niet op deze agenda. Laad de agenda opnieuw en kies.")
    return [punt for punt in overleg.open if punt.id in gekozen]


def sluit(
    overleg: Overleg, liggend: Collection[Agendapunt], *, naar: UUID | None, tekstzegel: str | None = None
) -> list[OverlegFact]:
    """Close it: every item is discussed, except `liggend`, which move to the meeting `naar`."""
    wat = {"gemeente": overleg.gemeente, "locatie": overleg.locatie, "overleg_id": overleg.id}
    blijft = {punt.id for punt in liggend}
    facts: list[OverlegFact] = []
    for punt in overleg.open:
        item = {**wat, "agendapunt_id": punt.id, "meldingen": punt.meldingen}
        if punt.id in blijft:
            facts.append(AgendapuntDoorgeschoven.model_validate({**item, "naar_overleg_id": naar}))
        else:
            facts.append(AgendapuntBesproken.model_validate(item))
    telling = {"besproken": len(overleg.open) - len(liggend), "doorgeschoven": len(liggend)}
    return [*facts, OverlegGesloten.model_validate({**wat, **telling, "tekstzegel": tekstzegel})]


def _toegevoegd(overleg: Overleg, punt: Agendapunt, van: UUID | None) -> AgendapuntToegevoegd:
    return AgendapuntToegevoegd(
        gemeente=overleg.gemeente,
        locatie=overleg.locatie,
        overleg_id=overleg.id,
        agendapunt_id=punt.id,
        meldingen=punt.meldingen,
        regel=punt.regel,
        vertrouwelijk=punt.vertrouwelijk,
        escalatie_id=punt.escalatie_id,
        van_overleg_id=van,
    )


def _nog_niet_afgelopen(overleg: Overleg) -> None:
    if overleg.status in AFGELOPEN:
        raise AlGesloten("Dit overleg is al gesloten. Wat niet besproken is, staat op het volgende overleg.")


def evolve(overleg: Overleg | None, fact: OverlegFact) -> Overleg:
    """The meeting after one more fact; never refuses."""
    match fact:
        case OverlegGepland():
            return _nieuw(fact, Status.GEPLAND)
        case OverlegVoorgesteld():
            return _nieuw(fact, Status.VOORGESTELD)
    assert overleg is not None, "a meeting begins with being planned or proposed"  # noqa: S101
    match fact:
        case OverlegGeopend():
            return replace(overleg, status=Status.GEOPEND)
        case OverlegGesloten():
            return replace(overleg, status=Status.GESLOTEN)
        case OverlegGeannuleerd():
            return replace(overleg, status=Status.GEANNULEERD)
        case AgendapuntToegevoegd():
            return replace(overleg, open=(*overleg.open, _punt(fact)))
        case AgendapuntBesproken() | AgendapuntDoorgeschoven():
            return replace(overleg, open=_zonder(overleg.open, fact.agendapunt_id))
        case _:
            assert_never(fact)


def _nieuw(fact: OverlegGepland | OverlegVoorgesteld, status: Status) -> Overleg:
    return Overleg(fact.overleg_id, fact.gemeente, fact.locatie, fact.reeks, fact.aanvang, status)


def _zonder(punten: tuple[Agendapunt, ...], punt_id: UUID) -> tuple[Agendapunt, ...]:
    """Items are dealt with in their order, so it is nearly always the first: an agenda may hold thousands."""
    if punten and punten[0].id == punt_id:
        return punten[1:]
    return tuple(punt for punt in punten if punt.id != punt_id)


def _punt(fact: AgendapuntToegevoegd) -> Agendapunt:
    return Agendapunt(fact.agendapunt_id, fact.meldingen, fact.regel, fact.vertrouwelijk, fact.escalatie_id)
