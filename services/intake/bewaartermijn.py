"""How long a municipality keeps each kind of data, and before which moment it is over (AVG, Archiefwet). Pure."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from shared.profiel.schema import Profiel
from shared.profiel.schema.melder import VANZELF, Bewaarsoort

REGEL = "AVG-5.1e"


@dataclass(frozen=True, slots=True)
class Termijn:
    """What is over: received before `ontvangen_voor`, or ended before `beeindigd_voor`."""

    duur: timedelta
    vanaf_einde: bool
    hoogstens: timedelta
    regel: str

    def ontvangen_voor(self, op: datetime) -> datetime:
        """What was received before this is over, closed or not."""
        return op - (self.hoogstens if self.vanaf_einde else self.duur)

    def beeindigd_voor(self, op: datetime) -> datetime | None:
        """What ended before this is over; None where the end does not matter."""
        return op - self.duur if self.vanaf_einde else None


def termijn(profiel: Profiel, soort: Bewaarsoort) -> Termijn:
    """Find the term in a profile, or the short one that holds where it is silent."""
    duur, hoogstens = VANZELF[soort]
    for gekozen in profiel.bewaren:
        if gekozen.soort == soort:
            vanaf_einde = gekozen.vanaf == "einde"
            return Termijn(gekozen.termijn, vanaf_einde, gekozen.hoogstens or gekozen.termijn, gekozen.regel)
    return Termijn(duur, soort == "contact", hoogstens, REGEL)
