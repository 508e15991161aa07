"""The style sheet comes along wherever the product goes, and is made again only when it does not fit."""

import json
import os
import re
import shutil
import subprocess
import sys
import tarfile
from gzip import compress
from pathlib import Path
from runpy import run_path
from zipfile import ZipFile

import pytest

from tests.deploy.bestanden import ROOT

BRON, UIT = ROOT / "huisstijl", "shared/web/static/huisstijl.css"
HULP = ("pyproject.toml", "hatch_build.py", "README.md", "LICENSE")
GEEN_NPM = {"npm_config_registry": "http://127.0.0.1:9", "npm_config_fetch_retries": "0"}


def draai(*woorden: str, waar: Path, **omgeving: str) -> subprocess.CompletedProcess[str]:
    """Run Python in a folder."""
    return subprocess.run(
        [sys.executable, *woorden], cwd=waar, env={**os.environ, **omgeving}, capture_output=True, text=True
    )


@pytest.fixture(scope="module")
def uitgepakt(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A source distribution, unpacked elsewhere."""
    folder = tmp_path_factory.mktemp("sdist")
    gedaan = draai("-m", "hatchling", "build", "-t", "sdist", "-d", str(folder), waar=ROOT)
    assert gedaan.returncode == 0, gedaan.stderr
    with tarfile.open(next(folder.glob("*.tar.gz"))) as pak:
        pak.extractall(folder, filter="data")
    return next(pad for pad in folder.iterdir() if pad.is_dir())


def test_de_stijl_past_bij_de_pagina_s() -> None:
    """What is served was made of these templates and tokens: `make stijl` otherwise."""
    assert (ROOT / UIT).read_text().startswith(run_path(str(ROOT / "hatch_build.py"))["_merk"](ROOT))


def test_een_bronpakket_brengt_de_stijl_mee(uitgepakt: Path) -> None:
    """A wheel from it needs neither Node nor npm, and holds the sheet."""
    gedaan = draai("-m", "hatchling", "build", "-t", "wheel", "-d", "wiel", waar=uitgepakt, **GEEN_NPM)
    assert gedaan.returncode == 0, gedaan.stderr
    assert not (uitgepakt / "huisstijl" / "node_modules").exists()
    with ZipFile(next((uitgepakt / "wiel").glob("*.whl"))) as wiel:
        assert wiel.read(UIT) == (ROOT / UIT).read_bytes()


def test_wie_niets_verandert_wacht_nergens_op(tmp_path: Path) -> None:
    """Made once, again when a template asks for more, and then for what it asks; npm only when the lock changes."""
    plek = _bron(tmp_path)
    shutil.copytree(BRON / "node_modules", plek / "huisstijl" / "node_modules")
    gemaakt = [draai("hatch_build.py", waar=plek, **GEEN_NPM) for _ in range(2)]
    assert [een.returncode for een in gemaakt] == [0, 0], gemaakt[0].stderr
    toen = (plek / UIT).stat().st_mtime_ns
    assert ".utrecht-drawer" not in (plek / UIT).read_text()
    draai("hatch_build.py", waar=plek, **GEEN_NPM)
    assert (plek / UIT).stat().st_mtime_ns == toen
    (plek / "shared/web/templates/ander.html").write_text('<div class="utrecht-drawer"></div>')
    draai("hatch_build.py", waar=plek, **GEEN_NPM)
    assert ".utrecht-drawer" in (plek / UIT).read_text()


def test_wie_npm_niet_bereikt_hoort_wat_te_doen(tmp_path: Path) -> None:
    """The installation stops with words, without a sheet."""
    plek = _bron(tmp_path)
    gedaan = draai("hatch_build.py", waar=plek, npm_config_cache=str(tmp_path / "leeg"), **GEEN_NPM)
    assert gedaan.returncode
    for woorden in ("npm could not fetch", "make stijl", UIT):
        assert woorden in gedaan.stderr
    assert not (plek / UIT).exists()


def test_de_lock_van_npm_noemt_geen_adres() -> None:
    """What is installed is pinned by its content; where it comes from is the machine's own affair."""
    tekst = (BRON / "package-lock.json").read_text()
    assert "://" not in tekst, "leave out 'resolved' and 'funding'"
    pakketten = [een for naam, een in json.loads(tekst)["packages"].items() if naam]
    assert all(een["integrity"].startswith("sha512-") for een in pakketten)
    assert (
        json.loads((BRON / "package.json").read_text())["devDependencies"].items()
        >= {
            "@utrecht/component-library-css": next(
                een["version"]
                for naam, een in json.loads(tekst)["packages"].items()
                if naam.endswith("/component-library-css")
            )
        }.items()
    )


def test_de_stijl_is_klein_en_haalt_niets_van_buiten() -> None:
    """One file, with of the design system what a page uses; nothing in it leads to another address."""
    stijl = (ROOT / UIT).read_text()
    assert len(compress(stijl.encode())) < 20_000
    assert not re.findall(r"@import|url\((?!data:)[^)]*\)", stijl)
    assert "utrecht-calendar" not in stijl


def _bron(folder: Path) -> Path:
    """What the sheet is made of, without the sheet."""
    for naam in HULP:
        shutil.copy(ROOT / naam, folder)
    shutil.copytree(BRON, folder / "huisstijl", ignore=shutil.ignore_patterns("node_modules"))
    shutil.copytree(ROOT / "shared/web/templates", folder / "shared/web/templates")
    (folder / UIT).parent.mkdir()
    return folder
