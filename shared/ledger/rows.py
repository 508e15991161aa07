"""Tables beside the facts. The SQL is portable: `?` for values; TEXT, BIGINT, DOUBLE PRECISION and BYTEA."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import UTC, datetime

from shared.facts import Recorded

Row = tuple[str, tuple[object, ...]]
"""One statement and its values."""


@dataclass(frozen=True)
class View:
    """Tables that are a function of the facts (promise 5): `apply` says which rows a fact changes.

    The rows are written in the transaction of the fact, so a view is never behind its own ledger. A view changes its
    own tables and timers only, and reads no other's: a rebuild fills them one after the other.
    """

    name: str
    names: tuple[str, ...]
    tables: tuple[str, ...]
    apply: Callable[[Recorded], Iterable[Row]]


@dataclass(frozen=True)
class Table:
    """A table that no fact can rebuild: texts, codes, quarantine.

    `statements` make it as it is now. `changes` bring a table that an earlier version made up to date: each is run
    once, in this order, and never again; one is only ever added at the end.
    """

    name: str
    statements: tuple[str, ...]
    changes: tuple[str, ...] = ()


def iso(moment: datetime) -> str:
    """Write a moment in UTC so that text order is time order: `2026-11-22T00:03:07.576175Z`."""
    there = moment if moment.tzinfo is UTC else moment.astimezone(UTC)
    return there.isoformat(timespec="microseconds")[:-6] + "Z"


def from_iso(text: str) -> datetime:
    """Read what `iso` wrote."""
    return datetime.fromisoformat(text)
