"""The whole chain as somebody starts it, in a process of its own."""

import os
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import IO, cast
from urllib.parse import urlsplit

from bench.geheugen import kinderen, rss

MELDKETEN = Path(sys.executable).with_name("meldketen")
WACHT = 30


@dataclass(frozen=True)
class Keten:
    """What runs, and where it answers."""

    pid: int
    poort: int

    def rss(self) -> float:
        """Return the MB that it holds, with its nats-server."""
        return rss(self.pid) + self.nats_rss()

    def nats_rss(self) -> float:
        """Return the MB of nats-server, and of the process that watches over it."""
        return sum(rss(kind) for kind in kinderen(self.pid))


def omgeving(erbij: Mapping[str, str]) -> dict[str, str]:
    """Return the environment without anybody's own settings."""
    return {**{naam: waarde for naam, waarde in os.environ.items() if not naam.startswith("MELDKETEN_")}, **erbij}


@contextmanager
def gestart(folder: Path, **erbij: str) -> Iterator[Keten]:
    """Run `meldketen start` until it says that it is ready, and stop it afterwards."""
    command = [str(MELDKETEN), "start", "--data", str(folder), "--poort", "0"]
    with subprocess.Popen(
        command, env=omgeving(erbij), stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
    ) as proces:
        try:
            yield Keten(proces.pid, _poort(cast(IO[str], proces.stdout)))
        finally:
            proces.terminate()
            proces.wait(WACHT)


def _poort(uitvoer: IO[str]) -> int:
    for regel in uitvoer:
        if regel.startswith("gereed"):
            return urlsplit(regel.split()[-1]).port or 0
    raise RuntimeError("meldketen did not start")


def sleutel(folder: Path) -> str:
    """Make a key of the meldpunt."""
    command = [str(MELDKETEN), "sleutel", "maak", "--rol", "meldpunt", "--naam", "bench", "--data", str(folder)]
    klaar = subprocess.run(command, env=omgeving({}), check=True, capture_output=True, text=True)
    return klaar.stdout.strip()
