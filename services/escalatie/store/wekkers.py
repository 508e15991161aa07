"""Which timers a fact sets and takes away: every deadline of escalatie follows from its facts."""

from collections.abc import Iterator
from datetime import datetime
from typing import Any
from uuid import UUID

from services.escalatie.alarm import Alarm, alarmen_van
from shared.contracts.escalatie import (
    AlarmHerhaald,
    AlarmNietVerzonden,
    AlarmVerzonden,
    BurgemeesterIngelicht,
    EscalatieBevestigd,
    EscalatieGeopend,
    EscalatieGesloten,
    EscalatieOpgeschaald,
    Stap,
    StapGemist,
)
from shared.contracts.escalatie.piket import BevestigingIngetrokken, BevestigingVerlopen
from shared.facts import Recorded
from shared.ledger import Row, timer_cancel, timer_set

VERZEND, KLIM, TWEEDE_STAP, VERLOOP = "verzend", "klim", "tweede-stap", "verloop"
PIKET, BEWAKING = "piket", "bewaking"
TRAPPEN = (VERZEND, KLIM, TWEEDE_STAP, VERLOOP)


def wekker_rijen(recorded: Recorded) -> Iterator[Row]:
    """Rows of `timers`."""
    for alarm in alarmen_van(recorded.fact):
        yield _verzend(recorded, alarm, 1, recorded.tijd)
    yield from _van_ladder(recorded)
    yield from _van_bevestiging(recorded)
    yield from _van_bezorging(recorded)


def piket_wekker(gemeente: str, rol: str, op: datetime) -> Row:
    """Look at a rota at this moment; it follows from no fact."""
    return timer_set(f"{PIKET}/{gemeente}/{rol}", PIKET, op, {"gemeente": gemeente, "rol": rol}, los=True)


def bewaking_wekker(op: datetime) -> Row:
    """Watch ourselves at this moment."""
    return timer_set(BEWAKING, BEWAKING, op, {}, los=True)


def verzend_id(alarm_id: UUID) -> str:
    """Name the timer that sends a notice."""
    return f"{VERZEND}/{alarm_id}"


def alarm_uit(gegevens: dict[str, Any]) -> tuple[Alarm, int]:
    """Read back for which notice a timer is, and which attempt."""
    escalatie, stap = UUID(gegevens["escalatie"]), Stap(gegevens["stap"])
    return Alarm(escalatie, stap, gegevens["trede"], gegevens["ronde"], gegevens["rol"]), gegevens["poging"]


def _van_ladder(recorded: Recorded) -> Iterator[Row]:
    match recorded.fact:
        case EscalatieGeopend(klim_op=op) | EscalatieOpgeschaald(klim_op=op):
            yield from _op(recorded, KLIM, recorded.fact.escalatie_id, op)
        case AlarmHerhaald(stap=stap, volgende_op=op):
            soort = KLIM if stap is Stap.ONTVANGEN else TWEEDE_STAP
            yield from _op(recorded, soort, recorded.fact.escalatie_id, op)
        case StapGemist(volgende_op=op):
            yield from _op(recorded, TWEEDE_STAP, recorded.fact.escalatie_id, op)
        case BurgemeesterIngelicht(escalatie_id=escalatie_id):
            yield timer_cancel(f"{TWEEDE_STAP}/{escalatie_id}")
        case EscalatieGesloten(escalatie_id=escalatie_id):
            for soort in (KLIM, TWEEDE_STAP, VERLOOP):
                yield timer_cancel(f"{soort}/{escalatie_id}")


def _van_bevestiging(recorded: Recorded) -> Iterator[Row]:
    match recorded.fact:
        case EscalatieBevestigd(escalatie_id=escalatie_id, tweede_stap_uiterlijk=op):
            yield timer_cancel(f"{KLIM}/{escalatie_id}")
            yield from _op(recorded, TWEEDE_STAP, escalatie_id, op)
            yield from _op(recorded, VERLOOP, escalatie_id, recorded.fact.verloopt_op)
        case BevestigingVerlopen(escalatie_id=escalatie_id, klim_op=op):
            yield timer_cancel(f"{VERLOOP}/{escalatie_id}")
            yield from _op(recorded, KLIM, escalatie_id, op)
        case BevestigingIngetrokken(escalatie_id=escalatie_id, klim_op=op, tweede_stap_uiterlijk=tweede):
            if op:
                yield timer_cancel(f"{VERLOOP}/{escalatie_id}")
            yield from _op(recorded, KLIM, escalatie_id, op)
            yield from _op(recorded, TWEEDE_STAP, escalatie_id, tweede)


def _van_bezorging(recorded: Recorded) -> Iterator[Row]:
    fact = recorded.fact
    if isinstance(fact, AlarmNietVerzonden) and fact.opnieuw_op and fact.escalatie_id:
        alarm = Alarm(fact.escalatie_id, fact.stap, fact.trede or 0, fact.ronde, fact.rol or "")
        yield _verzend(recorded, alarm, fact.poging + 1, fact.opnieuw_op)
    elif isinstance(fact, AlarmVerzonden | AlarmNietVerzonden) and fact.alarm_id:
        yield timer_cancel(verzend_id(fact.alarm_id))


def _verzend(recorded: Recorded, alarm: Alarm, poging: int, op: datetime) -> Row:
    wat = {"stap": alarm.stap.value, "trede": alarm.trede, "ronde": alarm.ronde, "rol": alarm.rol, "poging": poging}
    return timer_set(verzend_id(alarm.id), VERZEND, op, {**_gegevens(recorded, alarm.escalatie_id), **wat})


def _op(recorded: Recorded, soort: str, escalatie_id: UUID, op: datetime | None) -> Iterator[Row]:
    if op is not None:
        yield timer_set(f"{soort}/{escalatie_id}", soort, op, _gegevens(recorded, escalatie_id))


def _gegevens(recorded: Recorded, escalatie_id: UUID) -> dict[str, Any]:
    gemeente = recorded.fact.gemeente
    return {
        "escalatie": str(escalatie_id),
        "gemeente": gemeente,
        "correlatie": recorded.correlatie,
        "oorzaak": recorded.id,
    }
