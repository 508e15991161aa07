"""A copy of a running chain, and an installation from it."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from tests.faults.bewijs import events
from tests.faults.melders import aan_het_melden, samen
from tests.journeys.conftest import ALLEEN_BESTANDEN
from tests.journeys.installatie import Installatie, melding
from tests.journeys.test_bus import meld
from tests.journeys.test_melding import in_het_beeld, op_agenda, weekbeeld
from tests.wachten import wacht_tot

pytestmark = ALLEEN_BESTANDEN


def test_a_copy_of_a_running_chain_goes_on_elsewhere(maak: Callable[[], Installatie], tmp_path: Path) -> None:
    """Copied under load, put back, whole: nothing of it is lost or applied twice, and what comes later is heard."""
    installatie = maak().start()
    with aan_het_melden(installatie, 1) as melders:
        wacht_tot(lambda: samen(melders) > 30, 30, op="meldingen")
        voor = set(melders[0].ontvangen)
        kopie = installatie.opdracht("backup", str(tmp_path / "kopie"))
    assert kopie.code == 0, kopie.fout

    (tmp_path / "elders").mkdir()
    elders = Installatie(tmp_path / "elders")
    terug = elders.opdracht("herstel", str(tmp_path / "kopie"))
    assert terug.code == 0, terug.fout
    elders.start()
    later = meld(elders)
    wacht_tot(lambda: later in op_agenda(elders), 30, op="agenda")
    wacht_tot(elders.is_rustig, 30, op="rust")
    bewaard = [data["meldingId"] for data in events(elders, "melding-ontvangen")]
    geteld = in_het_beeld(weekbeeld(elders))
    gecontroleerd = elders.opdracht("controleer")
    elders.stop()

    assert voor <= set(bewaard)
    assert sorted(m for data in events(elders, "agendapunt-toegevoegd") for m in data["meldingen"]) == sorted(bewaard)
    assert geteld == len(bewaard)
    assert gecontroleerd.code == 0, gecontroleerd.uit


def test_what_the_lost_one_recorded_later_is_not_taken_for_the_same(
    maak: Callable[[], Installatie], tmp_path: Path
) -> None:
    """The restored ledgers have other ids: whoever heard the lost ones stops loudly instead of skipping."""
    installatie = maak().start()
    meld(installatie)
    wacht_tot(installatie.is_rustig, op="rust")
    assert installatie.opdracht("backup", str(tmp_path / "kopie")).code == 0
    (tmp_path / "elders").mkdir()
    elders = Installatie(tmp_path / "elders")
    assert elders.opdracht("herstel", str(tmp_path / "kopie")).code == 0
    oud, nieuw = _ids(installatie.data), _ids(elders.data)
    assert set(oud.values()).isdisjoint(nieuw.values())
    with closing(sqlite3.connect(elders.data / "rapportage.db")) as store:
        assert dict(store.execute("SELECT bron, keten FROM posities")) == {
            bron: nieuw[bron] for bron in ("intake", "overleg", "escalatie")
        }


def _ids(data: Path) -> dict[str, str]:
    gevonden = {}
    for naam in ("intake", "overleg", "escalatie", "rapportage"):
        with closing(sqlite3.connect(data / f"{naam}.db")) as store:
            gevonden[naam] = store.execute("SELECT id FROM boek").fetchone()[0]
    return gevonden


@pytest.mark.parametrize("schade", ["veranderd", "weg", "geen lijst"])
def test_a_copy_that_is_not_whole_is_refused(maak: Callable[[], Installatie], tmp_path: Path, schade: str) -> None:
    """A half restored installation would look like a whole one."""
    installatie = maak()
    _vul(installatie, tmp_path)
    assert installatie.opdracht("backup", str(tmp_path / "kopie")).code == 0
    bestand = tmp_path / "kopie" / ("kopie.json" if schade == "geen lijst" else "intake.db")
    bestand.write_bytes(bestand.read_bytes() + b" ") if schade == "veranderd" else bestand.unlink()
    (tmp_path / "elders").mkdir()
    elders = Installatie(tmp_path / "elders")
    terug = elders.opdracht("herstel", str(tmp_path / "kopie"))
    assert terug.code == 1
    assert "kopie" in terug.fout
    assert not list(elders.data.glob("*.db"))


def test_nothing_is_overwritten(maak: Callable[[], Installatie], tmp_path: Path) -> None:
    """Neither a copy that is there, nor an installation that is there."""
    installatie = maak()
    _vul(installatie, tmp_path)
    assert installatie.opdracht("backup", str(tmp_path / "kopie")).code == 0
    nog_eens = installatie.opdracht("backup", str(tmp_path / "kopie"))
    terug = installatie.opdracht("herstel", str(tmp_path / "kopie"))
    assert (nog_eens.code, terug.code) == (1, 1)
    assert "niet leeg" in nog_eens.fout
    assert "niet leeg" in terug.fout


def test_the_keys_of_the_vaults_stay_out(maak: Callable[[], Installatie], tmp_path: Path) -> None:
    """With them a copy would bring back what was erased."""
    installatie = maak()
    _vul(installatie, tmp_path)
    for naam in ("sleutels", "dossierkluissleutels"):
        (installatie.data / f"{naam}.db").write_bytes((installatie.data / "intake.db").read_bytes())
    assert installatie.opdracht("backup", str(tmp_path / "kopie")).code == 0
    assert not list((tmp_path / "kopie").glob("*sleutels*"))


def _vul(installatie: Installatie, tmp_path: Path) -> None:
    """Store one melding, without running the chain."""
    bestand = tmp_path / "een.csv"
    velden = melding()
    bestand.write_text(",".join(velden) + "\n" + ",".join(str(waarde) for waarde in velden.values()) + "\n")
    opgenomen = installatie.opdracht("importeer", str(bestand))
    assert opgenomen.code == 0, opgenomen.fout
