"""What services of one process ask each other for a page, for one reader: each answers as its own pages would.

As with the start page and the search box, who runs alone has nobody to ask: then the page has a link, and no more.
Facts go by the bus alone, and nothing that is asked here is kept.
"""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar
from uuid import UUID

from shared.web.navraag import vraag
from shared.web.toegang.wie import Wie

GEDULD_SECONDS = 2.0
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Genummerd:
    """An item of an agenda, by the number that people at the table call it by."""

    nr: int
    punt_id: UUID
    meldingen: Sequence[UUID]


@dataclass(slots=True)
class Loket:
    """Who can be asked in this process; None: runs elsewhere."""

    agenda: Callable[[Wie, UUID], Awaitable[Sequence[Genummerd]]] | None = None
    """The items of a meeting in their order; none where this reader may not read it."""
    teksten: Callable[[Wie, Sequence[UUID]], Awaitable[Mapping[UUID, str]]] | None = None
    """What was written with meldingen, masked; those that this reader may read, empty where nothing was written."""

    async def agenda_van(self, wie: Wie, overleg_id: UUID) -> Sequence[Genummerd]:
        """Ask for an agenda; nothing where there is no answer."""
        return await _of_niets(self.agenda(wie, overleg_id) if self.agenda else None) or ()

    async def teksten_van(self, wie: Wie, meldingen: Sequence[UUID]) -> Mapping[UUID, str]:
        """Ask for texts; nothing where there is no answer."""
        return await _of_niets(self.teksten(wie, meldingen) if self.teksten else None) or {}


async def _of_niets(antwoord: Awaitable[T] | None) -> T | None:
    return await vraag(antwoord, GEDULD_SECONDS) if antwoord else None
