"""`meldketen` as a process: forked from one that has loaded it already (`tests/warm.py`), or begun from nothing."""

import atexit
import json
import os
import signal
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Lock
from typing import Any, Protocol

from tests.wachten import wacht_tot

PROGRAMMA = Path(sys.executable).with_name("meldketen")
REPO = Path(__file__).parents[1]
COMMAND_SECONDS = 120.0


class Proces(Protocol):
    """What tests do with a process; `subprocess.Popen` is one too."""

    @property
    def pid(self) -> int:
        """Its number."""

    def poll(self) -> int | None:
        """Give its exit code, once it ended."""

    def wait(self, timeout: float | None = None) -> int:
        """Wait at most `timeout` seconds for its exit code."""

    def send_signal(self, sig: int) -> None:
        """Send it a signal, if it runs."""

    def terminate(self) -> None:
        """Ask it to end."""

    def kill(self) -> None:
        """End it as a power cut does."""


class _Warm:
    """The loaded process. One per test process, started when first asked for, gone when that ends."""

    def __init__(self) -> None:
        self._beurt = Lock()
        self._proces = subprocess.Popen(
            [sys.executable, "-m", "tests.warm"], cwd=REPO, text=True, stdin=subprocess.PIPE, stdout=subprocess.PIPE
        )
        atexit.register(self._einde)

    def vraag(self, *woorden: Any) -> int | None:
        """Ask, and give the answer."""
        vragen, antwoorden = self._proces.stdin, self._proces.stdout
        assert vragen is not None
        assert antwoorden is not None
        with self._beurt:
            vragen.write(json.dumps(woorden) + "\n")
            vragen.flush()
            antwoord: int | None = json.loads(antwoorden.readline())
        return antwoord

    def _einde(self) -> None:
        assert self._proces.stdin is not None
        self._proces.stdin.close()
        self._proces.wait(10)


class Geforkt:
    """A process that the loaded one forked."""

    def __init__(self, pid: int) -> None:
        self.pid = pid
        self._code: int | None = None

    def poll(self) -> int | None:
        """Give its exit code, once it ended."""
        if self._code is None:
            self._code = _warm().vraag("afloop", self.pid)
        return self._code

    def wait(self, timeout: float | None = None) -> int:
        """Wait at most `timeout` seconds for its exit code."""
        wacht_tot(lambda: self.poll() is not None, COMMAND_SECONDS if timeout is None else timeout, op="het einde")
        assert self._code is not None
        return self._code

    def send_signal(self, sig: int) -> None:
        """Send it a signal, if it runs."""
        if self.poll() is None:
            os.kill(self.pid, sig)

    def terminate(self) -> None:
        """Ask it to end."""
        self.send_signal(signal.SIGTERM)

    def kill(self) -> None:
        """End it as a power cut does."""
        self.send_signal(signal.SIGKILL)


_maken = Lock()


def _warm() -> _Warm:
    with _maken:
        return _de_warme()


@cache
def _de_warme() -> _Warm:
    return _Warm()


def start(
    *argumenten: str | Path, plek: Path, omgeving: Mapping[str, str], uit: Path, fout: Path, koud: bool = False
) -> Proces:
    """Run `meldketen` in the folder `plek`; what it says is added to the files `uit` and `fout`.

    Args:
        koud: begin from nothing, as a user does.
    """
    if not koud:
        pid = _warm().vraag("start", list(map(str, argumenten)), str(plek), dict(omgeving), str(uit), str(fout))
        assert pid
        return Geforkt(pid)
    with uit.open("ab") as naar, fout.open("ab") as fouten:
        return subprocess.Popen(
            [PROGRAMMA, *argumenten], cwd=plek, env=omgeving, stdin=subprocess.DEVNULL, stdout=naar, stderr=fouten
        )


@dataclass(frozen=True)
class Afloop:
    """How a command ended."""

    code: int
    uit: str
    fout: str


def voer_uit(*argumenten: str | Path, plek: Path, omgeving: Mapping[str, str], koud: bool = False) -> Afloop:
    """Run `meldketen` in the folder `plek` to its end."""
    with TemporaryDirectory() as folder:
        uit, fout = Path(folder, "uit"), Path(folder, "fout")
        proces = start(*argumenten, plek=plek, omgeving=omgeving, uit=uit, fout=fout, koud=koud)
        try:
            code = proces.wait(COMMAND_SECONDS)
        finally:
            proces.kill()
            proces.wait(10)
        return Afloop(code, uit.read_text(), fout.read_text())


def schone_omgeving(**instellingen: str) -> dict[str, str]:
    """Give the environment without settings of whoever runs the tests, and with these."""
    return {naam: waarde for naam, waarde in os.environ.items() if not naam.startswith("MELDKETEN_")} | instellingen
