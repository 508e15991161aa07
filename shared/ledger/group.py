"""The units that share one commit: what they wrote so far, and what later ones among them see."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any
from uuid import UUID

from shared.contracts import Fact
from shared.facts import Recorded
from shared.ledger.chain import genesis
from shared.ledger.codec import Codec, Placed
from shared.ledger.rows import Row, View
from shared.ledger.store import Session
from shared.ledger.timers import is_about_timers
from shared.tracing.steps import Written

Watcher = tuple[str, Callable[[Sequence[Recorded]], None]]
"""The name of a fact, and who hears of it before it is stored."""


class Group:
    """Collects until somebody has to read, or the end: then it is written in bulk."""

    def __init__(self, session: Session, *, chain_id: str, codec: Codec, views: Sequence[View]) -> None:
        self._session, self._codec, self._views = session, codec, views
        self.place, digest = session.head()
        self._begin = self.place
        self.hash = digest or genesis(chain_id)
        self._events: list[Placed] = []
        self._taken: list[Placed] = []
        self._rows: list[Row] = []
        self._streams: dict[UUID, list[Fact]] = {}
        self._followed: dict[UUID, int] = {}
        self.written: list[Written] = []
        self.timers = False
        """Whether a deadline was set, moved or taken away."""
        self.failure: Exception | None = None
        """What the database refused: no unit is to blame before each has been tried alone."""

    @property
    def has_facts(self) -> bool:
        """Say whether a fact was taken."""
        return self.place > self._begin

    @contextmanager
    def _blameless(self) -> Iterator[None]:
        try:
            yield
        except Exception as error:
            self.failure = self.failure or error
            raise

    def stand(self) -> None:
        """Refuse to go on after a refusal, also where a unit took no notice of it: its transaction may be gone.

        Raises:
            Whatever the database refused.
        """
        if self.failure is not None:
            raise self.failure

    def stream(self, stream: UUID) -> list[Fact]:
        """Return the history of a stream as the next unit must see it."""
        known = self._streams.get(stream)
        if known is None:
            if stream in self._followed:
                self.flush()
            with self._blameless():
                known = [self._codec.recorded(placed).fact for placed in self._session.stream(stream)]
            self._streams[stream] = known
        return known

    def follow(self, stream: UUID) -> None:
        """Find out the version of a stream without reading it."""
        if stream not in self._streams and stream not in self._followed:
            with self._blameless():
                self._followed[stream] = self._session.version(stream)

    def version(self, stream: UUID) -> int:
        """Return the version of a stream that was read, followed or written here; 0 claims that it is new."""
        known = self._streams.get(stream)
        return self._followed.get(stream, 0) if known is None else len(known)

    def query(self, sql: str, params: tuple[object, ...]) -> list[tuple[Any, ...]]:
        """Read rows, with everything that was taken so far."""
        self.flush()
        with self._blameless():
            return self._session.query(sql, params)

    def take(
        self, events: list[Placed], rows: list[Row], own: dict[UUID, list[Fact]], place: int, digest: bytes
    ) -> None:
        """Accept what a unit or part wrote."""
        self._events.extend(events)
        self._taken.extend(events)
        self._rows.extend(rows)
        self.timers = self.timers or any(is_about_timers(sql) for sql, _ in rows)
        for stream, facts in own.items():
            if stream in self._followed and stream not in self._streams:
                self._followed[stream] += len(facts)
            else:
                self._streams.setdefault(stream, []).extend(facts)
        self.place, self.hash = place, digest

    def rows_for(self, recorded: Recorded) -> Iterable[Row]:
        """Return what the views make of a fact."""
        for view in self._views:
            yield from view.apply(recorded)

    def refuse_unknown(self, shape: type[Fact]) -> None:
        """Refuse a fact that this ledger could not read back."""
        if not self._codec.knows(shape):
            raise TypeError(f"{shape.__name__} is not a fact of this ledger")

    def flush(self) -> None:
        """Write what was collected into the open transaction."""
        events, self._events = self._events, []
        rows, self._rows = self._rows, []
        with self._blameless():
            if events:
                self._session.insert(events)
            if rows:
                self._session.execute(rows)

    def announce(self, watchers: Iterable[Watcher]) -> None:
        """Tell who asked for it what is about to be stored; what they raise keeps it from being stored."""
        for name, call in watchers:
            if events := [placed for placed in self._taken if placed.event.topic == name]:
                with self._blameless():
                    call([self._codec.recorded(placed) for placed in events])
