"""`meldketen controleer`, `herbouw` and `exporteer`, on what a real chain stored."""

import json
import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import Meldketen, in_map
from tests.cli.draaiend import draaiende_keten
from tests.wachten import wacht_tot

REGELS = """kenmerk,aard,plaats,voorgevallenOp,kanaal
a,overlast,buiten-noodopvang,2026-03-01T22:15:00+01:00,telefoon
b,crimineel,in-noodopvang,2026-03-02T22:15:00+01:00,telefoon
c,ggz,buiten-noodopvang,2026-03-03T22:15:00+01:00,telefoon
"""


def sql(bestand: Path, opdracht: str, *waarden: object) -> list[tuple[Any, ...]]:
    """Do something to a store behind the back of the program."""
    with closing(sqlite3.connect(bestand)) as verbinding, verbinding:
        return verbinding.execute(opdracht, waarden).fetchall()


def is_verwerkt(gegevens: Path) -> bool:
    """Say whether rapportage applied everything of intake."""
    laatste = sql(gegevens / "intake.db", "SELECT max(rowid) FROM stored_events")
    return sql(gegevens / "rapportage.db", "SELECT plaats FROM posities WHERE bron = 'intake'") == laatste


@pytest.fixture(scope="session")
def gevuld(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder with three reports that went through the whole chain."""
    folder = tmp_path_factory.mktemp("gevuld")
    (folder / "meldingen.csv").write_text(REGELS)
    with draaiende_keten(folder) as keten:
        assert keten.adres
        afloop = in_map(folder, "importeer", "meldingen.csv", "--locatie", "rokkeveenseweg")
        assert afloop.code == 0, afloop.fout
        wacht_tot(lambda: is_verwerkt(folder / "gegevens"), 20, op="alles verwerkt")
        assert keten.stop() == 0
    return folder / "gegevens"


@pytest.fixture
def gegevens(gevuld: Path, tmp_path: Path) -> Path:
    """A copy of that folder, where the test may break things."""
    return Path(shutil.copytree(gevuld, tmp_path / "gegevens"))


def test_what_nobody_touched_is_right(meldketen: Meldketen, gegevens: Path) -> None:
    """Chains, views, places and bus agree after a clean stop."""
    afloop = meldketen("controleer")
    assert afloop.code == 0, afloop.uit + afloop.fout
    assert "intake: keten van 4 feiten klopt." in afloop.uit
    assert "bus: " in afloop.uit
    assert "FOUT" not in afloop.uit


def een_byte_in_een_feit(gegevens: Path) -> None:
    """Turn one bit of the content of the second fact."""
    ((staat,),) = sql(gegevens / "intake.db", "SELECT state FROM stored_events WHERE rowid = 2")
    anders = bytes([*staat[:-5], staat[-5] ^ 1, *staat[-4:]])
    sql(gegevens / "intake.db", "UPDATE stored_events SET state = ? WHERE rowid = 2", anders)


def een_feit_weg(gegevens: Path) -> None:
    """Take a fact out of the middle."""
    sql(gegevens / "intake.db", "DELETE FROM stored_events WHERE rowid = 2")


def een_tijd_in_een_overzicht(gegevens: Path) -> None:
    """Change what a page shows, not the fact behind it."""
    sql(gegevens / "intake.db", "UPDATE meldingen SET aard = 'ggz'")


def een_ontvangen_gebeurtenis(gegevens: Path) -> None:
    """Change what rapportage received."""
    sql(gegevens / "rapportage.db", "DELETE FROM ontvangen WHERE source = 'intake' AND place = 2")


def een_verwerkte_plaats(gegevens: Path) -> None:
    """Pretend that overleg applied something else."""
    sql(gegevens / "overleg.db", "UPDATE posities SET hash = lower(hex(zeroblob(32))) WHERE bron = 'intake'")


@pytest.mark.parametrize(
    ("schade", "zin"),
    [
        (een_byte_in_een_feit, "intake: FOUT: de keten breekt bij plaats 2"),
        (een_feit_weg, "intake: FOUT: de keten breekt bij plaats 2"),
        (een_tijd_in_een_overzicht, "intake: FOUT: overzicht 'meldingen'"),
        (een_ontvangen_gebeurtenis, "rapportage: FOUT: "),
        (een_verwerkte_plaats, "overleg: FOUT: heeft van intake verwerkt tot en met plaats"),
    ],
)
def test_damage_is_found(meldketen: Meldketen, gegevens: Path, schade: Callable[[Path], None], zin: str) -> None:
    """Whatever is changed behind the program's back ends the check with code 1, and is named."""
    schade(gegevens)
    afloop = meldketen("controleer")
    assert afloop.code == 1
    assert zin in afloop.uit


def test_any_byte_of_a_store_file(meldketen: Meldketen, gegevens: Path) -> None:
    """A byte in the middle of the text of a fact, changed in the file itself, is found."""
    bestand = gegevens / "intake.db"
    sql(bestand, "PRAGMA wal_checkpoint(TRUNCATE)")
    inhoud = bytearray(bestand.read_bytes())
    plek = inhoud.index(b"buiten-noodopvang")
    inhoud[plek] ^= 1
    bestand.write_bytes(inhoud)
    assert meldketen("controleer").code == 1


def test_a_changed_view_is_mended_by_rebuilding(meldketen: Meldketen, gegevens: Path) -> None:
    """The views are a function of the facts (promise 5)."""
    een_tijd_in_een_overzicht(gegevens)
    assert meldketen("herbouw", "intake").code == 0
    assert meldketen("controleer").code == 0


def test_a_lost_bus_is_found_and_filled_again(meldketen: Meldketen, gegevens: Path) -> None:
    """The bus must hold what was applied from it; `--herstel` publishes it again from the ledgers (promise 2)."""
    shutil.rmtree(gegevens / "nats")
    afloop = meldketen("controleer")
    assert afloop.code == 1
    assert "bus: FOUT: intake ontbreekt vanaf plaats 1" in afloop.uit

    assert meldketen("controleer", "--herstel").code == 0
    assert meldketen("controleer").code == 0


def test_what_waits_for_a_first_start_is_not_wrong(meldketen: Meldketen, tmp_path: Path) -> None:
    """An import before the first start has nothing on the bus yet: that is said, and is fine."""
    (tmp_path / "meldingen.csv").write_text(REGELS)
    assert meldketen("importeer", "meldingen.csv", "--locatie", "rokkeveenseweg").code == 0
    afloop = meldketen("controleer")
    assert afloop.code == 0, afloop.uit
    assert "4 wachten op publicatie" in afloop.uit


def test_a_folder_without_data_is_refused(meldketen: Meldketen, tmp_path: Path) -> None:
    """A typing error in the name of the folder is no clean bill of health, and makes no folder."""
    afloop = meldketen("controleer", "--data", "gegeven")
    assert afloop.code == 1
    assert "geen gegevens" in afloop.fout
    assert not (tmp_path / "gegeven").exists()


def test_it_checks_beside_a_running_chain(meldketen: Meldketen, gegevens: Path, tmp_path: Path) -> None:
    """Nothing has to be stopped to know that all is well."""
    with draaiende_keten(tmp_path) as keten:
        assert keten.adres
        afloop = meldketen("controleer")
        assert afloop.code == 0, afloop.uit + afloop.fout
        assert meldketen("herbouw").code == 0
        assert keten.stop() == 0


def test_every_event_is_exported(meldketen: Meldketen, gegevens: Path) -> None:
    """One CloudEvent a line, complete, in order of recording; from a place on when asked."""
    alles = [json.loads(regel) for regel in meldketen("exporteer").uit.splitlines()]
    van_intake = [event for event in alles if event["type"].startswith("nl.meldketen.intake.")]
    assert [int(event["sequence"]) for event in van_intake] == [1, 2, 3, 4]
    assert [event["time"] for event in alles] == sorted(event["time"] for event in alles)
    assert all(event["specversion"] == "1.0" and isinstance(event["data"], dict) for event in alles)

    later = [json.loads(regel) for regel in meldketen("exporteer", "--vanaf", "4").uit.splitlines()]
    assert later == [event for event in alles if int(event["sequence"]) >= 4]
