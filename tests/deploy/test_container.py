"""The image, as far as it can be looked at without building it: no machine of the tests has an engine for that."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.deploy.bestanden import DEPLOY, ROOT

BESTAND = DEPLOY / "Containerfile"
TEKST = BESTAND.read_text()
LAATSTE = TEKST[TEKST.rindex("\nFROM ") :]


def test_hadolint_heeft_niets_te_zeggen() -> None:
    """The linter for container files finds nothing."""
    hadolint = Path(sys.executable).with_name("hadolint")
    gedaan = subprocess.run([hadolint, "--no-color", BESTAND], capture_output=True, text=True)
    assert (gedaan.returncode, gedaan.stdout) == (0, "")


def test_wat_draait_is_geen_root_en_heeft_geen_shell_nodig() -> None:
    """It starts, stops and is asked how it is without a shell, as a user by number (Kubernetes checks only those)."""
    assert re.search(r"^USER (\d+):\1$", LAATSTE, re.MULTILINE)
    for opdracht in re.findall(r"^\s*(?:ENTRYPOINT|CMD|RUN) (.+)$", LAATSTE, re.MULTILINE):
        assert opdracht.startswith("["), opdracht
    assert "/gereed" in LAATSTE.split("HEALTHCHECK")[1]


def test_elk_pakket_komt_uit_de_lock_met_zijn_hash() -> None:
    """What is installed from elsewhere has a hash; our own package is built without fetching anything."""
    installaties = [regel for regel in TEKST.splitlines() if "install" in regel and "pip" in regel and "RUN" in regel]
    assert len(installaties) == 2
    van_elders, eigen = installaties
    assert {"--require-hashes", "--no-deps", "--only-binary", "requirements.lock"} <= set(
        re.findall(r"[\w.-]+", van_elders)
    )
    assert {"--no-index", "--no-deps", "--no-build-isolation"} <= set(eigen.split())


def test_het_begin_is_te_pinnen() -> None:
    """The base has a full tag, and a digest can be given without changing the file."""
    (basis,) = re.findall(r"^ARG BASIS=(\S+)$", TEKST, re.MULTILINE)
    assert re.fullmatch(r"python:\d+\.\d+\.\d+-slim-\w+", basis)
    assert set(re.findall(r"^FROM (\S+)", TEKST, re.MULTILINE)) == {"${BASIS}"}
    assert "@sha256:" in TEKST


def test_alleen_wat_nodig_is_gaat_naar_de_bouwer() -> None:
    """Everything is left out save what is named, and what is copied is named."""
    regels = (ROOT / ".dockerignore").read_text().splitlines()
    assert regels[1] == "*"
    mee = {regel[1:] for regel in regels if regel.startswith("!")}
    gekopieerd = {
        woord for regel in re.findall(r"^COPY (?!--from)(.+) \S+$", TEKST, re.MULTILINE) for woord in regel.split()
    }
    assert gekopieerd == mee
    assert all((ROOT / pad).exists() for pad in mee)
    assert (ROOT / ".containerignore").resolve() == ROOT / ".dockerignore"


@pytest.mark.parametrize("naam", ["MELDKETEN_GEHEIM", "MELDKETEN_DATABASE", "PASSWORD", "TOKEN"])
def test_er_zit_geen_geheim_in(naam: str) -> None:
    """A secret in an image is a secret of everyone who can fetch it."""
    assert naam not in TEKST
