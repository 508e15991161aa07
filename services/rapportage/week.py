"""An ISO week of a municipality: from local midnight on Monday to the next one, also when the clock changes."""

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from functools import cached_property, lru_cache
from zoneinfo import ZoneInfo

from shared.facts import Fout, OngeldigeInvoer

SPELING = 1
"""Minutes a moment may lie ahead of our clock: clocks differ."""
EERSTE_JAAR = 2000
"""Nothing was recorded before."""
_WEEK = re.compile(r"(\d{4})-W(\d{2})")


@dataclass(frozen=True)
class Week:
    """Seven local days; `jaar` is the ISO year, which is not always the calendar year of the day."""

    jaar: int
    nummer: int
    zone: ZoneInfo

    @property
    def code(self) -> str:
        """As ISO 8601 writes it: `2026-W47`."""
        return f"{self.jaar}-W{self.nummer:02}"

    @cached_property
    def dagen(self) -> tuple[date, ...]:
        """Monday to Sunday."""
        maandag = date.fromisocalendar(self.jaar, self.nummer, 1)
        return tuple(maandag + timedelta(days=n) for n in range(7))

    @cached_property
    def van(self) -> datetime:
        """First moment of the week, UTC."""
        return begin(self.dagen[0], self.zone)

    @cached_property
    def tot(self) -> datetime:
        """First moment after the week, UTC: 167 or 169 hours later where the clock changes."""
        return begin(self.dagen[6] + timedelta(days=1), self.zone)

    def vorige(self) -> "Week":
        """The week before."""
        return week_van(self.van - timedelta(hours=1), self.zone)

    def jaar_eerder(self) -> "Week":
        """The week with the same number a year before; of week 53 the last one of that year."""
        laatste = date(self.jaar - 1, 12, 28).isocalendar().week
        return Week(self.jaar - 1, min(self.nummer, laatste), self.zone)

    def op_zelfde_moment(self, moment: datetime, ander: "Week") -> datetime:
        """The moment in another week that is as far on local clocks as `moment` is in this one."""
        verder = moment.astimezone(self.zone).replace(tzinfo=None) - datetime.combine(self.dagen[0], time())
        lokaal = datetime.combine(ander.dagen[0], time()) + verder
        return lokaal.replace(tzinfo=self.zone).astimezone(UTC)


@lru_cache(maxsize=10_000)
@lru_cache(maxsize=1_000)
def begin(dag: date, zone: ZoneInfo) -> datetime:
    """Local midnight at which a day begins, in UTC."""
    return datetime.combine(dag, time(), zone).astimezone(UTC)


def week_van(moment: datetime, zone: ZoneInfo) -> Week:
    """The week in which a moment falls for the people who live there."""
    jaar, nummer, _ = moment.astimezone(zone).isocalendar()
    return Week(jaar, nummer, zone)


def lees_week(tekst: str, zone: ZoneInfo, peildatum: datetime) -> Week:
    """`2026-W47` as a week that had begun at the peildatum.

    Raises:
        OngeldigeInvoer: not written like that, a year that has no such week, or a week to come.
    """
    gevonden = _WEEK.fullmatch(tekst)
    try:
        week = Week(int(gevonden[1]), int(gevonden[2]), zone) if gevonden else None
        if week and week.jaar >= EERSTE_JAAR and week.van <= peildatum and week.tot:
            return week
    except (ValueError, OverflowError):
        pass
    raise OngeldigeInvoer(Fout("week", "Schrijf een week die al begonnen is, als jaar en weeknummer: 2026-W47."))


def lees_peildatum(tekst: str | None, nu: datetime, zone: ZoneInfo) -> datetime:
    """The moment whose knowledge counts: a date means the end of that day, nothing means now.

    Raises:
        OngeldigeInvoer: unreadable, a moment without offset, or in the future: nobody knows that yet.
    """
    if not tekst:
        return nu
    moment = _moment(tekst, zone)
    if moment is None:
        raise OngeldigeInvoer(Fout("peildatum", "Schrijf een datum als 2026-11-22."))
    if _begint(tekst, moment, zone) > nu + timedelta(minutes=SPELING):
        raise OngeldigeInvoer(Fout("peildatum", "Kies een datum die niet in de toekomst ligt."))
    return min(moment, nu)


def _moment(tekst: str, zone: ZoneInfo) -> datetime | None:
    try:
        moment = _einde(date.fromisoformat(tekst), zone) if _is_datum(tekst) else _met_offset(tekst)
    except (ValueError, OverflowError):
        return None
    return moment if moment and moment.year >= EERSTE_JAAR else None


def _einde(dag: date, zone: ZoneInfo) -> datetime:
    return begin(dag + timedelta(days=1), zone) - timedelta(microseconds=1)


def _met_offset(tekst: str) -> datetime | None:
    moment = datetime.fromisoformat(tekst.replace(" ", "+"))  # an unencoded plus arrives as a space
    return moment.astimezone(UTC) if moment.tzinfo else None


def _begint(tekst: str, moment: datetime, zone: ZoneInfo) -> datetime:
    return begin(date.fromisoformat(tekst), zone) if _is_datum(tekst) else moment


def _is_datum(tekst: str) -> bool:
    return re.fullmatch(r"\d{4}-\d{2}-\d{2}", tekst) is not None
