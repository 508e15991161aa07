"""Looking for something across services: the one shape in which each says what it found."""

import re
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from datetime import datetime

from shared.kortnummer import staart

KORTSTE, LANGSTE = 3, 80
HOOGSTENS = 20
"""Of each service; who finds as many looks for something more precise."""
_NUMMER = re.compile(r"[0-9a-f]{6,8}(-[0-9a-f-]{0,27})?")


@dataclass(frozen=True, slots=True)
class Zoekvraag:
    """What somebody typed, in small letters, as separate words. All of them must be there."""

    woorden: tuple[str, ...]
    staart: str | None = None
    """How an id ends, if what was typed is a short number."""

    @property
    def patronen(self) -> tuple[str, ...]:
        """Each word as a pattern of SQL; what would be a sign of such a pattern was taken out."""
        return tuple(f"%{woord}%" for woord in self.woorden)

    @property
    def nummer(self) -> str | None:
        """The beginning of an id, if that is what was typed."""
        enig = self.woorden[0] if len(self.woorden) == 1 else ""
        return enig if _NUMMER.fullmatch(enig) else None

    def staat_in(self, tekst: str) -> bool:
        """Say whether every word stands in a text."""
        klein = tekst.lower()
        return all(woord in klein for woord in self.woorden)


@dataclass(frozen=True, slots=True)
class Vondst:
    """Something that was found: what it is, and the page on which it stands."""

    soort: str
    naam: str
    pad: str
    op: datetime | None = None
    toelichting: str = ""


Zoeker = Callable[..., Awaitable[Sequence[Vondst]]]
"""Called with who looks (`shared.web.Wie`), a `Zoekvraag` and now; gives only what that role may see there."""


def lees_zoekvraag(getypt: str) -> Zoekvraag | None:
    """Read what was typed; None where it is too short or too long to look for."""
    schoon = re.sub(r"[%_\\]", " ", getypt).lower().split()
    samen = " ".join(schoon)
    return Zoekvraag(tuple(dict.fromkeys(schoon)), staart(samen)) if KORTSTE <= len(samen) <= LANGSTE else None
