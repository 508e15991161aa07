"""Erased is gone: from the file, from its log, and from the pages of the server."""

from collections.abc import Callable
from functools import partial
from hashlib import sha256
from pathlib import Path

import psycopg
import pytest

from shared.ledger import Ledger, Row, Table, Transaction
from tests.fixtures.opslag import MakeLedger
from tests.shared.test_ledger import CONTEXT

KANARIE = sha256(b"kanarie").hexdigest() * 12
LADE = Table("lade", ("CREATE TABLE IF NOT EXISTS lade (id TEXT PRIMARY KEY, tekst TEXT NOT NULL)",))
LAATST = 39
"""At the edge of what a page holds: PostgreSQL tidies a page without touching those bytes."""
WIJZEN = {"gewist": "DELETE FROM lade WHERE id = ?", "vervangen": "UPDATE lade SET tekst = '' WHERE id = ?"}


def in_map(folder: Path) -> bool:
    """Whether the canary stands in any file here, but for the log of the server, which it recycles itself."""
    bestanden = [pad for pad in folder.rglob("*") if pad.is_file() and "pg_wal" not in pad.parts]
    return any(KANARIE.encode() in _inhoud(pad) for pad in bestanden)


def _inhoud(pad: Path) -> bytes:
    try:
        return pad.read_bytes()
    except FileNotFoundError:  # the server makes and removes files of its own meanwhile
        return b""


@pytest.fixture
def staat_er(database: str, tmp_path: Path) -> Callable[[], bool]:
    """Whether the canary can be found on disk."""
    if "://" not in database:
        return lambda: in_map(tmp_path)

    def op_de_server() -> bool:
        with psycopg.connect(database, autocommit=True) as connection:
            connection.execute("CHECKPOINT")
            (data,) = connection.execute("SHOW data_directory").fetchone() or ("",)
        return in_map(Path(data) / "base")

    return op_de_server


def vul(ledger: Ledger) -> None:
    """Put it among others."""
    for nummer in range(40):
        tekst = KANARIE if nummer == LAATST else f"iets anders {nummer} " * 50
        rij = ("INSERT INTO lade VALUES (?, ?)", (str(nummer), tekst))
        ledger.run_sync(partial(_schrijf, rij=rij), CONTEXT)


def _schrijf(tx: Transaction, rij: Row) -> None:
    tx.execute(*rij)


@pytest.mark.parametrize("wijze", WIJZEN)
def test_wat_gewist_is_staat_nergens_meer(
    make_ledger: MakeLedger, database: str, staat_er: Callable[[], bool], wijze: str
) -> None:
    """A text that was erased or replaced stands in no file, and the rest is still there."""
    ledger = make_ledger("proef", (), tables=(LADE,), database=database)
    vul(ledger)
    assert staat_er()
    ledger.rebuild()  # this one and the next do not overwrite what they delete themselves
    ledger.drop("niets")
    ledger.run_sync(lambda tx: tx.execute(WIJZEN[wijze], (str(LAATST),)), CONTEXT)
    ledger.scrub("lade")
    assert not staat_er()
    assert len(ledger.query_sync("SELECT id FROM lade WHERE tekst <> ''")) == 39
