"""The ledger as a service sees it."""

import asyncio
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Future
from contextlib import contextmanager
from datetime import datetime
from importlib import import_module
from pathlib import Path
from threading import Lock
from time import sleep
from typing import Any, TypeVar, cast
from uuid import UUID, uuid4

from shared.contracts import Fact
from shared.facts import Context, Recorded
from shared.ledger import positions, rebuild, shape, timers
from shared.ledger.claim import Claim
from shared.ledger.codec import Codec
from shared.ledger.errors import Break, UnknownStore
from shared.ledger.positions import Position
from shared.ledger.rows import Table, View, iso
from shared.ledger.sqlite import SQLiteStore
from shared.ledger.store import Store
from shared.ledger.timers import Timer
from shared.ledger.transaction import Transaction
from shared.ledger.verify import verify
from shared.ledger.writer import PULSE, Change, Unit, Writer
from shared.voortgang import Voortgang, stil

T = TypeVar("T")
VERSION = 1
CLAIM_SECONDS = 0.1
"""Between two looks whether another process is done."""
BOOK = "CREATE TABLE IF NOT EXISTS boek (een BIGINT PRIMARY KEY, id TEXT NOT NULL, versie BIGINT NOT NULL)"


def open_ledger(
    database: str,
    name: str,
    facts: Iterable[type[Fact]],
    *,
    views: Sequence[View] = (),
    tables: Sequence[Table] = (),
    voortgang: Voortgang = stil,
) -> "Ledger":
    """Open, or make, the ledger of one service; `voortgang` hears how far it is where views are built again.

    `database` is a `postgresql://` address (schema = `name`) or a folder (file `<name>.db`).

    Raises:
        StoreUnavailable: the database cannot be reached.
        UnknownStore: the store is of a newer version, or not set to be durable.
    """
    store = _store(database, name)
    store.create([BOOK, PULSE, shape.SHAPES, *timers.STATEMENTS, *positions.STATEMENTS])
    codec = Codec(facts)
    ledger = Ledger(store, name, codec, views)  # first: it refuses a store of a newer version
    shape.arrange_views(store, codec, views, voortgang)
    for table in tables:
        shape.arrange_table(store, table)
    return ledger


def _store(database: str, name: str) -> Store:
    """Give it; a driver of PostgreSQL takes 8 MB and a twentieth of a start, so it is loaded where it is used."""
    if "://" in database:
        return cast("Store", import_module("shared.ledger.postgres").PostgresStore(database, name))
    return SQLiteStore(Path(database) / f"{name}.db")


class Ledger:
    """Facts in order, with the views, timers and places that change in the same transaction."""

    def __init__(self, store: Store, name: str, codec: Codec, views: Sequence[View]) -> None:
        self.name, self._store, self._codec, self._views = name, store, codec, views
        self.chain_id = _chain_id(store)
        self._writer = Writer(store, name, chain_id=self.chain_id, codec=codec, views=views)
        self._claims: dict[str, Claim] = {}
        self._claiming = Lock()

    async def run(self, use_case: Callable[[Transaction], T], context: Context) -> T:
        """Run a use case and return its result once all of it is on disk.

        Raises:
            Overloaded: too many wait already. StoreUnavailable: the database is away. Conflict: see `Transaction`.
            Whatever `use_case` raised: then nothing of it is stored.
        """
        loop = asyncio.get_running_loop()
        waiter: asyncio.Future[T] = loop.create_future()
        self._writer.submit(Unit(use_case, context, waiter, loop))
        return await waiter

    def run_sync(self, use_case: Callable[[Transaction], T], context: Context) -> T:
        """Do the same from a thread without a loop."""
        waiter: Future[T] = Future()
        self._writer.submit(Unit(use_case, context, waiter))
        return waiter.result()

    async def query(self, sql: str, params: tuple[object, ...] = ()) -> list[tuple[Any, ...]]:
        """Read committed rows, without holding up the loop."""
        return await asyncio.to_thread(self._store.query, sql, params)

    def query_sync(self, sql: str, params: tuple[object, ...] = ()) -> list[tuple[Any, ...]]:
        """Read committed rows."""
        return self._store.query(sql, params)

    async def load(self, stream: UUID) -> list[Recorded]:
        """Read the history of one stream, without holding up the loop."""
        return await asyncio.to_thread(self.facts, stream)

    def facts(self, stream: UUID) -> list[Recorded]:
        """Read the history of one stream."""
        return [self._codec.recorded(placed) for placed in self._store.stream(stream)]

    def read(self, after: int, limit: int) -> list[Recorded]:
        """Read facts in the order of their places, from the one behind `after`."""
        return [self._codec.recorded(placed) for placed in self._store.read(after, limit)]

    def read_kind(self, kind: type[Fact], after: int, limit: int) -> list[Recorded]:
        """Read the facts of one kind in the order of their places, from the one behind `after`."""
        return [self._codec.recorded(placed) for placed in self._store.of_kind(kind.__name__, after, limit)]

    def kinds(self) -> Sequence[type[Fact]]:
        """Return every kind of fact that it may hold."""
        return self._codec.kinds

    def last_place(self) -> int:
        """Return the place of the last fact; 0 when there is none."""
        return self._store.last_place()

    @property
    def written(self) -> int:
        """The place of the last fact that this process stored since its start, from memory; 0 when there is none."""
        return self._writer.place

    def positions(self) -> dict[str, Position]:
        """Return up to where each source was applied."""
        return positions.to_positions(self._store.query(positions.SELECT))

    def due(self, op: datetime, limit: int = 100) -> list[Timer]:
        """Return what must happen at `op` or should have happened already, oldest first."""
        return [timers.to_timer(row) for row in self._store.query(timers.DUE, (iso(op), limit))]

    def next_due(self, *, van_feiten: bool = False) -> str | None:
        """Return the moment of the first timer, as text. `van_feiten`: of those that follow from a fact."""
        found: str | None = self._store.query(timers.NEXT, (int(van_feiten),))[0][0]
        return found

    def ensure(self, table: Table) -> None:
        """Make a table that a user of this ledger brings with it, where it is not there yet."""
        shape.arrange_table(self._store, table)

    def on_commit(self, wake: Callable[[], None], change: Change = Change.ROWS) -> None:
        """Call `wake` after each commit that changed this, in the writer's thread: it must return at once."""
        self._writer.on_commit(wake, change)

    def before_commit(self, kind: type[Fact], call: Callable[[Sequence[Recorded]], None]) -> None:
        """Call this with the facts of one kind that are about to be stored, in the writer's thread.

        What it raises, who wanted to store them gets; then they are not stored. They may still not be stored after it.
        """
        self._writer.before_commit(kind.__name__, call)

    def waiting(self) -> int:
        """Return how many units wait to be stored."""
        return self._writer.waiting()

    def trouble(self) -> str:
        """Return why nothing could be stored the last time that it was tried; empty when it could."""
        return self._writer.trouble

    def probe(self) -> None:
        """Try to store something, so that `trouble` tells how it is now (blocking)."""
        self._writer.probe()

    def verify(self) -> Break | None:
        """Walk the chain; None when it holds."""
        return verify(self._store, self.chain_id)

    def rebuild(self, voortgang: Voortgang = stil) -> None:
        """Build every view again from the facts; `voortgang` hears how far it is."""
        rebuild.rebuild(self._store, self._codec, self._views, voortgang)

    def views_differ(self) -> list[str]:
        """Return the tables that are not what the facts say."""
        return rebuild.differences(self._store, self._codec, self._views)

    def drop(self, *names: str) -> None:
        """Throw tables away whose rows stand elsewhere as well: their bytes are left, which takes half as long."""
        self._store.drop(names)

    def scrub(self, *names: str) -> None:
        """Leave no bytes behind of what was erased in these tables: not in the file, not in its log. Blocks.

        Raises:
            StoreUnavailable: not now; what was erased is erased, its bytes may still be there.
        """
        self._store.scrub(names)

    def claim(self, name: str) -> bool:
        """Say whether this process is the one, of all on this store, that may do `name` (blocking, shortly)."""
        with self._claiming:
            if name not in self._claims:
                self._claims[name] = self._store.claim(name)
            return self._claims[name].held()

    @contextmanager
    def alone(self, name: str) -> Iterator[None]:
        """Wait until no other process on this store does `name`, and let go of it afterwards (blocking)."""
        while not self.claim(name):
            sleep(CLAIM_SECONDS)
        try:
            yield
        finally:
            self._claims[name].release()

    def close(self) -> None:
        """Store what waits and let go of the database."""
        self._writer.stop()
        for claim in self._claims.values():
            claim.release()
        self._store.close()


def _chain_id(store: Store) -> str:
    with store.write() as session:
        found = session.query("SELECT id, versie FROM boek")
        if not found:
            found = [(uuid4().hex, VERSION)]
            session.execute([("INSERT INTO boek (een, id, versie) VALUES (1, ?, ?)", found[0])])
    chain_id, version = found[0]
    if version > VERSION:
        raise UnknownStore(f"dit grootboek is van versie {version}; deze software kent tot en met {VERSION}")
    return str(chain_id)
