"""The whole chain as somebody starts it, in a process of its own."""

import os
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import IO, cast
from urllib.parse import urlsplit

from bench.geheugen import kinderen, rss
from shared.natsserver import NatsServer

MELDKETEN = Path(sys.executable).with_name("meldketen")
DIENSTEN = ("intake", "overleg", "escalatie", "rapportage")
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
    with _proces(("start", "--data", str(folder), "--poort", "0"), erbij) as proces:
        yield _gereed(proces)


@contextmanager
def apart(folder: Path, **erbij: str) -> Iterator[Keten]:
    """Run each service as a process of its own (`meldketen dienst`), on a server of ours; give that of intake."""
    with ExitStack() as stapel:
        server = NatsServer(folder / "nats")
        stapel.callback(server.stop)
        verbinding = server.start()
        wel = {**erbij, "MELDKETEN_NATS": verbinding.url, "MELDKETEN_NATS_MONITOR": verbinding.monitor}
        opdrachten = [("dienst", naam, "--data", str(folder), "--poort", "0") for naam in DIENSTEN]
        processen = [stapel.enter_context(_proces(opdracht, wel)) for opdracht in opdrachten]
        intake, *_ = [_gereed(proces) for proces in processen]
        yield intake


@contextmanager
def _proces(woorden: Sequence[str], erbij: Mapping[str, str]) -> Iterator["subprocess.Popen[str]"]:
    with subprocess.Popen(
        [str(MELDKETEN), *woorden], env=omgeving(erbij), stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
    ) as proces:
        try:
            yield proces
        finally:
            proces.terminate()
            proces.wait(WACHT)


def _gereed(proces: "subprocess.Popen[str]") -> Keten:
    return Keten(proces.pid, _poort(cast(IO[str], proces.stdout)))


def _poort(uitvoer: IO[str]) -> int:
    """Return where it answers: the address stands in the line that says that it is ready."""
    for regel in uitvoer:
        if regel.startswith("gereed"):
            adressen = (urlsplit(woord).port for woord in regel.split() if "//" in woord)
            return next(poort for poort in adressen if poort)
    raise RuntimeError("meldketen did not start")


def sleutel(folder: Path) -> str:
    """Make a key of the meldpunt."""
    command = [str(MELDKETEN), "sleutel", "maak", "--rol", "meldpunt", "--naam", "bench", "--data", str(folder)]
    klaar = subprocess.run(command, env=omgeving({}), check=True, capture_output=True, text=True)
    return klaar.stdout.strip()
