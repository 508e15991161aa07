"""Running the real `meldketen` in a process of its own."""

import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import pytest

PROGRAMMA = Path(sys.executable).with_name("meldketen")


@dataclass(frozen=True)
class Afloop:
    """How a command ended."""

    code: int
    uit: str
    fout: str


Meldketen = Callable[..., Afloop]


def omgeving() -> dict[str, str]:
    """Give the environment without settings of whoever runs the tests; the machine speaks German."""
    schoon = {naam: waarde for naam, waarde in os.environ.items() if not naam.startswith("MELDKETEN_")}
    return {**schoon, "LANG": "de_DE.UTF-8", "COLUMNS": "100"}


def voer_uit(folder: Path, *argumenten: str | Path, **instellingen: str) -> Afloop:
    """Run `meldketen` with arguments in a folder, to its end."""
    klaar = subprocess.run(
        [PROGRAMMA, *argumenten],
        cwd=folder,
        env={**omgeving(), **instellingen},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        timeout=120,
    )
    return Afloop(klaar.returncode, klaar.stdout, klaar.stderr)


@pytest.fixture
def meldketen(tmp_path: Path) -> Meldketen:
    """Run `meldketen` in an empty folder."""
    return partial(voer_uit, tmp_path)
