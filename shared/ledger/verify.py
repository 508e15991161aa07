"""Walk the chain of a ledger and name the first place where it does not hold (promise 9)."""

from eventsourcing.persistence import StoredEvent

from shared.ledger.chain import HASH_BYTES, genesis, link
from shared.ledger.codec import Placed
from shared.ledger.errors import Break
from shared.ledger.store import Store

BATCH = 5_000


def verify(store: Store, chain_id: str) -> Break | None:
    """Return the first break: a gap in the places, or a fact whose hash does not follow from the one before it."""
    place, digest = 0, genesis(chain_id)
    while found := store.read(place, BATCH):
        for placed in found:
            broken = _check(placed, place, digest)
            if broken is not None:
                return broken
            place, digest = placed.place, bytes(placed.event.state[:HASH_BYTES])
    return None


def _check(placed: Placed, previous: int, digest: bytes) -> Break | None:
    if placed.place != previous + 1:
        return Break(previous + 1, f"ontbreekt: na plaats {previous} komt {placed.place}")
    if _hash(placed, digest) != bytes(placed.event.state[:HASH_BYTES]):
        return Break(placed.place, "de hash klopt niet met de inhoud of met het feit ervoor")
    return None


def _hash(placed: Placed, previous: bytes) -> bytes:
    event: StoredEvent = placed.event
    stream = event.originator_id
    assert not isinstance(stream, str)  # noqa: S101  the recorders are opened with uuid streams
    version, state = event.originator_version, bytes(event.state[HASH_BYTES:])
    return link(previous, placed.place, stream.hex, version, event.topic, state)
