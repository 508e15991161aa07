"""What a use case gets: read, decide, append. All of it is stored, or nothing."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from time import time_ns
from typing import Any
from uuid import UUID

from eventsourcing.persistence import StoredEvent

from shared.contracts import Fact
from shared.facts import Context, Recorded
from shared.ledger.chain import link, state_of
from shared.ledger.codec import Placed
from shared.ledger.errors import Conflict, FactTooLarge
from shared.ledger.group import Group
from shared.ledger.positions import SELECT, SELECT_ONE, Position, position_set, to_positions
from shared.ledger.rows import Row, iso
from shared.toeval import Toeval
from shared.tracing import TRACING
from shared.tracing.steps import Written

_TOEVAL = Toeval()
FACT_BYTES = 900_000
"""What a message of 1 MiB holds beside its headers."""


@dataclass
class _Draft:
    """What a unit wrote and can still be dropped."""

    events: list[Placed] = field(default_factory=list)
    rows: list[Row] = field(default_factory=list)
    own: dict[UUID, list[Fact]] = field(default_factory=dict)
    written: list[Written] = field(default_factory=list)
    """What traces tell of it, where they are on."""


class Transaction:
    """One unit. It runs in the writer's thread, under the write lock: no await, no I/O, no other clock than `op`.

    It may run a second time (after another unit of its group failed), so it changes nothing but this transaction.
    """

    def __init__(self, group: Group, context: Context) -> None:
        self._group, self._draft = group, _Draft()
        self._place, self._hash = group.place, group.hash
        self.context = context
        self.contributed = False

    @property
    def op(self) -> datetime:
        """The moment of this unit."""
        return self.context.op

    def facts(self, stream: UUID) -> list[Fact]:
        """Return the history of one stream, with what this unit appended."""
        return [*self._group.stream(stream), *self._draft.own.get(stream, ())]

    def follow(self, stream: UUID) -> None:
        """Let what is appended to a stream come after whatever stands in it, without reading that."""
        self._group.follow(stream)

    def append(self, stream: UUID, *facts: Fact) -> None:
        """Add facts to a stream. Appending to one that was neither read nor followed claims that it is new.

        Raises (when the group is stored):
            Conflict: the stream was not new.
            FactTooLarge: at once.
        """
        version = self._group.version(stream) + len(self._draft.own.get(stream, ()))
        for offset, fact in enumerate(facts, start=1):
            self._add(stream, version + offset, fact)
        self._draft.own.setdefault(stream, []).extend(facts)

    def query(self, sql: str, params: tuple[object, ...] = ()) -> list[tuple[Any, ...]]:
        """Read rows: every earlier unit and part counts, the rows of this one do not yet."""
        return self._group.query(sql, params)

    def execute(self, sql: str, params: tuple[object, ...] = ()) -> None:
        """Write a row beside the facts."""
        self._draft.rows.append((sql, params))

    def positions(self) -> dict[str, Position]:
        """Return up to where each source was applied."""
        return to_positions(self.query(SELECT))

    def move(self, source: str, expected_place: int, position: Position) -> None:
        """Move the place of a source, by compare-and-set: of two consumers one gets through (promise 3).

        Raises:
            Conflict: another process moved it.
        """
        found = self.query(SELECT_ONE, (source,))
        place = found[0][0] if found else 0
        if place != expected_place:
            raise Conflict(f"bron {source} staat op {place}, niet op {expected_place}")
        self.execute(*position_set(source, position))

    @contextmanager
    def part(self, context: Context) -> Iterator[None]:
        """Run a part under its own context; when it raises, what it wrote is dropped and the rest stays."""
        outer = self.context
        self.settle()
        self.context = context
        try:
            yield
        except BaseException:
            self._draft = _Draft()
            self._place, self._hash = self._group.place, self._group.hash
            raise
        else:
            self.settle()
        finally:
            self.context = outer

    def settle(self) -> None:
        """Hand what was written to the group: from here only the whole group can be undone."""
        draft, self._draft = self._draft, _Draft()
        if draft.events or draft.rows:
            self.contributed = True
            self._group.take(draft.events, draft.rows, draft.own, self._place, self._hash)
            self._group.written += draft.written

    def _add(self, stream: UUID, version: int, fact: Fact) -> None:
        context, place, naam = self.context, self._place + 1, type(fact).__name__
        self._group.refuse_unknown(type(fact))
        fact_id, data = UUID(bytes=_TOEVAL.neem(16), version=4).hex, fact.model_dump_json().encode()
        if len(data) > FACT_BYTES:
            raise FactTooLarge(naam)
        state = state_of(
            id=fact_id, tijd=iso(context.op), correlatie=context.correlatie, oorzaak=context.oorzaak, data=data
        )
        digest = link(self._hash, place, stream.hex, version, naam, state)
        self._draft.events.append(Placed(place, StoredEvent(stream, version, naam, digest + state)))
        recorded = Recorded(
            place, stream, version, naam, fact, fact_id, context.op, context.correlatie, context.oorzaak, digest, data
        )
        self._draft.rows.extend(self._group.rows_for(recorded))
        self._place, self._hash = place, digest
        if TRACING.on:
            self._draft.written.append(Written(fact_id, naam, context, time_ns()))
