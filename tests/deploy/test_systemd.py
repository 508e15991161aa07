"""The units: taken by systemd itself where it is there, and as closed as it can measure."""

import re
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.deploy.bestanden import DEPLOY, eenheid

MAP = DEPLOY / "systemd"
DIENSTEN = ["meldketen.service", "meldketen-dienst@.service", "meldketen-kopie.service"]
BLOOTGESTELD = 15
"""systemd counts from 0 (closed) to 100 (open); a service that must reach a network hardly gets below 13."""


@pytest.fixture(scope="module")
def keurmap(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The units with a program that exists here: systemd refuses one whose program is not there."""
    if shutil.which("systemd-analyze") is None:
        pytest.skip("systemd-analyze is not on this machine")
    folder = tmp_path_factory.mktemp("eenheden")
    for pad in (*MAP.glob("*.service"), *MAP.glob("*.timer")):
        (folder / pad.name).write_text(pad.read_text().replace("/opt/meldketen/bin/meldketen", "/usr/bin/env"))
    return folder


def _systemd(*woorden: str, plek: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(["systemd-analyze", *woorden], cwd=plek, capture_output=True, text=True, timeout=60)


@pytest.mark.parametrize("naam", [*DIENSTEN, "meldketen-kopie.timer"])
def test_systemd_begrijpt_elke_regel(keurmap: Path, naam: str) -> None:
    """Not one line that it passes over: a guard with a typing error guards nothing."""
    gedaan = _systemd("verify", "--man=no", f"./{naam}", plek=keurmap)
    assert (gedaan.returncode, gedaan.stderr) == (0, "")


@pytest.mark.parametrize("naam", DIENSTEN)
def test_een_dienst_staat_zo_min_mogelijk_bloot(keurmap: Path, naam: str) -> None:
    """What systemd measures of the exposure stays below the limit."""
    gedaan = _systemd("security", "--offline=true", f"--threshold={BLOOTGESTELD}", f"./{naam}", plek=keurmap)
    assert gedaan.returncode == 0, gedaan.stdout[-300:]


@pytest.mark.parametrize("naam", DIENSTEN)
def test_een_dienst_draait_als_eigen_gebruiker(naam: str) -> None:
    """Never root; the user is made by the file beside it, and writes its own folder alone."""
    regels = eenheid(naam)
    (gebruiker,) = regels["User"]
    assert re.search(rf"^u {gebruiker} ", (MAP / "meldketen.sysusers").read_text(), re.MULTILINE)
    assert regels["ProtectSystem"] == ["strict"]
    assert regels["NoNewPrivileges"] == ["yes"]
    assert regels["CapabilityBoundingSet"] == [""]
    assert regels["SystemCallFilter"][0] == "@system-service"


def test_een_alarm_houdt_niet_op_na_vijf_pogingen() -> None:
    """Systemd gives up after five starts in ten seconds, unless told otherwise: silence is never an outcome."""
    for naam in DIENSTEN[:2]:
        regels = eenheid(naam)
        assert regels["Restart"] == ["always"]
        assert regels["StartLimitIntervalSec"] == ["0"]
