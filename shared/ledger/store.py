"""What a database must be able to do for a ledger: the same on SQLite and PostgreSQL."""

from collections.abc import Sequence
from contextlib import AbstractContextManager
from typing import Any, Protocol, Self
from uuid import UUID

from shared.ledger.claim import Claim
from shared.ledger.codec import Placed
from shared.ledger.rows import Row

Head = tuple[int, bytes | None]
"""Last place and its hash; (0, None) in an empty ledger."""


class Session(Protocol):
    """One open write transaction, with the write lock held from its first statement."""

    def head(self) -> Head:
        """Return the last place and its hash."""
        ...

    def insert(self, events: Sequence[Placed]) -> None:
        """Store facts at the places they were given."""
        ...

    def execute(self, rows: Sequence[Row]) -> None:
        """Run statements, in order."""
        ...

    def copy(self, name: str, condition: str) -> None:
        """Take rows from the table of the same name in the store beside (`Store.write_beside`)."""
        ...

    def query(self, sql: str, params: tuple[object, ...] = ()) -> list[tuple[Any, ...]]:
        """Read, including what this transaction wrote."""
        ...

    def version(self, stream: UUID) -> int:
        """Return the version of the last fact of a stream; 0 when there is none."""
        ...

    def stream(self, stream: UUID) -> list[Placed]:
        """Read the history of one stream."""
        ...


class Store(Protocol):
    """One database for one service."""

    def write(self) -> AbstractContextManager[Session]:
        """Open a durable write transaction; leaving it commits."""
        ...

    def write_beside(self, other: Self) -> AbstractContextManager[Session]:
        """Open one that can copy from a store beside; its first statement must write."""
        ...

    def query(self, sql: str, params: tuple[object, ...] = ()) -> list[tuple[Any, ...]]:
        """Read what is committed."""
        ...

    def stream(self, stream: UUID) -> list[Placed]:
        """Read the committed history of one stream."""
        ...

    def read(self, after: int, limit: int) -> list[Placed]:
        """Read committed facts in the order of their places."""
        ...

    def of_kind(self, name: str, after: int, limit: int) -> list[Placed]:
        """Read committed facts of one name in the order of their places."""
        ...

    def last_place(self) -> int:
        """Return the place of the last committed fact; 0 when there is none."""
        ...

    def beside(self) -> Self:
        """Open an empty store next to this one, in which views are rebuilt."""
        ...

    def create(self, statements: Sequence[str]) -> None:
        """Create tables that are not there yet."""
        ...

    def drop(self, names: Sequence[str]) -> None:
        """Throw tables away of which nothing has to be overwritten: what they held stands elsewhere."""
        ...

    def scrub(self, names: Sequence[str]) -> None:
        """Leave no bytes behind of what was deleted or replaced in these tables."""
        ...

    def claim(self, name: str) -> Claim:
        """Give something that one process on this store at a time can hold."""
        ...

    def discard(self) -> None:
        """Throw a store beside away."""
        ...

    def close(self) -> None:
        """Let go of every connection."""
        ...
