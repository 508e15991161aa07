"""Running the real `meldketen` in a process of its own."""

import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
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


@pytest.fixture
def meldketen(tmp_path: Path) -> Meldketen:
    """Run `meldketen` with arguments in an empty folder, whatever language the machine speaks."""
    schoon = {naam: waarde for naam, waarde in os.environ.items() if not naam.startswith("MELDKETEN_")}

    def voer_uit(*argumenten: str | Path, invoer: str = "", **omgeving: str) -> Afloop:
        klaar = subprocess.run(
            [PROGRAMMA, *argumenten],
            cwd=tmp_path,
            env={**schoon, "LANG": "de_DE.UTF-8", "COLUMNS": "100", **omgeving},
            input=invoer,
            capture_output=True,
            text=True,
            timeout=120,
        )
        return Afloop(klaar.returncode, klaar.stdout, klaar.stderr)

    return voer_uit
