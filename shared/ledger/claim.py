"""Of two processes on one store, one is first: the operating system or the database lets go when it ends, however."""

import fcntl
import os
from collections.abc import Callable
from contextlib import suppress
from hashlib import sha256
from pathlib import Path
from typing import Protocol

import psycopg


class Claim(Protocol):
    """Something that one process at a time can hold."""

    def held(self) -> bool:
        """Say whether this process holds it, and take it when nobody does (blocking, shortly)."""
        ...

    def release(self) -> None:
        """Let go."""
        ...


class FileClaim:
    """A lock on a file, for SQLite: every process on it is on this machine."""

    def __init__(self, path: Path) -> None:
        self._path, self._file = path, -1

    def held(self) -> bool:
        """Say whether this process holds it."""
        if self._file >= 0:
            return True
        file = os.open(self._path, os.O_RDWR | os.O_CREAT, 0o600)
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            os.close(file)
            return False
        self._file = file
        return True

    def release(self) -> None:
        """Let go."""
        if self._file >= 0:
            os.close(self._file)
            self._file = -1


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
