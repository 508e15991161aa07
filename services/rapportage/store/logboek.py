"""Reading the log of what was received, in the order of each source."""

from collections.abc import Callable, Iterator, Sequence
from typing import Any

from services.rapportage.store.tabellen import ONTVANGEN
from shared.bus import Event
from shared.ledger import uncollected

Query = Callable[[str, tuple[object, ...]], list[tuple[Any, ...]]]
Keten = tuple[str, str]
"""A source and the id of its ledger: a restored ledger is another chain."""

VELDEN = ", ".join(ONTVANGEN.namen)
_KETENS = "SELECT DISTINCT source, keten FROM ontvangen"
_VERDER = f"SELECT {VELDEN} FROM ontvangen WHERE source = ? AND keten = ? AND place > ? ORDER BY place LIMIT ?"  # noqa: S608
STAPEL = 10_000


def ketens(query: Query) -> list[Keten]:
    """Return every chain of which something was received."""
    return sorted((source, keten) for source, keten in query(_KETENS, ()))


def hoeveel(query: Query) -> int:
    """Return how many events were received."""
    return int(query("SELECT COUNT(*) FROM ontvangen", ())[0][0])


def stapels(query: Query, keten: Keten, na: int) -> Iterator[list[Event]]:
    """Return what was received of one chain behind place `na`, a stapel at a time."""
    while events := _stapel(query, (*keten, na, STAPEL)):
        yield events
        na = events[-1].place


def _stapel(query: Query, vraag: tuple[object, ...]) -> list[Event]:
    with uncollected():
        return [uit_log(rij) for rij in query(_VERDER, vraag)]


def uit_log(rij: Sequence[Any]) -> Event:
    """Read a row of the log back as the event that it was."""
    source, keten, place, naam, ce_id, tijd, gemeente, locatie, correlatie, oorzaak, stream, version, digest, data = rij
    return Event(
        source=source,
        place=place,
        previous=place - 1,
        chain_id=keten,
        hash=bytes.fromhex(digest),
        id=ce_id,
        naam=naam,
        moment=tijd,
        correlatie=correlatie,
        oorzaak=oorzaak,
        gemeente=gemeente,
        locatie=locatie,
        stream_id=stream,
        version=version,
        data=bytes(data),
    )
