"""The rota as a calendar (iCalendar, RFC 5545): what other programs subscribe to, and what is read from them."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import Any
from uuid import UUID, uuid5
from zoneinfo import ZoneInfo

import recurring_ical_events  # type: ignore[import-untyped]
from icalendar import Calendar, Event  # type: ignore[import-untyped]

from services.escalatie.piket import Stuk
from services.escalatie.rooster import Beurt
from services.escalatie.weigeringen import PiketInvoerOngeldig

PRODID = "-//Meldketen//Piketrooster//NL"
HOOGSTENS = 1_000
_TE_VAAK = {"SECONDLY", "MINUTELY", "HOURLY"}
_NAMESPACE = UUID("0b7a4f8e-2d1c-4f53-9d0a-51a1c0f2be77")
_GEEN_AGENDA = "dit is geen agenda; verwacht een bestand dat begint met BEGIN:VCALENDAR"


@dataclass(frozen=True, slots=True)
class Ingelezen:
    """One event of a calendar: which seat, when, and the id that makes reading it twice the same."""

    id: UUID
    stuk: Stuk


def schrijf(beurten: Iterable[Beurt], *, naam: str, rol: str, op: datetime) -> bytes:
    """Write the stretches of a rota; a gap is an event too, so that a calendar shows it."""
    agenda = Calendar()
    for veld, waarde in (("prodid", PRODID), ("version", "2.0"), ("x-wr-calname", naam), ("method", "PUBLISH")):
        agenda.add(veld, waarde)
    for beurt in beurten:
        agenda.add_component(_event(beurt, rol, op))
    return bytes(agenda.to_ical())


def lees(tekst: bytes, *, rol: str, zone: ZoneInfo, van: datetime, tot: datetime) -> list[Ingelezen]:
    """Read every event between two moments, repeated ones written out; the title is the seat's code.

    Times without a zone are those of the municipality, days without a time last from midnight to midnight.

    Raises:
        PiketInvoerOngeldig: it is not a calendar, or holds too much.
    """
    try:
        agenda = Calendar.from_ical(tekst)
        _eis_bescheiden(agenda)
        gevonden = recurring_ical_events.of(agenda).between(van, tot)
    except (ValueError, KeyError, IndexError, TypeError, AttributeError, OverflowError):
        raise PiketInvoerOngeldig("agenda", _GEEN_AGENDA) from None
    if len(gevonden) > HOOGSTENS:
        raise PiketInvoerOngeldig("agenda", f"in een jaar staan meer dan {HOOGSTENS} diensten; lees een korter stuk in")
    return sorted((_ingelezen(event, rol, zone) for event in gevonden), key=lambda een: (een.stuk.van, een.stuk.dienst))


def _eis_bescheiden(agenda: Any) -> None:
    """A rule that repeats by the second would keep us busy for a day."""
    for event in agenda.walk("VEVENT"):
        if any(str(hoe).upper() in _TE_VAAK for hoe in event.get("rrule", {}).get("FREQ", [])):
            raise PiketInvoerOngeldig("agenda", "een dienst die elk uur of vaker terugkomt kan niet worden ingelezen")


def _event(beurt: Beurt, rol: str, op: datetime) -> Event:
    event = Event()
    event.add("uid", f"{uuid5(_NAMESPACE, f'{rol}/{beurt.van.isoformat()}')}@meldketen")
    event.add("dtstamp", op.astimezone(UTC))
    event.add("dtstart", beurt.van.astimezone(UTC))
    event.add("dtend", beurt.tot.astimezone(UTC))
    event.add("summary", beurt.dienst or "Niemand heeft dienst")
    return event


def _ingelezen(event: Any, rol: str, zone: ZoneInfo) -> Ingelezen:
    begin = event.get("dtstart").dt
    einde = event["dtend"].dt if "dtend" in event else begin + _duur(event, begin)
    stuk = Stuk(_dienst(event), _moment(begin, zone), _moment(einde, zone))
    kenmerk = f"{rol}/{event.get('uid', '')}/{stuk.van.isoformat()}/{stuk.tot.isoformat()}/{stuk.dienst}"
    return Ingelezen(uuid5(_NAMESPACE, kenmerk), stuk)


def _dienst(event: Any) -> str:
    """The seat; what else stands in a title is not taken over: it may be a name."""
    woorden: Sequence[str] = str(event.get("summary", "")).split()
    return woorden[0].lower() if woorden else ""


def _duur(event: Any, begin: date) -> timedelta:
    if "duration" in event:
        lengte: timedelta = event["duration"].dt
        return lengte
    return timedelta() if isinstance(begin, datetime) else timedelta(days=1)


def _moment(waarde: date, zone: ZoneInfo) -> datetime:
    if not isinstance(waarde, datetime):
        return datetime.combine(waarde, time(), zone).astimezone(UTC)
    return (waarde if waarde.tzinfo else waarde.replace(tzinfo=zone)).astimezone(UTC)
