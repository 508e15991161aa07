"""Meetings as a calendar file (RFC 5545). It says which meeting and when, never what stands on the agenda."""

from collections.abc import Iterable, Mapping
from datetime import timedelta
from zoneinfo import ZoneInfo

from icalendar import Calendar, Event, vCalAddress, vText  # type: ignore[import-untyped]

from services.overleg.beelden import Overlegbeeld
from services.overleg.overleg import Status

STANDEN = {Status.VOORGESTELD: "TENTATIVE", Status.GEANNULEERD: "CANCELLED"}
PRODUCT = "-//Meldketen//Overleg//NL"


def bestand(
    overleggen: Iterable[Overlegbeeld], zones: Mapping[str, ZoneInfo], *, adres: str, methode: str = "PUBLISH"
) -> bytes:
    """A calendar with these meetings; `adres`: where the pages are, for a link to each.

    A moved or cancelled meeting keeps its UID and has a higher SEQUENCE, so that a calendar that knew it changes it.
    """
    kalender = Calendar()
    kalender.add("prodid", PRODUCT)
    kalender.add("version", "2.0")
    kalender.add("method", methode)
    kalender.add("x-wr-calname", "Overleggen van Meldketen")
    for overleg in overleggen:
        kalender.add_component(_afspraak(overleg, zones.get(overleg.gemeente, ZoneInfo("Europe/Amsterdam")), adres))
    kalender.add_missing_timezones()
    return bytes(kalender.to_ical())


def uitnodiging(overleg: Overlegbeeld, zone: ZoneInfo, *, adres: str, afzender: str, genodigde: str) -> bytes:
    """One meeting as an invitation to one address, or its change or cancellation (RFC 5546)."""
    weg = overleg.status is Status.GEANNULEERD
    kalender = Calendar.from_ical(
        bestand([overleg], {overleg.gemeente: zone}, adres=adres, methode="CANCEL" if weg else "REQUEST")
    )
    for afspraak in kalender.walk("VEVENT"):
        afspraak.add("organizer", vCalAddress(f"mailto:{afzender}"))
        afspraak.add("attendee", vCalAddress(f"mailto:{genodigde}"))
    return bytes(kalender.to_ical())


def uid(overleg: Overlegbeeld) -> str:
    """The name by which every calendar knows this meeting, whatever happens to it."""
    return f"{overleg.overleg_id}@meldketen"


def _afspraak(overleg: Overlegbeeld, zone: ZoneInfo, adres: str) -> Event:
    afspraak, aanvang = Event(), overleg.aanvang.astimezone(zone)
    einde = (overleg.einde or overleg.aanvang + timedelta(hours=1)).astimezone(zone)
    pagina = f"{adres}/overleg/{overleg.overleg_id}"
    afspraak.add("uid", uid(overleg))
    afspraak.add("sequence", overleg.volgnummer)
    afspraak.add("dtstamp", overleg.bijgewerkt or overleg.aanvang)
    afspraak.add("dtstart", aanvang)
    afspraak.add("dtend", einde)
    afspraak.add("summary", vText(overleg.naam))
    afspraak.add("description", vText(f"De agenda staat op {pagina}"))
    afspraak.add("url", pagina)
    afspraak.add("status", STANDEN.get(overleg.status, "CONFIRMED"))
    return afspraak
