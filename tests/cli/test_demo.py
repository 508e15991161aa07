"""`meldketen demo` begins anew, and never at the cost of somebody who is using the folder."""

from pathlib import Path

from meldketen.demo.start import van_de_demo
from meldketen.gegevensmap import Slot
from shared.settings import Settings
from tests.cli.conftest import Meldketen


def test_a_second_demo_leaves_the_folder_of_a_running_one_alone(meldketen: Meldketen, tmp_path: Path) -> None:
    (tmp_path / "demo").touch()
    (tmp_path / "intake.db").touch()
    with Slot(tmp_path):
        klaar = meldketen("demo", "--poort", "0", "--data", tmp_path)
    assert klaar.code == 1
    assert "draait al een demo (proces " in klaar.fout
    assert (tmp_path / "intake.db").exists()


def test_a_demo_erases_in_a_register_of_its_own(tmp_path: Path) -> None:
    """An operator who has one set for the real installation finds nothing invented in it."""
    gezet = Settings(data=tmp_path / "demo", wisregister=tmp_path / "echt.jsonl")
    assert van_de_demo(gezet, 0).wisbestand.parent == tmp_path / "demo"
