"""Group commit: one thread, one queue, one durable transaction for all that waits."""

import asyncio
import queue
import threading
from collections.abc import Callable, Sequence
from concurrent.futures import Future
from dataclasses import dataclass
from enum import Enum, auto
from typing import Any

import structlog

from shared.facts import Context, Recorded
from shared.ledger.codec import Codec
from shared.ledger.errors import Conflict, Overloaded, StoreUnavailable
from shared.ledger.group import Group, Watcher
from shared.ledger.rows import View
from shared.ledger.store import Store
from shared.ledger.transaction import Transaction
from shared.tracing import steps


class Change(Enum):
    """What a commit changed."""

    FACTS = auto()
    TIMERS = auto()
    ROWS = auto()
    """Anything at all."""


log = structlog.get_logger(__name__)

GROUP = 256
QUEUE = 5_000
PULSE = "CREATE TABLE IF NOT EXISTS pols (een BIGINT PRIMARY KEY, slag BIGINT NOT NULL)"
BEAT = "INSERT INTO pols (een, slag) VALUES (1, 1) ON CONFLICT (een) DO UPDATE SET slag = pols.slag + 1"
"""Another value each time: SQLite does not write a row that stays the same."""


@dataclass(slots=True)
class Unit:
    """A use case that waits to be stored."""

    use_case: Callable[[Transaction], Any]
    context: Context
    waiter: asyncio.Future[Any] | Future[Any]
    loop: asyncio.AbstractEventLoop | None = None
    result: Any = None
    error: BaseException | None = None

    def settle(self) -> None:
        """Tell who waits, in the thread or loop it waits in."""
        if self.waiter.done():
            return
        if self.error is not None:
            self.waiter.set_exception(self.error)
        else:
            self.waiter.set_result(self.result)


class _Spoiled(Exception):
    """A unit failed after part of it was written: the whole transaction must go, and the others again."""


class Writer:
    """The only one in this process that writes to its ledger."""

    def __init__(self, store: Store, name: str, *, chain_id: str, codec: Codec, views: Sequence[View]) -> None:
        self._store, self._name, self._chain_id, self._codec, self._views = store, name, chain_id, codec, views
        self._queue: queue.SimpleQueue[Unit | None] = queue.SimpleQueue()
        self._wakers: list[tuple[Change, Callable[[], None]]] = []
        self._changed: set[Change] = set()
        self._watchers: list[Watcher] = []
        self.trouble = ""
        self.place = 0
        """The last fact that was stored here since the start."""
        self._thread = threading.Thread(target=self._work, name="ledger-writer", daemon=True)
        self._thread.start()

    def submit(self, unit: Unit) -> None:
        """Queue a unit.

        Raises:
            Overloaded: too many wait already.
        """
        if self._queue.qsize() >= QUEUE:
            raise Overloaded("de wachtrij van het grootboek is vol")
        self._queue.put(unit)

    def waiting(self) -> int:
        """Return how many units wait."""
        return self._queue.qsize()

    def on_commit(self, wake: Callable[[], None], change: Change) -> None:
        """Call `wake`, in the writer's thread, after each commit that changed this."""
        self._wakers.append((change, wake))

    def before_commit(self, name: str, call: Callable[[Sequence[Recorded]], None]) -> None:
        """Call `call`, in the writer's thread, with the facts of this name that are about to be stored."""
        self._watchers.append((name, call))

    def probe(self) -> None:
        """Write what means nothing, to find out whether writing works."""
        try:
            with self._store.write() as session:
                session.execute([(BEAT, ())])
        except StoreUnavailable as error:
            self._went_wrong(str(error))
        else:
            self._went_well()

    def stop(self) -> None:
        """Store what waits, then end the thread."""
        self._queue.put(None)
        self._thread.join()

    def _work(self) -> None:
        while True:
            units, stopping = self._take()
            if units:
                self._store_all(units)
                self._tell(units)
            if stopping:
                return

    def _take(self) -> tuple[list[Unit], bool]:
        first = self._queue.get()
        if first is None:
            return [], True
        units = [first]
        while len(units) < GROUP:
            try:
                unit = self._queue.get_nowait()
            except queue.Empty:
                break
            if unit is None:
                return units, True
            units.append(unit)
        return units, False

    def _store_all(self, units: list[Unit]) -> None:
        try:
            self._store_group(units)
        except (Conflict, _Spoiled) as error:
            if len(units) > 1:
                self._one_by_one(units)
            elif isinstance(error, Conflict):
                units[0].error = error
        except Exception as error:  # noqa: BLE001  every caller must hear of it, whatever it is
            self._failed(units, error)
        else:
            self._went_well()

    def _failed(self, units: list[Unit], error: Exception) -> None:
        for unit in units:
            unit.error = error
        if isinstance(error, StoreUnavailable):
            self._went_wrong(str(error))

    def _one_by_one(self, units: list[Unit]) -> None:
        for unit in units:
            self._store_all([unit])

    def _store_group(self, units: list[Unit]) -> None:
        group: Group | None = None
        try:
            with self._store.write() as session:
                group = Group(session, chain_id=self._chain_id, codec=self._codec, views=self._views)
                for unit in units:
                    _run(unit, group)
                group.flush()
                group.announce(self._watchers)
            self._note(group)
        except Exception as error:
            if group is None:
                raise
            if group.failure and len(units) > 1:  # a statement was refused: find out whose
                raise _Spoiled from error
            if not (isinstance(error, StoreUnavailable) and group.has_facts and self._stands(group)):
                raise
            self._note(group)

    def _note(self, group: Group) -> None:
        changes = {Change.ROWS: True, Change.FACTS: group.has_facts, Change.TIMERS: group.timers}
        self._changed |= {change for change, is_so in changes.items() if is_so}
        self.place = group.place if group.has_facts else self.place
        if group.written:
            steps.stored(self._name, group.written)

    def _stands(self, group: Group) -> bool:
        """Say whether a commit whose answer was lost is there after all: its last fact has our hash."""
        found = self._store.read(group.place - 1, 1)
        return bool(found) and found[0].event.state.startswith(group.hash)

    def _went_wrong(self, reden: str) -> None:
        if reden != self.trouble:  # once for each trouble, not once for each request
            log.error("opslaan lukt niet", reden=reden)
        self.trouble = reden

    def _went_well(self) -> None:
        if self.trouble:
            log.info("opslaan lukt weer")
        self.trouble = ""

    def _tell(self, units: list[Unit]) -> None:
        changed, self._changed = self._changed, set()
        for change, wake in self._wakers:
            if change in changed:
                wake()
        per_loop: dict[asyncio.AbstractEventLoop, list[Unit]] = {}
        for unit in units:
            if unit.loop is None:
                unit.settle()
            else:
                per_loop.setdefault(unit.loop, []).append(unit)
        for loop, waiting in per_loop.items():
            if not loop.is_closed():
                loop.call_soon_threadsafe(_settle_all, waiting)


def _run(unit: Unit, group: Group) -> None:
    unit.error = None
    transaction = Transaction(group, unit.context)
    try:
        unit.result = unit.use_case(transaction)
        group.stand()
        transaction.settle()
    except Exception as error:
        group.stand()
        unit.error = error
        if transaction.contributed:
            raise _Spoiled from error


def _settle_all(units: list[Unit]) -> None:
    for unit in units:
        unit.settle()
