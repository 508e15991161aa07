"""Of two processes on one PostgreSQL, one is first."""

from collections.abc import Callable
from contextlib import suppress
from hashlib import sha256

import psycopg


class PostgresClaim:
    """An advisory lock of a connection of its own: gone as soon as that connection is."""

    def __init__(self, connect: Callable[[], psycopg.Connection[object]], name: str) -> None:
        self._connect = connect
        self._key = int.from_bytes(sha256(name.encode()).digest()[:8], signed=True)
        self._connection: psycopg.Connection[object] | None = None
        self._held = False

    def held(self) -> bool:
        """Say whether this process holds it; a connection that broke holds nothing any more."""
        try:
            if self._connection is None:
                self._connection = self._connect()
            if self._held:
                self._connection.execute("SELECT 1")
            else:
                row = self._connection.execute("SELECT pg_try_advisory_lock(%s)", (self._key,)).fetchone()
                self._held = bool(row and row[0])  # type: ignore[index]
        except psycopg.Error:
            self.release()
        return self._held

    def release(self) -> None:
        """Let go, at once: of a connection that is closed the server notices it only a moment later."""
        connection, self._connection = self._connection, None
        held, self._held = self._held, False
        if connection is None:
            return
        with suppress(psycopg.Error):  # a connection that broke holds nothing any more
            if held:
                connection.execute("SELECT pg_advisory_unlock(%s)", (self._key,))
        connection.close()
