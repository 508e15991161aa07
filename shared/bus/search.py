"""Where to begin on the stream, without ever having kept a number of it: by binary search on the places."""

from collections.abc import Mapping, Sequence

from nats.aio.client import Client

from shared.bus.api import Stored, ask, get_message
from shared.bus.chain_rule import Foreign
from shared.bus.event import PREFIX
from shared.bus.streams import GEBEURTENISSEN
from shared.ledger import Position


async def find_start(nc: Client, sources: Sequence[str], positions: Mapping[str, Position]) -> int:
    """Return the stream number from which nothing unseen of any source is missed.

    Raises:
        Again: the stream cannot be read, or is not there.
        Foreign: it holds the events of another ledger than was applied so far.
    """
    state = (await ask(nc, f"STREAM.INFO.{GEBEURTENISSEN}"))["state"]
    first, end = max(1, int(state["first_seq"])), int(state["last_seq"]) + 1
    starts = [end]
    for source in sources:
        starts.append(await _first_after(nc, source, positions.get(source), (first, end)))
    return min(starts)


async def undelivered(nc: Client, sources: Sequence[str], positions: Mapping[str, Position]) -> str:
    """Return a source of which the stream holds more than was applied; empty where there is none.

    Raises:
        Again, Foreign: as `find_start`.
    """
    for source in sources:
        found = await get_message(nc, GEBEURTENISSEN, {"last_by_subj": f"{PREFIX}.{source}.>"})
        if found and place_of(found) and _is_behind(found, source, positions.get(source)):
            return source
    return ""


async def _first_after(nc: Client, source: str, known: Position | None, span: tuple[int, int]) -> int:
    """Return the number of the first message of a source behind what is known; the end where there is none yet."""
    low, high = span
    while low < high:
        middle = (low + high) // 2
        found = await _next_of(nc, source, middle)
        if found is None or _is_behind(found, source, known):
            high = middle
        else:
            low = found.seq + 1
    found = await _next_of(nc, source, low)
    return found.seq if found else span[1]


async def _next_of(nc: Client, source: str, seq: int) -> Stored | None:
    """Return the first readable message of a source at or behind a stream number."""
    while True:
        found = await get_message(nc, GEBEURTENISSEN, {"seq": seq, "next_by_subj": f"{PREFIX}.{source}.>"})
        if found is None or place_of(found):
            return found
        seq = found.seq + 1


def _is_behind(found: Stored, source: str, known: Position | None) -> bool:
    if known is None:
        return True
    chain_id = found.headers.get("ce-keten")
    if chain_id != known.chain_id:
        raise Foreign(f"op de stroom staat {source} van een ander grootboek ({chain_id}) dan tot nu toe")
    return place_of(found) > known.place


def place_of(found: Stored) -> int:
    """Return the place that a message claims; 0 when it claims none."""
    place = found.headers.get("ce-sequence", "")
    return int(place) if place.isdecimal() else 0
