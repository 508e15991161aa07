"""What SQLite itself takes, set as the ledger sets it: the least that a durable commit can cost."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from statistics import median
from time import perf_counter

MAAK = "CREATE TABLE feiten (plaats INTEGER PRIMARY KEY, stroom TEXT, versie INTEGER, soort TEXT, inhoud BLOB)"
VOEG_TOE = "INSERT INTO feiten (stroom, versie, soort, inhoud) VALUES (?, 1, 'MeldingOntvangen', ?)"
KEER = 200


@contextmanager
def kaal(pad: Path) -> Iterator[sqlite3.Connection]:
    """Open an empty file, durable at every commit."""
    with closing(sqlite3.connect(pad, isolation_level=None)) as db:
        for pragma in ("journal_mode = WAL", "synchronous = FULL", "secure_delete = ON"):
            db.execute(f"PRAGMA {pragma}")
        db.execute(MAAK)
        yield db


def commit_ms(db: sqlite3.Connection, inhoud: bytes, keer: int = KEER) -> float:
    """Return the milliseconds in which half of the commits of one row are done."""
    tijden = []
    for nummer in range(keer):
        begin = perf_counter()
        db.execute(VOEG_TOE, (f"{nummer:032x}", inhoud))
        tijden.append(perf_counter() - begin)
    return median(tijden) * 1_000
