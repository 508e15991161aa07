"""From an older version to this one: after a stop, and one process at a time while people go on reporting.

The older program comes out of the history of this repository; a checkout without history has none.
"""

import io
import shutil
import subprocess
import tarfile
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import psycopg
import pytest

from shared.natsserver import NatsServer
from tests.faults.bewijs import RUST, events
from tests.faults.melders import Melders, aan_het_melden, samen
from tests.journeys.installatie import PROFIEL, Installatie
from tests.journeys.test_bus import meld
from tests.journeys.test_melding import op_agenda
from tests.journeys.test_reserve import staat
from tests.programma import REPO
from tests.wachten import wacht_tot

OUD = ("2fec181806afb57a", "213b8975a3f82516")
"""Of 22 November 2026: 19:17 and 15:43."""
ERNAAST = "f7e8423f1c9fd284"
"""Runs beside this version."""
STIJL = Path("shared/web/static/huisstijl.css")
DIENSTEN = ("intake", "overleg", "escalatie", "rapportage")
GEHEIM = "alleen-voor-deze-proef-bedacht"

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
    wacht_tot(machine.is_rustig, RUST, op="rust")
    bewaard = [data["meldingId"] for data in events(machine, "melding-ontvangen")]
    assert set(ontvangen) <= set(bewaard)
    assert len(set(bewaard)) == len(bewaard)
    wacht_tot(lambda: set(bewaard) <= set(op_agenda(machine)), RUST, op="alles op de agenda")
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


@pytest.mark.parametrize("oud", [ERNAAST], indirect=True)
def test_een_voor_een_bijgewerkt_terwijl_er_wordt_gemeld(
    oud: Path, machine: Callable[..., Machine], postgres: str, tmp_path: Path
) -> None:
    """Two processes on one database and one bus, stopped and replaced in turn: nothing lost, nothing twice."""
    server = NatsServer(tmp_path / "nats")
    nats = server.start()
    try:
        samen_ = {"MELDKETEN_NATS": nats.url, "MELDKETEN_NATS_MONITOR": nats.monitor, "MELDKETEN_GEHEIM": GEHEIM}
        twee = [machine(naam, database=postgres, instellingen=samen_).installeer(oud).start() for naam in ("a", "b")]
        with aan_het_melden(twee[0], 2) as eersten, aan_het_melden(twee[1], 2) as anderen:
            for each in twee:
                meer(eersten, anderen)
                each.stop()
                meer(*([anderen] if each is twee[0] else [eersten]))
                each.installeer().start()
            meer(eersten, anderen)
        assert apart(postgres) == []
        melders = [*eersten, *anderen]
        assert [melder.vreemd for melder in melders] == [[]] * 4
        wacht_tot(lambda: staat(twee[0]) == {0}, 30, op="overname")
        bewaard = klopt(twee[0], [een for melder in melders for een in melder.ontvangen])
        print(f"bijgewerkt onder {samen(melders)} bevestigde meldingen; bewaard {bewaard}, verloren 0, dubbel 0")  # noqa: T201  the figures, with -s
        for each in twee:
            each.stop()
    finally:
        server.stop()


def apart(database: str) -> list[tuple[str, ...]]:
    """What somebody could not handle, and why."""
    with psycopg.connect(database) as verbinding:
        vragen = [f"SELECT '{dienst}', naam, reden FROM {dienst}.quarantaine" for dienst in DIENSTEN]
        return [rij for vraag in vragen for rij in verbinding.execute(vraag.encode()).fetchall()]


def meer(*groepen: list[Melders]) -> None:
    """Wait until each group has reported twenty more."""
    was = [samen(groep) for groep in groepen]
    wacht_tot(
        lambda: all(samen(groep) > tot + 20 for groep, tot in zip(groepen, was, strict=True)), 120, op="meldingen"
    )
