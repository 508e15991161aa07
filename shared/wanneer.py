"""When something happened, as exactly as it is known: at a moment, or in a part of a day. Pure.

Who does not know the time says in which part of the day it was. The moment that is kept with it then only says the day:
it is used to put things in order, and never said to anybody.
"""

from dataclasses import dataclass
from datetime import datetime, time, timedelta, tzinfo

from shared.contracts.intake import Dagdeel

BEGIN = {Dagdeel.NACHT: time(0), Dagdeel.OCHTEND: time(6), Dagdeel.MIDDAG: time(12), Dagdeel.AVOND: time(18)}
"""When each part of the day begins: the moment that is kept with it, so that it is never in the future."""
_OP_DE_KLOK = {Dagdeel.NACHT: "nacht (0.00 tot 6.00 uur)"}
"""A night lies on two days: only with its hours it is plain which of the two is meant."""
DUUR = timedelta(hours=6)
"""How long each part of the day lasts."""


@dataclass(frozen=True, slots=True)
class Gebeurd:
    """When it happened. `dagdeel`: all that is known beside the day."""

    op: datetime
    dagdeel: Dagdeel | None = None

    def astimezone(self, zone: tzinfo | None = None) -> "Gebeurd":
        """Read it on another clock, as a moment."""
        return Gebeurd(self.op.astimezone(zone), self.dagdeel)


def gebeurd(op: datetime, dagdeel: str | None) -> Gebeurd:
    """Put the two together, as a store or an event has them."""
    return Gebeurd(op, Dagdeel(dagdeel) if dagdeel else None)


def einde(wanneer: Gebeurd) -> datetime:
    """Say when it can have happened at the latest."""
    return wanneer.op + DUUR if wanneer.dagdeel else wanneer.op


def met_dagdeel(dag: str, dagdeel: Dagdeel, woord: str = "") -> str:
    """Write `zondag 22 november 2026, avond`: whatever says a day with a part of it, says it by this."""
    return f"{dag}, {woord or _OP_DE_KLOK.get(dagdeel, dagdeel.value)}"


def is_begin(op: datetime, dagdeel: Dagdeel, zone: tzinfo) -> bool:
    """Whether this part of the day begins at this moment."""
    return op.astimezone(zone).time() == BEGIN[dagdeel]
