"""A quarter of a municipality: three local months."""

import re
from dataclasses import dataclass
from datetime import date, datetime
from zoneinfo import ZoneInfo

from services.rapportage.week import EERSTE_JAAR, begin
from shared.facts import Fout, OngeldigeInvoer
from shared.woorden import MAANDEN

_KWARTAAL = re.compile(r"(\d{4})-K([1-4])")


@dataclass(frozen=True)
class Kwartaal:
    """`nummer` is 1 to 4."""

    jaar: int
    nummer: int
    zone: ZoneInfo

    @property
    def code(self) -> str:
        """`2026-K4`."""
        return f"{self.jaar}-K{self.nummer}"

    @property
    def maanden(self) -> tuple[str, ...]:
        """The names of its months."""
        return MAANDEN[self._eerste : self._eerste + 3]

    @property
    def grenzen(self) -> tuple[datetime, ...]:
        """First moment of each of its months, UTC."""
        return tuple(begin(date(self.jaar, self._eerste + 1 + n, 1), self.zone) for n in range(3))

    @property
    def van(self) -> datetime:
        """First moment, UTC."""
        return begin(date(self.jaar, self._eerste + 1, 1), self.zone)

    @property
    def tot(self) -> datetime:
        """First moment after it, UTC."""
        volgend = Kwartaal(self.jaar + self.nummer // 4, self.nummer % 4 + 1, self.zone)
        return begin(date(volgend.jaar, volgend._eerste + 1, 1), self.zone)

    @property
    def _eerste(self) -> int:
        return 3 * (self.nummer - 1)

    @property
    def kolommen(self) -> tuple[str, ...]:
        """The names of its months."""
        return self.maanden

    @property
    def codes(self) -> tuple[str, ...]:
        """Its months and itself, as every table names them."""
        return (*(f"{self.jaar}-{self._eerste + maand:02}" for maand in (1, 2, 3)), self.code)

    @property
    def kwartalen(self) -> tuple["Kwartaal", ...]:
        """Itself."""
        return (self,)

    def kolom(self, moment: datetime) -> int:
        """Which of its months, counted from 0, a moment lies in."""
        return moment.astimezone(self.zone).month - 1 - self._eerste


def lees_kwartaal(tekst: str, zone: ZoneInfo) -> Kwartaal:
    """Read a code such as `2026-K4`.

    Raises:
        OngeldigeInvoer: it is not one.
    """
    gevonden = _KWARTAAL.fullmatch(tekst)
    if gevonden is None or int(gevonden[1]) < EERSTE_JAAR:
        raise OngeldigeInvoer(
            Fout("kwartaal", "moet een kwartaal zijn, bijvoorbeeld 2026-K4, of een heel jaar, bijvoorbeeld 2026")
        )
    return Kwartaal(int(gevonden[1]), int(gevonden[2]), zone)
