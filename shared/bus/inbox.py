"""What arrives is applied once: effect and place in one transaction (promises 3 and 4). Knows nothing of NATS."""

import asyncio
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from time import time_ns

import structlog
from pydantic import ValidationError

from shared.bus import quarantine
from shared.bus.api import Again
from shared.bus.chain_rule import Foreign, Gap, after, before, is_next
from shared.bus.dispatch import Apply, Dispatch, Handlers, Raw
from shared.bus.event import Event
from shared.facts import Context, NietGevonden
from shared.ledger import Ledger, Overloaded, Position, StoreUnavailable, Transaction
from shared.tracing import TRACING, steps

log = structlog.get_logger(__name__)

ATTEMPTS = 3


class Later(Exception):
    """Raised by a handler: not now. The line stops and the event comes again, until it works."""


class HandlerFailed(Again):
    """A handler raised; what came before it is applied."""


@dataclass(frozen=True)
class _Outcome:
    """How many events were dealt with, and what the handler of the next one raised."""

    done: int
    error: Exception | None = None


@dataclass
class Counters:
    """What was done since the start."""

    dubbel: int = 0


class Inbox:
    """Where the events of all sources enter one service, in order."""

    def __init__(
        self,
        ledger: Ledger,
        *,
        klok: Callable[[], datetime],
        handlers: Handlers | None = None,
        raw: Raw | None = None,
        attempts: int = ATTEMPTS,
    ) -> None:
        self.positions: dict[str, Position] = {}
        self.counters = Counters()
        self._ledger, self._klok, self._most = ledger, klok, attempts
        ledger.ensure(quarantine.QUARANTAINE)
        self._dispatch = Dispatch(handlers, raw)
        self._failures: dict[str, list[Exception]] = {}
        self._one_by_one = False

    def lacks(self, events: Iterable[Event]) -> bool:
        """Say whether one of these is not applied yet."""
        return any(self._reached(event.source) < event.place for event in events)

    def places(self) -> dict[str, int]:
        """Return up to which place the facts of each source are applied."""
        return {source: position.place for source, position in self.positions.items()}

    def _reached(self, source: str) -> int:
        known = self.positions.get(source)
        return known.place if known else 0

    async def load(self) -> None:
        """Look up how far the ledger is."""
        self.positions = await asyncio.to_thread(self._ledger.positions)

    async def take(self, events: Sequence[Event]) -> None:
        """Apply what follows, pass over what was applied already.

        Raises:
            Gap, Foreign: an event does not follow; those before it are applied.
            HandlerFailed, Again: come again from the places in the ledger.
            StoreUnavailable, Overloaded: the store cannot take it now.
        """
        coming, trouble = self._coming(events)
        size = 1 if self._one_by_one else len(coming)
        for begin in range(0, len(coming), size or 1):
            await self._apply(coming[begin : begin + size])
        self._one_by_one = False
        if trouble is not None:
            raise trouble

    async def replay(self, id: str, context: Context) -> None:  # noqa: A002
        """Handle a quarantined message after all, in one transaction with marking it done.

        Raises:
            NietGevonden: no such message waits.
            Whatever the handler raises: then it keeps waiting.
        """
        await self._ledger.run(lambda tx: self._replay(tx, id), context)

    def _coming(self, events: Sequence[Event]) -> tuple[list[Event], Exception | None]:
        reached, coming = dict(self.positions), list[Event]()
        for event in events:
            try:
                fresh = is_next(event, reached.get(event.source) or before(event))
            except (Gap, Foreign) as trouble:
                return coming, trouble
            if fresh:
                reached[event.source] = after(event)
                coming.append(event)
            else:
                self.counters.dubbel += 1
        return coming, None

    async def _apply(self, events: Sequence[Event]) -> None:
        begin = time_ns()
        try:
            outcome = await self._ledger.run(lambda tx: self._unit(tx, events), Context(self._klok(), ""))
        except (StoreUnavailable, Overloaded):
            raise
        except Exception as error:  # noqa: BLE001  a row that the database refuses is as fatal for one event only
            outcome = await self._after_refusal(events, error)
        if TRACING.on:
            wanted = [event for event in events[: outcome.done] if self._dispatch.wants(event)]
            steps.applied(self._ledger.name, wanted, begin)
        for event in events[: outcome.done]:
            self.positions[event.source] = after(event)
            self._failures.pop(event.id, None)
        if outcome.error is not None:
            self._failed(events[outcome.done], outcome.error)

    def _unit(self, tx: Transaction, events: Sequence[Event]) -> _Outcome:
        done, error = 0, None
        for event in events:
            try:
                self._one(tx, event)
            except (StoreUnavailable, Overloaded):
                raise
            except Exception as raised:  # noqa: BLE001  whatever a handler raises, the others are not its victims
                error = raised
                break
            done += 1
        self._move(tx, events[:done])
        return _Outcome(done, error)

    def _one(self, tx: Transaction, event: Event) -> None:
        failures = self._failures.get(event.id, [])
        if len(failures) >= self._most:
            tx.execute(*quarantine.set_apart(event, quarantine.reason(failures[-1]), tx.op))
            return
        try:
            apply = self._dispatch.prepare(event)
        except ValidationError as error:
            log.error("onleesbaar bericht in quarantaine", **_about(event))  # noqa: TRY400  no values in the log
            tx.execute(*quarantine.set_apart(event, quarantine.reason(error), tx.op))
            return
        if apply is not None:
            self._in_own_part(tx, event, apply)

    def _move(self, tx: Transaction, events: Sequence[Event]) -> None:
        last = {event.source: event for event in events}
        for source, event in last.items():
            tx.move(source, self._reached(source), after(event))

    def _replay(self, tx: Transaction, id: str) -> None:  # noqa: A002
        found = tx.query(quarantine.SELECT_ONE, (id, quarantine.OPEN))
        if not found:
            raise NietGevonden("Dit bericht staat niet (meer) in quarantaine.")
        event = quarantine.to_event(*found[0])
        apply = self._dispatch.prepare(event)
        if apply is not None:
            self._in_own_part(tx, event, apply)
        tx.execute(*quarantine.mark_done(id))

    def _in_own_part(self, tx: Transaction, event: Event, apply: Apply) -> None:
        span = steps.applying(self._ledger.name, event.id)
        with tx.part(Context(tx.op, event.correlatie, event.id, span)):
            apply(tx)

    async def _after_refusal(self, events: Sequence[Event], error: Exception) -> _Outcome:
        """Find out who was in the way: another consumer of this service, or the rows of one of these handlers."""
        stored = await asyncio.to_thread(self._ledger.positions)
        sources = {event.source for event in events}
        if any(stored.get(source) != self.positions.get(source) for source in sources):
            raise Again("een tweede afnemer van deze dienst was eerder") from error
        if len(events) > 1:
            self._one_by_one = True
            raise Again("een voor een") from error
        return _Outcome(0, error)

    def _failed(self, event: Event, error: Exception) -> None:
        """Remember a failure, so that after enough of them the event is set apart.

        Raises:
            HandlerFailed: always.
        """
        if not isinstance(error, Later):
            failures = self._failures.setdefault(event.id, [])
            failures.append(error)
            tell = log.error if len(failures) >= self._most else log.warning
            tell("verwerken mislukt", poging=len(failures), fout=type(error).__name__, **_about(event))
        raise HandlerFailed(f"{event.source} {event.place} ({event.naam}): {quarantine.reason(error)}") from error


def _about(event: Event) -> dict[str, object]:
    return {"bron": event.source, "plaats": event.place, "feit": event.naam, "trace": event.correlatie}
