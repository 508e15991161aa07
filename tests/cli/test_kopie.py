"""The stores of a copy are all of one moment."""

import sqlite3
import threading
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest

from meldketen.gegevensmap import REGISTER_BIJ_GEGEVENS
from meldketen.kopie import maak_kopie
from shared.settings import Settings
from tests.cli.gewist import Plek
from tests.wachten import wacht_tot

ANDERE = 25
KOPIEEN = 12


class Keten(threading.Thread):
    """A producer and a consumer: `z` never counts further than `a`. In between stand many other stores."""

    def __init__(self, data: Path) -> None:
        super().__init__(daemon=True)
        self.data, self.klaar, self.teller = data, threading.Event(), 0
        for naam in ("a", *(f"m{nummer}" for nummer in range(ANDERE)), "z"):
            with closing(sqlite3.connect(data / f"{naam}.db", isolation_level=None)) as store:
                store.execute("PRAGMA journal_mode = WAL")
                store.execute("CREATE TABLE stored_events (rowid INTEGER PRIMARY KEY)")

    def run(self) -> None:
        """Add one to the producer, then to the consumer, until told to stop."""
        with (
            closing(sqlite3.connect(self.data / "a.db", isolation_level=None, timeout=10)) as eerst,
            closing(sqlite3.connect(self.data / "z.db", isolation_level=None, timeout=10)) as dan,
        ):
            while not self.klaar.is_set():
                self.teller += 1
                for store in (eerst, dan):
                    store.execute("INSERT INTO stored_events VALUES (?)", (self.teller,))


def test_no_store_is_ahead_of_what_it_was_told(tmp_path: Path) -> None:
    """A consumer that had applied what the copied producer does not hold would skip what comes there later."""
    (data := tmp_path / "gegevens").mkdir()
    keten = Keten(data)
    keten.start()
    for nummer in range(KOPIEEN):
        gezien = keten.teller
        wacht_tot(lambda gezien=gezien: keten.teller > gezien + 5, op="schrijven")
        kopie = maak_kopie(data, tmp_path / f"kopie{nummer}", datetime.now(UTC))
        feiten = {bestand.naam: bestand.feiten for bestand in kopie.bestanden}
        assert feiten["a.db"] >= feiten["z.db"] > 0
    keten.klaar.set()
    keten.join()


@pytest.mark.parametrize(("register", "erbij"), [("gegevens/register.jsonl", True), ("elders/register.jsonl", False)])
def test_een_register_bij_de_gegevens_wordt_gezegd(tmp_path: Path, register: str, erbij: bool) -> None:
    """A copy says that a copy of the whole folder would take it along; elsewhere there is nothing to say."""
    plek = Plek(tmp_path / "gegevens", tmp_path / register)
    with plek.open():
        pass
    afloop = plek.draai("backup", str(tmp_path / "kopie"))
    assert afloop.exit_code == 0, afloop.output
    assert (REGISTER_BIJ_GEGEVENS in afloop.stderr) == erbij


def test_op_postgresql_staat_het_register_apart(tmp_path: Path) -> None:
    """The stores are not in the folder then, so a copy of them does not take it along."""
    assert Settings(data=tmp_path).register_bij_gegevens
    assert not Settings(data=tmp_path, database="postgresql://ergens").register_bij_gegevens
