"""`meldketen demo` begins anew, and never at the cost of somebody who is using the folder."""

from pathlib import Path

from meldketen.gegevensmap import Slot
from tests.cli.conftest import Meldketen


def test_a_second_demo_leaves_the_folder_of_a_running_one_alone(meldketen: Meldketen, tmp_path: Path) -> None:
    (tmp_path / "demo").touch()
    (tmp_path / "intake.db").touch()
    with Slot(tmp_path):
        klaar = meldketen("demo", "--poort", "0", "--data", tmp_path)
    assert klaar.code == 1
    assert "draait al een demo (proces " in klaar.fout
    assert (tmp_path / "intake.db").exists()
