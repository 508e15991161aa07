"""Of two processes on one store, one is first: the operating system or the database lets go when it ends, however."""

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Protocol


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


@contextmanager
def one_by_one(folder: Path) -> Iterator[None]:
    """Wait until nobody else, in this process or another, does this in the folder (blocking); nothing is left in it."""
    file = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        fcntl.flock(file, fcntl.LOCK_EX)
        yield
    finally:
        os.close(file)
