"""A `meldketen start` in a process of its own, for tests that do something beside it."""

import signal
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from threading import Thread

from tests.cli.conftest import PROGRAMMA, omgeving
from tests.wachten import wacht_tot


@dataclass
class Keten:
    """The process, and what it said so far."""

    proces: "subprocess.Popen[str]"
    regels: list[str] = field(default_factory=list)

    @property
    def adres(self) -> str:
        """Where it serves, once it is ready."""
        wacht_tot(self.is_gereed, 30, op="gereed")
        return next(regel for regel in self.regels if regel.startswith("gereed")).split()[-1]

    def is_gereed(self) -> bool:
        """Say whether all is up; fail at once when it ended instead."""
        assert self.proces.poll() is None, self.regels
        return any(regel.startswith("gereed") for regel in self.regels)

    def stop(self, hoe: int = signal.SIGTERM) -> int:
        """Ask it to stop; return its exit code."""
        self.proces.send_signal(hoe)
        return self.proces.wait(20)

    def lees(self) -> None:
        """Collect what it says until it ends."""
        self.regels.extend(regel.strip() for regel in self.proces.stdout or ())


@contextmanager
def draaiende_keten(folder: Path, *argumenten: str) -> Iterator[Keten]:
    """Run `meldketen start` on `folder/gegevens` and a free port; end it whatever happens."""
    with subprocess.Popen(
        [PROGRAMMA, "start", "--poort", "0", *argumenten],
        cwd=folder,
        env=omgeving(),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=(folder / "stderr.log").open("a"),
        text=True,
    ) as proces:
        keten = Keten(proces)
        lezer = Thread(target=keten.lees)
        lezer.start()
        try:
            yield keten
        finally:
            if proces.poll() is None:
                proces.kill()
            lezer.join()
