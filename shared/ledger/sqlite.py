"""A ledger's store on SQLite: one file per service, durable at every commit."""

import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Self
from uuid import UUID

from eventsourcing.persistence import StoredEvent
from eventsourcing.sqlite import (
    SQLiteApplicationRecorder,
    SQLiteConnection,
    SQLiteConnectionPool,
    SQLiteCursor,
    SQLiteDatastore,
    SQLiteTransaction,
)

from shared.ledger.chain import HASH_BYTES
from shared.ledger.claim import FileClaim, one_by_one
from shared.ledger.codec import Placed
from shared.ledger.errors import StoreUnavailable, UnknownStore
from shared.ledger.persistence import translator
from shared.ledger.rows import Row
from shared.ledger.runs import runs
from shared.ledger.store import Head

translated = translator((sqlite3.IntegrityError,), (sqlite3.OperationalError, sqlite3.InterfaceError))
HEAD = f"SELECT rowid, substr(state, 1, {HASH_BYTES}) FROM stored_events ORDER BY rowid DESC LIMIT 1"  # noqa: S608
INSERT = "INSERT INTO stored_events (rowid, originator_id, originator_version, topic, state) VALUES (?, ?, ?, ?, ?)"
BESIDE = "ernaast"
LOCK_SECONDS = 10
STATEMENTS = 256
STREAM_VERSION = "SELECT COALESCE(MAX(originator_version), 0) FROM stored_events WHERE originator_id = ?"
OF_KIND = "SELECT rowid, * FROM stored_events WHERE rowid > ? AND topic = ? ORDER BY rowid LIMIT ?"
STREAM = "SELECT rowid, * FROM stored_events WHERE originator_id = ? ORDER BY originator_version"
FOLLOWING = "SELECT rowid, * FROM stored_events WHERE rowid > ? ORDER BY rowid LIMIT ?"
DURABLE = {"journal_mode": "wal", "synchronous": 2, "secure_delete": 1}
"""Every commit is on disk (FULL), and what is deleted is overwritten (an erased text leaves no bytes)."""
PASSING = {"journal_mode": "off", "synchronous": 0, "secure_delete": 0}
"""Of a store beside: whoever dies while filling it begins anew."""


class _Pool(SQLiteConnectionPool):
    """Every connection is set as its store must be."""

    def __init__(self, path: Path, pragmas: Mapping[str, object]) -> None:
        self._pragmas = pragmas
        super().__init__(db_name=str(path))

    def _create_connection(self) -> SQLiteConnection:
        """Connect as the library does, but keep prepared statements: it asks for a cache of one."""
        connection = sqlite3.connect(
            self.db_name,
            check_same_thread=False,
            isolation_level=None,
            cached_statements=STATEMENTS,
            timeout=LOCK_SECONDS,
        )
        for pragma, value in self._pragmas.items():
            connection.execute(f"PRAGMA {pragma} = {value}")
        connection.row_factory = sqlite3.Row
        return SQLiteConnection(sqlite_conn=connection, max_age=self.max_age)


class _Immediate(SQLiteTransaction):
    """Take the write lock at once: reading first and writing later fails at once beside another process."""

    def __enter__(self) -> SQLiteCursor:
        cursor = self.connection.cursor()
        cursor.execute("BEGIN IMMEDIATE" if self.commit else "BEGIN")
        return cursor


class _Datastore(SQLiteDatastore):
    def __init__(self, path: Path, pragmas: Mapping[str, object]) -> None:
        super().__init__(str(path))
        self.pool.close()
        self.pool = _Pool(path, pragmas)

    @contextmanager
    def transaction(self, *, commit: bool) -> Iterator[SQLiteCursor]:
        with self.get_connection(commit=commit) as connection, _Immediate(connection, commit=commit) as cursor:
            yield cursor


class SQLiteSession:
    """One open write transaction."""

    def __init__(self, cursor: sqlite3.Cursor) -> None:
        self._cursor = cursor

    def head(self) -> Head:
        """Return the last place and its hash."""
        row = self._cursor.execute(HEAD).fetchone()
        return (row[0], bytes(row[1])) if row else (0, None)

    def insert(self, events: Sequence[Placed]) -> None:
        """Store facts at the places they were given."""
        self._cursor.executemany(INSERT, [_values(placed) for placed in events])

    def execute(self, rows: Sequence[Row]) -> None:
        """Run statements, with the outcome that they have in this order; equal ones as one."""
        for sql, values in runs(rows):
            if len(values) > 1:
                self._cursor.executemany(sql, values)
            else:
                self._cursor.execute(sql, values[0])

    def query(self, sql: str, params: tuple[object, ...] = ()) -> list[tuple[Any, ...]]:
        """Read, including what this transaction wrote."""
        cursor = self._cursor.connection.cursor()
        cursor.row_factory = None  # plain tuples: a `Row` of each, made a tuple again, takes half as long once more
        return cursor.execute(sql, params).fetchall()

    def version(self, stream: UUID) -> int:
        """Return the version of the last fact of a stream; 0 when there is none."""
        found: int = self._cursor.execute(STREAM_VERSION, (stream.hex,)).fetchone()[0]
        return found

    def stream(self, stream: UUID) -> list[Placed]:
        """Read the history of one stream."""
        return self.placed(STREAM, (stream.hex,))

    def placed(self, sql: str, params: tuple[object, ...]) -> list[Placed]:
        """Read facts."""
        return [_placed(row) for row in self.query(sql, params)]

    def copy(self, name: str, condition: str) -> None:
        """Take rows from the table of the same name in the store beside, within SQLite: page by page where it can."""
        self._cursor.execute(f"INSERT INTO main.{name} SELECT * FROM {BESIDE}.{name}{condition}")  # noqa: S608


class SQLiteStore:
    """The database file of one service."""

    def __init__(self, path: Path, pragmas: Mapping[str, object] = DURABLE) -> None:
        path.parent.mkdir(parents=True, exist_ok=True)
        self._path, self._pragmas = path, pragmas
        with translated(), one_by_one(path.parent):  # of two that set a new file to WAL, SQLite refuses one at once
            self._datastore = _Datastore(path, pragmas)
            self.recorder = SQLiteApplicationRecorder(self._datastore)
            self.recorder.create_table()
            self._check()

    @contextmanager
    def write(self) -> Iterator[SQLiteSession]:
        """Open a durable write transaction; leaving it commits."""
        with translated(), self._datastore.transaction(commit=True) as cursor:
            yield SQLiteSession(cursor.sqlite_cursor)

    @contextmanager
    def write_beside(self, other: Self) -> Iterator[SQLiteSession]:
        """Open one that can copy from a store beside.

        Its first statement must write: that takes the lock of this file and leaves the one beside free.
        """
        with translated(), self._datastore.get_connection(commit=True) as connection:
            cursor = connection.cursor().sqlite_cursor
            cursor.execute(f"ATTACH ? AS {BESIDE}", (str(other._path),))
            try:
                with SQLiteTransaction(connection, commit=True) as opened, _left(opened.sqlite_cursor):
                    yield SQLiteSession(opened.sqlite_cursor)
            finally:
                cursor.execute(f"DETACH {BESIDE}")

    def query(self, sql: str, params: tuple[object, ...] = ()) -> list[tuple[Any, ...]]:
        """Read what is committed."""
        with translated(), self._datastore.transaction(commit=False) as cursor:
            return SQLiteSession(cursor.sqlite_cursor).query(sql, params)

    def stream(self, stream: UUID) -> list[Placed]:
        """Read the committed history of one stream."""
        with translated(), self._datastore.transaction(commit=False) as cursor:
            return SQLiteSession(cursor.sqlite_cursor).stream(stream)

    def read(self, after: int, limit: int) -> list[Placed]:
        """Read committed facts in the order of their places."""
        with translated(), self._datastore.transaction(commit=False) as cursor:
            return SQLiteSession(cursor.sqlite_cursor).placed(FOLLOWING, (after, limit))

    def of_kind(self, name: str, after: int, limit: int) -> list[Placed]:
        """Read committed facts of one name in the order of their places."""
        with translated(), self._datastore.transaction(commit=False) as cursor:
            return SQLiteSession(cursor.sqlite_cursor).placed(OF_KIND, (after, name, limit))

    def last_place(self) -> int:
        """Return the place of the last committed fact; 0 when there is none."""
        with translated():
            return self.recorder.max_notification_id() or 0

    def create(self, statements: Sequence[str]) -> None:
        """Create tables that are not there yet."""
        with self.write() as session:
            session.execute([(statement, ()) for statement in statements])

    def drop(self, names: Sequence[str]) -> None:
        """Throw tables away and leave their bytes: what they held stands elsewhere as well."""
        with translated(), self._datastore.transaction(commit=True) as cursor, _left(cursor.sqlite_cursor):
            SQLiteSession(cursor.sqlite_cursor).execute([(f"DROP TABLE IF EXISTS {name}", ()) for name in names])

    def beside(self) -> "SQLiteStore":
        """Open an empty store next to this one, in which views are rebuilt."""
        path = self._path.with_suffix(".herbouw.db")
        _remove(path)
        return SQLiteStore(path, PASSING)

    def scrub(self, _names: Sequence[str]) -> None:
        """Empty the write-ahead log, which holds pages as they were; in the file deleting overwrites (`secure_delete`).

        Raises:
            StoreUnavailable: somebody is reading an old page now; try again.
        """
        with translated(), self._datastore.get_connection(commit=False) as connection:
            cursor = connection.cursor()
            cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
            busy = cursor.fetchone()[0]
        if busy:
            raise StoreUnavailable("het logbestand van de database is nog in gebruik")

    def claim(self, name: str) -> FileClaim:
        """Give something that one process on this file at a time can hold."""
        return FileClaim(self._path.with_suffix(f".{name}.slot"))

    def discard(self) -> None:
        """Throw a store beside away."""
        self.close()
        _remove(self._path)

    def close(self) -> None:
        """Let go of every connection."""
        self._datastore.close()

    def _check(self) -> None:
        with self._datastore.get_connection(commit=False) as connection:
            cursor = connection.cursor()
            found = {}
            for pragma in self._pragmas:
                cursor.execute(f"PRAGMA {pragma}")
                found[pragma] = cursor.fetchone()[0]
        if found != self._pragmas:
            raise UnknownStore(f"SQLite is niet veilig ingesteld: {found}")


@contextmanager
def _left(cursor: sqlite3.Cursor) -> Iterator[None]:
    """Do not overwrite what is deleted: for rows that a rebuild writes again."""
    cursor.execute("PRAGMA secure_delete = OFF")
    try:
        yield
    finally:
        cursor.execute("PRAGMA secure_delete = ON")


def _values(placed: Placed) -> tuple[object, ...]:
    event = placed.event
    stream = event.originator_id
    return (
        placed.place,
        stream.hex if isinstance(stream, UUID) else stream,
        event.originator_version,
        event.topic,
        event.state,
    )


def _placed(row: Sequence[Any]) -> Placed:
    return Placed(row[0], StoredEvent(UUID(row[1]), row[2], row[3], row[4]))


def _remove(path: Path) -> None:
    for suffix in ("", "-wal", "-shm"):
        path.with_name(path.name + suffix).unlink(missing_ok=True)
