"""The library's errors, told apart by what the caller should do."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

import psycopg
import psycopg_pool
from eventsourcing import persistence

from shared.ledger.errors import Conflict, StoreUnavailable

_CONFLICT = (persistence.IntegrityError, sqlite3.IntegrityError, psycopg.IntegrityError)
_AWAY = (
    persistence.OperationalError,
    persistence.InterfaceError,
    sqlite3.OperationalError,
    sqlite3.InterfaceError,
    psycopg.OperationalError,
    psycopg.InterfaceError,
    psycopg_pool.PoolTimeout,
    psycopg_pool.PoolClosed,
    TimeoutError,
)


@contextmanager
def translated() -> Iterator[None]:
    """Turn errors of a database into `Conflict` or `StoreUnavailable`; what is a mistake of ours stays as it is."""
    try:
        yield
    except _CONFLICT as error:
        raise Conflict(str(error)) from error
    except _AWAY as error:
        raise StoreUnavailable(str(error)) from error
