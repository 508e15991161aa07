"""A period in whole local days, as somebody chooses it. Pure."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from services.rapportage.week import EERSTE_JAAR, begin
from shared.facts import Fout, OngeldigeInvoer

STANDAARD = 91
"""Days: thirteen weeks, a quarter."""
LANGSTE = 1100
"""Days: somewhat over three years."""


@dataclass(frozen=True)
class Periode:
    """From a day to a day, both included."""

    van: date
    tot: date
    zone: ZoneInfo

    @property
    def begin(self) -> datetime:
        """First moment, UTC."""
        return begin(self.van, self.zone)

    @property
    def einde(self) -> datetime:
        """First moment after it, UTC."""
        return begin(self.tot + timedelta(days=1), self.zone)


def lees_periode(van: str | None, tot: str | None, peildatum: datetime, zone: ZoneInfo) -> Periode:
    """Read two dates; without them the thirteen weeks up to the peildatum.

    Raises:
        OngeldigeInvoer: not a date, the wrong way round, too long ago, or longer than three years.
    """
    laatste = _dag("tot", tot) if tot else peildatum.astimezone(zone).date()
    eerste = _dag("van", van) if van else laatste - timedelta(days=STANDAARD - 1)
    if eerste > laatste:
        raise OngeldigeInvoer(Fout("van", "Kies een begindatum die niet na de einddatum ligt."))
    if (laatste - eerste).days > LANGSTE:
        raise OngeldigeInvoer(Fout("van", "Kies een periode van ten hoogste drie jaar."))
    return Periode(eerste, laatste, zone)


def _dag(veld: str, tekst: str) -> date:
    try:
        dag = date.fromisoformat(tekst) if len(tekst) == len("2026-11-22") else None
    except ValueError:
        dag = None
    if dag is None or not EERSTE_JAAR < dag.year < EERSTE_JAAR + 100:
        raise OngeldigeInvoer(Fout(veld, "Schrijf een datum als 2026-11-22."))
    return dag
