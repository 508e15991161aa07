"""`meldketen demo` begins anew, and never at the cost of somebody who is using the folder."""

import subprocess
import sys
from pathlib import Path

from meldketen.gegevensmap import Slot


def test_a_second_demo_leaves_the_folder_of_a_running_one_alone(tmp_path: Path) -> None:
    (tmp_path / "demo").touch()
    (tmp_path / "intake.db").touch()
    with Slot(tmp_path):
        klaar = subprocess.run(
            [Path(sys.executable).with_name("meldketen"), "demo", "--poort", "0", "--data", tmp_path],
            capture_output=True,
            text=True,
            timeout=30,
            check=False,
        )
    assert klaar.returncode == 1
    assert "draait al een demo (proces " in klaar.stderr
    assert (tmp_path / "intake.db").exists()
