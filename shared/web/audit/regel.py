"""One line: who, in which role, did what to what, with which result, by which way, and when.

Never a name, an address of the internet, or anything that somebody typed: an actor is a random or keyed number, an
object a path of our own with numbers in it.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from http import HTTPStatus
from typing import Any

from shared.ledger import from_iso, iso

NIEMAND = "publiek"
"""The role of who did not sign in."""
BEDIENING = "bediening"
"""The role of who runs commands at the machine."""
_DEEL = re.compile(r"[A-Za-z0-9_.-]{1,64}")


class Resultaat(StrEnum):
    """How it ended. `BEGONNEN` stands before each action: alone in its trace, the process was stopped."""

    BEGONNEN = "begonnen"
    GELUKT = "gelukt"
    AFGEWEZEN = "afgewezen"
    GEWEIGERD = "geweigerd"
    NIET_AANGEMELD = "niet-aangemeld"
    NIET_GEVONDEN = "niet-gevonden"
    MISLUKT = "mislukt"


class Herkomst(StrEnum):
    """By which way."""

    PAGINA = "pagina"
    API = "api"
    OPDRACHT = "opdrachtregel"


_BIJZONDER: Mapping[int, Resultaat] = {
    HTTPStatus.UNAUTHORIZED: Resultaat.NIET_AANGEMELD,
    HTTPStatus.FORBIDDEN: Resultaat.GEWEIGERD,
    HTTPStatus.NOT_FOUND: Resultaat.NIET_GEVONDEN,
}


@dataclass(frozen=True, slots=True)
class Regel:
    """`wie` is the pseudonym of an account, the number of a key, or empty; `betreft` what was asked for.

    `aantal`: how often, where equal ones came.
    """

    op: datetime
    wie: str
    rol: str
    actie: str
    betreft: str
    resultaat: Resultaat
    herkomst: Herkomst
    spoor: str = ""
    plek: str = "alle"
    aantal: int = 1

    @property
    def soort(self) -> tuple[str, ...]:
        """What equal lines have in common: all but the moment, the trace and the number."""
        return (self.wie, self.rol, self.actie, self.betreft, self.resultaat, self.herkomst, self.plek)

    @property
    def handeling(self) -> tuple[str, str, str]:
        """What the line of how it began has in common with that of how it ended; what is named at the end is not."""
        return (self.spoor, self.actie, self.betreft.partition(" (")[0])

    def rij(self) -> tuple[str | int, ...]:
        """Give the values as they are stored and sealed."""
        soort = (self.wie, self.rol, self.actie, self.betreft, str(self.resultaat), str(self.herkomst))
        return (iso(self.op), *soort, self.spoor, self.plek, self.aantal)


def van_rij(rij: tuple[Any, ...]) -> Regel:
    """Read what `rij` gave."""
    op, wie, rol, actie, betreft, resultaat, herkomst, spoor, plek, aantal = rij
    return Regel(
        from_iso(op), wie, rol, actie, betreft, Resultaat(resultaat), Herkomst(herkomst), spoor, plek, int(aantal)
    )


def uit_status(status: int) -> Resultaat:
    """Say how a request ended, from the status of its answer."""
    if status < HTTPStatus.BAD_REQUEST:
        return Resultaat.GELUKT
    if status >= HTTPStatus.INTERNAL_SERVER_ERROR:
        return Resultaat.MISLUKT
    return _BIJZONDER.get(status, Resultaat.AFGEWEZEN)


def gegeven(rol: str, gemeente: str | None, locatie: str | None, kenmerk: str) -> str:
    """Say to whom access was given or of whom it was taken: codes of ours."""
    return f"rol {rol}, plek {locatie or gemeente or 'alle'}, kenmerk {kenmerk or 'account'}"


def ingevuld(weg: str, delen: dict[str, Any]) -> str:
    """Fill in a path with what came in it; what is no number or code of ours is left out."""
    for naam, waarde in delen.items():
        weg = weg.replace(f"{{{naam}}}", str(waarde) if _DEEL.fullmatch(str(waarde)) else "…")
    return weg
