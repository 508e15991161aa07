"""From an older version to this one, after a stop.

The older program comes out of the history of this repository; a checkout without history has none.
"""

import io
import shutil
import subprocess
import tarfile
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import pytest

from tests.faults.bewijs import events
from tests.journeys.installatie import PROFIEL, Installatie
from tests.journeys.test_bus import meld
from tests.journeys.test_melding import op_agenda
from tests.programma import REPO
from tests.wachten import wacht_tot

OUD = ("2fec181806afb57a", "213b8975a3f82516")
"""Of 22 November 2026: 19:17 and 15:43."""
STIJL = Path("shared/web/static/huisstijl.css")

pytestmark = pytest.mark.lang


class Machine(Installatie):
    """One machine, on which a version is installed."""

    def installeer(self, oud: Path | None = None) -> "Machine":
        """Put an older version on it, or this one, each with its own profile."""
        self.profiel.write_text(((oud or REPO) / PROFIEL.relative_to(REPO)).read_text())
        self._env.pop("PYTHONPATH", None)
        self._env |= {"PYTHONPATH": str(oud)} if oud else {}
        self._koud = oud is not None
        return self


@pytest.fixture
def oud(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    """The program as it was."""
    git = shutil.which("git")
    versie: str = request.param
    gevonden = subprocess.run([git or "false", "cat-file", "-e", f"{versie}^{{commit}}"], cwd=REPO, capture_output=True)
    if gevonden.returncode:
        pytest.skip(f"needs the history of this repository: {versie} is not in this checkout")
    assert git
    inhoud = subprocess.run([git, "archive", versie], cwd=REPO, capture_output=True, check=True).stdout
    with tarfile.open(fileobj=io.BytesIO(inhoud)) as archief:
        archief.extractall(tmp_path / versie, filter="data")
    shutil.copy(REPO / STIJL, tmp_path / versie / STIJL)
    return tmp_path / versie


@pytest.fixture
def machine(tmp_path: Path) -> Iterator[Callable[..., Machine]]:
    """Machines, which end with the test."""
    gemaakt: list[Machine] = []

    def maak(naam: str, **anders: object) -> Machine:
        (tmp_path / naam).mkdir()
        gemaakt.append(Machine(tmp_path / naam, **anders))  # type: ignore[arg-type]
        return gemaakt[-1]

    yield maak
    for each in gemaakt:
        each.stop()


def klopt(machine: Machine, ontvangen: Sequence[str]) -> int:
    """Compare what was acknowledged with what is stored, published and applied; return how many that are."""
    wacht_tot(machine.is_rustig, 60, op="rust")
    bewaard = [data["meldingId"] for data in events(machine, "melding-ontvangen")]
    assert set(ontvangen) <= set(bewaard)
    assert len(set(bewaard)) == len(bewaard)
    wacht_tot(lambda: set(bewaard) <= set(op_agenda(machine)), 60, op="alles op de agenda")
    assert sorted(op_agenda(machine)) == sorted(bewaard)
    controle = machine.opdracht("controleer")
    assert controle.code == 0, controle.uit
    return len(bewaard)


@pytest.mark.parametrize("oud", OUD, indirect=True)
def test_na_een_stop_gaat_een_nieuwe_versie_verder(oud: Path, machine: Callable[..., Machine]) -> None:
    """Stores and stream of an older version: nothing is lost, and what comes then joins it."""
    een = machine("een").installeer(oud).start()
    voor = [meld(een) for _ in range(12)]
    wacht_tot(een.is_rustig, 60, op="rust")
    een.stop()
    een.installeer().start()
    na = [meld(een) for _ in range(3)]
    assert klopt(een, voor + na) == 15
