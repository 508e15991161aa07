"""Whether the system of a COA location is silent (promise 6). Pure."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from shared.contracts import Fact
from shared.contracts.intake import LocatieHoorbaar, LocatieStil


def gehoord(eerder: Sequence[Fact], gemeente: str, locatie: str) -> list[LocatieHoorbaar]:
    """Say that it is heard, for the first time or again."""
    laatste = eerder[-1] if eerder else None
    if isinstance(laatste, LocatieHoorbaar):
        return []
    stil_sinds = laatste.sinds if isinstance(laatste, LocatieStil) else None
    return [LocatieHoorbaar(gemeente=gemeente, locatie=locatie, stil_sinds=stil_sinds)]


def stil(eerder: Sequence[Fact], gemeente: str, locatie: str, *, laatst: datetime, regel: str) -> list[LocatieStil]:
    """Say that it is silent, once, after it was heard."""
    if not eerder or isinstance(eerder[-1], LocatieStil):
        return []
    return [LocatieStil(gemeente=gemeente, locatie=locatie, sinds=laatst, laatst_gehoord_op=laatst, regel=regel)]


def stil_op(laatst: datetime, begonnen: datetime, binnen: timedelta) -> datetime:
    """Return from when silence counts: what was said while nobody here listened was not heard."""
    return max(laatst, begonnen) + binnen
