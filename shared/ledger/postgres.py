"""A ledger's store on PostgreSQL: one schema per service."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from functools import lru_cache
from typing import Any, Self
from uuid import UUID

import psycopg
import psycopg_pool
from eventsourcing.persistence import StoredEvent
from eventsourcing.postgres import PostgresApplicationRecorder, PostgresDatastore
from psycopg.conninfo import conninfo_to_dict
from psycopg.rows import tuple_row
from psycopg.sql import SQL, Identifier

from shared.ledger.chain import HASH_BYTES
from shared.ledger.codec import Placed
from shared.ledger.errors import UnknownStore
from shared.ledger.persistence import translator
from shared.ledger.postgres_claim import PostgresClaim
from shared.ledger.rows import Row
from shared.ledger.store import Head

translated = translator(
    (psycopg.IntegrityError,),
    (psycopg.OperationalError, psycopg.InterfaceError, psycopg_pool.PoolTimeout, psycopg_pool.PoolClosed),
)
HEAD = (
    f"SELECT notification_id, substr(state, 1, {HASH_BYTES}) "  # noqa: S608
    "FROM stored_events ORDER BY notification_id DESC LIMIT 1"
)
INSERT = (
    "INSERT INTO stored_events (notification_id, originator_id, originator_version, topic, state) "
    "SELECT * FROM unnest(%s::bigint[], %s::uuid[], %s::bigint[], %s::text[], %s::bytea[])"
)
STREAM_VERSION = "SELECT COALESCE(MAX(originator_version), 0) FROM stored_events WHERE originator_id = %s"
STREAM = (
    "SELECT notification_id, originator_id, originator_version, topic, state FROM stored_events "
    "WHERE originator_id = %s ORDER BY originator_version"
)
OF_KIND = (
    "SELECT notification_id, originator_id, originator_version, topic, state FROM stored_events "
    "WHERE notification_id > %s AND topic = %s ORDER BY notification_id LIMIT %s"
)
LOCK = "LOCK TABLE stored_events IN EXCLUSIVE MODE"
LOCK_SECONDS = 10
CREATE_LOCK = 7_304_116_228
RECONNECT_SECONDS = 2.0
"""After this the pool begins anew when somebody asks; left alone its pauses double, to minutes in the end."""


class _Datastore(PostgresDatastore):
    """Connections that know their schema, wait a bounded time for a lock, and are soon back after an outage."""

    def __init__(self, **settings: Any) -> None:
        super().__init__(**settings)
        self.pool.reconnect_timeout = RECONNECT_SECONDS

    def after_connect_func(self) -> Callable[[psycopg.Connection[Any]], None]:
        after_connect = super().after_connect_func()
        schema = self.schema

        def prepare(connection: psycopg.Connection[Any]) -> None:
            after_connect(connection)
            connection.execute(SQL("SET search_path TO {}").format(Identifier(schema)))
            connection.execute(f"SET lock_timeout TO '{LOCK_SECONDS}s'")

        return prepare


class PostgresSession:
    """One open write transaction."""

    def __init__(self, connection: psycopg.Connection[Any], beside: str = "") -> None:
        self._connection, self._beside = connection, beside
        self._cursor = connection.cursor(row_factory=tuple_row)

    def head(self) -> Head:
        """Return the last place and its hash."""
        row = self._cursor.execute(HEAD, prepare=True).fetchone()
        return (row[0], bytes(row[1])) if row else (0, None)

    def insert(self, events: Sequence[Placed]) -> None:
        """Store facts at the places they were given."""
        columns: list[list[Any]] = [[], [], [], [], []]
        for placed in events:
            event = placed.event
            values = (placed.place, event.originator_id, event.originator_version, event.topic, event.state)
            for column, value in zip(columns, values, strict=True):
                column.append(value)
        self._cursor.execute(INSERT, columns, prepare=True)

    def execute(self, rows: Sequence[Row]) -> None:
        """Run statements, in order, without waiting for each."""
        with self._connection.pipeline():
            for sql, params in rows:
                self._cursor.execute(numbered(sql), params, prepare=True)

    def query(self, sql: str, params: tuple[object, ...] = ()) -> list[tuple[Any, ...]]:
        """Read, including what this transaction wrote."""
        return self._cursor.execute(numbered(sql), params, prepare=True).fetchall()

    def copy(self, name: str, condition: str) -> None:
        """Take rows from the table of the same name in the schema beside."""
        self._cursor.execute(f"INSERT INTO {name} SELECT * FROM {self._beside}.{name}{condition}".encode())  # noqa: S608

    def version(self, stream: UUID) -> int:
        """Return the version of the last fact of a stream; 0 when there is none."""
        row = self._cursor.execute(STREAM_VERSION, (stream,), prepare=True).fetchone()
        return int(row[0]) if row else 0

    def stream(self, stream: UUID) -> list[Placed]:
        """Read the history of one stream."""
        return [_placed(row) for row in self._cursor.execute(STREAM, (stream,), prepare=True).fetchall()]


class PostgresStore:
    """The schema of one service."""

    def __init__(self, address: str, schema: str) -> None:
        self._address, self._schema = address, schema
        with translated():
            self._datastore = _connect(address, schema)
            self.recorder = PostgresApplicationRecorder(self._datastore)
            with psycopg.connect(address, autocommit=True) as connection:
                connection.execute("SELECT pg_advisory_lock(%s)", (CREATE_LOCK,))  # until this connection closes
                connection.execute(SQL("CREATE SCHEMA IF NOT EXISTS {}").format(Identifier(schema)))
                self.recorder.create_table()
            self._check()

    @contextmanager
    def write(self) -> Iterator[PostgresSession]:
        """Open a durable write transaction; leaving it commits."""
        with translated(), self._datastore.get_connection() as connection, connection.transaction():
            connection.execute(LOCK)
            yield PostgresSession(connection)

    @contextmanager
    def write_beside(self, other: Self) -> Iterator[PostgresSession]:
        """Open one that can copy from a schema beside."""
        with translated(), self._datastore.get_connection() as connection, connection.transaction():
            connection.execute(LOCK)
            yield PostgresSession(connection, other._schema)

    def query(self, sql: str, params: tuple[object, ...] = ()) -> list[tuple[Any, ...]]:
        """Read what is committed."""
        with translated(), self._datastore.get_connection() as connection:
            return PostgresSession(connection).query(sql, params)

    def stream(self, stream: UUID) -> list[Placed]:
        """Read the committed history of one stream."""
        with translated(), self._datastore.get_connection() as connection:
            return PostgresSession(connection).stream(stream)

    def read(self, after: int, limit: int) -> list[Placed]:
        """Read committed facts in the order of their places."""
        with translated():
            found = self.recorder.select_notifications(after, limit, inclusive_of_start=False)
        return [Placed(int(event.id), event) for event in found]

    def of_kind(self, name: str, after: int, limit: int) -> list[Placed]:
        """Read committed facts of one name in the order of their places."""
        with translated(), self._datastore.get_connection() as connection:
            cursor = connection.cursor(row_factory=tuple_row)
            return [_placed(row) for row in cursor.execute(OF_KIND, (after, name, limit)).fetchall()]

    def last_place(self) -> int:
        """Return the place of the last committed fact; 0 when there is none."""
        with translated():
            return self.recorder.max_notification_id() or 0

    def create(self, statements: Sequence[str]) -> None:
        """Create tables that are not there yet: one process at a time, for two at once can crash one."""
        with translated(), self._datastore.get_connection() as connection, connection.transaction():
            connection.execute("SELECT pg_advisory_xact_lock(%s)", (CREATE_LOCK,))
            for statement in statements:
                connection.execute(numbered(statement))

    def drop(self, names: Sequence[str]) -> None:
        """Throw tables away."""
        with self.write() as session:
            session.execute([(f"DROP TABLE IF EXISTS {name}", ()) for name in names])

    def beside(self) -> "PostgresStore":
        """Open an empty store next to this one, in which views are rebuilt."""
        _drop(self._address, f"{self._schema}_herbouw")
        return PostgresStore(self._address, f"{self._schema}_herbouw")

    def scrub(self, names: Sequence[str]) -> None:
        """Write the tables anew: an ordinary vacuum leaves the old bytes in their pages. Locks each while it does."""
        with translated(), psycopg.connect(self._address, autocommit=True) as connection:
            for name in names:
                connection.execute(SQL("VACUUM (FULL) {}").format(Identifier(self._schema, name)))

    def claim(self, name: str) -> PostgresClaim:
        """Give something that one process on this schema at a time can hold."""
        return PostgresClaim(
            lambda: psycopg.connect(self._address, autocommit=True, connect_timeout=5), f"{self._schema}/{name}"
        )

    def discard(self) -> None:
        """Throw a store beside away."""
        self.close()
        _drop(self._address, self._schema)

    def close(self) -> None:
        """Let go of every connection."""
        self._datastore.close()

    def _check(self) -> None:
        for setting in ("fsync", "synchronous_commit"):
            if self.query(f"SHOW {setting}") != [("on",)]:
                raise UnknownStore(f"PostgreSQL is niet veilig ingesteld: {setting} moet 'on' zijn")


@lru_cache(maxsize=1024)
def numbered(sql: str) -> bytes:
    """Turn `?` into psycopg's placeholder, and the one function that has another name here into that."""
    return sql.replace("%", "%%").replace("?", "%s").replace("group_concat(", "string_agg(").encode()


def _connect(address: str, schema: str) -> _Datastore:
    parts = conninfo_to_dict(address)
    return _Datastore(
        dbname=str(parts.get("dbname") or "postgres"),
        host=str(parts.get("host") or ""),
        port=str(parts.get("port") or "5432"),
        user=str(parts.get("user") or ""),
        password=str(parts.get("password") or ""),
        connect_timeout=5.0,
        idle_in_transaction_session_timeout=30,
        pool_size=1,
        max_overflow=4,
        pre_ping=True,
        lock_timeout=LOCK_SECONDS,
        schema=schema,
    )


def _placed(row: Sequence[Any]) -> Placed:
    return Placed(row[0], StoredEvent(row[1], row[2], row[3], bytes(row[4])))


def _drop(address: str, schema: str) -> None:
    with psycopg.connect(address, autocommit=True) as connection:
        connection.execute(SQL("DROP SCHEMA IF EXISTS {} CASCADE").format(Identifier(schema)))
