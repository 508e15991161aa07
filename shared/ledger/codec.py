"""Between a fact and what the recorder stores: `state` is the hash followed by the canonical JSON."""

from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from eventsourcing.persistence import StoredEvent
from pydantic_core import from_json

from shared.contracts import Fact
from shared.facts import Recorded
from shared.ledger.chain import HASH_BYTES
from shared.ledger.errors import UnknownStore
from shared.ledger.rows import from_iso

_DATA = b'"data":'


@dataclass(frozen=True, slots=True)
class Placed:
    """A stored event and its place in the ledger."""

    place: int
    event: StoredEvent


class Codec:
    """Knows the facts of one ledger by their name, which is their stable topic."""

    def __init__(self, facts: Iterable[type[Fact]]) -> None:
        self._shapes = {shape.__name__: shape for shape in facts}
        self.kinds = tuple(self._shapes.values())

    def knows(self, shape: type[Fact]) -> bool:
        """Say whether this ledger may hold such a fact."""
        return self._shapes.get(shape.__name__) is shape

    def recorded(self, placed: Placed) -> Recorded:
        """Read a stored event back.

        Raises:
            UnknownStore: the fact is of a kind that this version does not know.
        """
        event = placed.event
        shape = self._shapes.get(event.topic)
        if shape is None:
            raise UnknownStore(f"feit '{event.topic}' op plaats {placed.place} is van een nieuwere versie")
        digest, state = bytes(event.state[:HASH_BYTES]), bytes(event.state[HASH_BYTES:])
        begin = state.index(_DATA)
        head, data = from_json(state[: begin - 1] + b"}"), state[begin + len(_DATA) : -1]
        stream = event.originator_id if isinstance(event.originator_id, UUID) else UUID(event.originator_id)
        return Recorded(
            place=placed.place,
            stream=stream,
            version=event.originator_version,
            naam=event.topic,
            fact=shape.model_validate_json(data),
            id=head["id"],
            tijd=from_iso(head["tijd"]),
            correlatie=head["correlatie"],
            oorzaak=head["oorzaak"],
            hash=digest,
            data=data,
        )
