"""What can be published at once: a quarter by month, or a year by quarter. Pure."""

import re
from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from services.rapportage.openbaar.kwartaal import Kwartaal, lees_kwartaal
from services.rapportage.week import EERSTE_JAAR
from shared.facts import Fout, OngeldigeInvoer

_JAAR = re.compile(r"\d{4}")
_NAMEN = ("eerste kwartaal", "tweede kwartaal", "derde kwartaal", "vierde kwartaal")


@dataclass(frozen=True)
class Jaar:
    """A calendar year of a municipality."""

    jaar: int
    zone: ZoneInfo

    @property
    def code(self) -> str:
        """`2026`."""
        return str(self.jaar)

    @property
    def kwartalen(self) -> tuple[Kwartaal, ...]:
        """Its four."""
        return tuple(Kwartaal(self.jaar, nummer, self.zone) for nummer in (1, 2, 3, 4))

    @property
    def kolommen(self) -> tuple[str, ...]:
        """The names of its quarters."""
        return _NAMEN

    @property
    def codes(self) -> tuple[str, ...]:
        """Its quarters and itself."""
        return (*(een.code for een in self.kwartalen), self.code)

    @property
    def van(self) -> datetime:
        """First moment, UTC."""
        return self.kwartalen[0].van

    @property
    def tot(self) -> datetime:
        """First moment after it, UTC."""
        return self.kwartalen[-1].tot

    def kolom(self, moment: datetime) -> int:
        """Which of its quarters, counted from 0, a moment lies in."""
        return (moment.astimezone(self.zone).month - 1) // 3


Tijdvak = Kwartaal | Jaar
"""A stretch of time in columns; `codes` names each column alike in every table, the whole last."""


def lees_tijdvak(tekst: str, zone: ZoneInfo) -> Tijdvak:
    """Read a code such as `2026-K4` or `2026`.

    Raises:
        OngeldigeInvoer: it is neither.
    """
    if _JAAR.fullmatch(tekst):
        if int(tekst) < EERSTE_JAAR:
            raise OngeldigeInvoer(Fout("kwartaal", f"moet een jaar zijn vanaf {EERSTE_JAAR}"))
        return Jaar(int(tekst), zone)
    return lees_kwartaal(tekst, zone)
