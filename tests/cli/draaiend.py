"""A `meldketen start` in a process of its own, for tests that do something beside it."""

import signal
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from tests.cli.conftest import omgeving
from tests.programma import Proces, start
from tests.wachten import wacht_tot


@dataclass(frozen=True)
class Keten:
    """The process, and where it writes what it says."""

    proces: Proces
    uit: Path

    @property
    def regels(self) -> list[str]:
        """What it said so far."""
        return [regel.strip() for regel in self.uit.read_text().splitlines()]

    @property
    def adres(self) -> str:
        """Where it serves, once it is ready."""
        wacht_tot(self.is_gereed, 30, op="gereed")
        return next(regel for regel in self.regels if regel.startswith("gereed")).split()[-1]

    def is_gereed(self) -> bool:
        """Say whether all is up; fail at once when it ended instead."""
        assert self.proces.poll() is None, self.regels
        return self.uit.exists() and any(regel.startswith("gereed") for regel in self.regels)

    def stop(self, hoe: int = signal.SIGTERM) -> int:
        """Ask it to stop; return its exit code."""
        self.proces.send_signal(hoe)
        return self.proces.wait(20)


@contextmanager
def draaiende_keten(folder: Path, *argumenten: str, koud: bool = False) -> Iterator[Keten]:
    """Run `meldketen start` on `folder/gegevens` and a free port; end it whatever happens."""
    uit, fout = folder / "stdout.log", folder / "stderr.log"
    uit.unlink(missing_ok=True)
    proces = start(
        "start", "--poort", "0", *argumenten, plek=folder, omgeving=omgeving(), uit=uit, fout=fout, koud=koud
    )
    try:
        yield Keten(proces, uit)
    finally:
        if proces.poll() is None:
            proces.kill()
            proces.wait(10)
