"""One history: an installation that is killed again and again while people report. A seed decides all of it."""

import os
import random
import signal
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

import httpx

from shared.natsserver.server import read_pid
from tests.faults.bewijs import bewijs
from tests.faults.databank import Databank
from tests.faults.melders import Melders, aan_het_melden, samen
from tests.faults.standen import Oordeel, Standen
from tests.journeys.installatie import Installatie
from tests.journeys.ontvanger import Ontvanger
from tests.wachten import wacht_tot
from tests.warm import TAKEN

MELDERS = 3
VOORUIT = 240
"""Seconds in which the next report must be acknowledged."""
UITVOER = 40_000
"""Characters of what it printed last, kept for a failure."""
ROLLEN = ("politie", "burgemeester", "om", "oov", "piket", "coa")


@dataclass
class Toneel:
    """What a fault can get hold of. `databank` is None on SQLite."""

    installatie: Installatie
    databank: Databank | None
    dobbel: random.Random
    melders: list[Melders]

    def even(self, hoogstens: int = 40) -> None:
        """Let some more reports be acknowledged: how many is up to the seed."""
        doel = samen(self.melders) + self.dobbel.randint(3, hoogstens)
        wacht_tot(lambda: samen(self.melders) >= doel, VOORUIT, op="meldingen")

    def geweigerd(self) -> None:
        """Wait until somebody is refused."""
        doel = sum(melder.geweigerd for melder in self.melders) + self.dobbel.randint(1, 5)
        wacht_tot(lambda: sum(melder.geweigerd for melder in self.melders) >= doel, VOORUIT, op="weigeringen")

    def nats(self) -> int:
        """Return the process of the message server."""

        def gevonden() -> int | None:
            pid = read_pid(self.installatie.data / "nats")
            return pid if pid and Path(f"/proc/{pid}").exists() else None

        return wacht_tot(gevonden, VOORUIT, op="nats-server")


Fout = Callable[[Toneel], int]
"""Does harm, mends what a person would have to mend, and gives the number of kills."""


def dienst(toneel: Toneel) -> int:
    """Everything of ours at once; the server goes with it."""
    toneel.installatie.kill()
    toneel.installatie.begin()
    return 1


def bus(toneel: Toneel) -> int:
    """The message server alone; the chain starts it again."""
    os.kill(toneel.nats(), signal.SIGKILL)
    return 1


def bus_en_dienst(toneel: Toneel) -> int:
    """First the server, and the rest a moment later, while it is being missed."""
    os.kill(toneel.nats(), signal.SIGKILL)
    toneel.even()
    return 1 + dienst(toneel)


def bevroren_bus(toneel: Toneel) -> int:
    """The server says nothing; then everything is cut, and it goes on with what it had."""
    pid = toneel.nats()
    os.kill(pid, signal.SIGSTOP)
    toneel.even()
    toneel.installatie.kill()
    if Path(f"/proc/{pid}").exists():
        os.kill(pid, signal.SIGCONT)
    toneel.installatie.begin()
    return 1


def databank(toneel: Toneel) -> int:
    """The whole database; people are refused until it is back."""
    assert toneel.databank is not None
    toneel.databank.kill()
    toneel.geweigerd()
    toneel.databank.start()
    return 1


def deel_van_de_databank(toneel: Toneel) -> int:
    """One process of the database, which throws everybody out and recovers by itself."""
    assert toneel.databank is not None
    toneel.databank.kill_een(toneel.dobbel)
    return 1


def databank_en_dienst(toneel: Toneel) -> int:
    """Both at once, in a cellar that is flooded."""
    assert toneel.databank is not None
    toneel.databank.kill()
    toneel.installatie.kill()
    toneel.databank.start()
    toneel.installatie.begin()
    return 2


@dataclass(frozen=True)
class Soort:
    """What is killed, and where the stores are."""

    fouten: tuple[Fout, ...]
    postgres: bool


SOORTEN: Mapping[str, Soort] = {
    "dienst, op SQLite": Soort((dienst,), postgres=False),
    "berichtenserver": Soort((bus, bevroren_bus), postgres=False),
    "databank (PostgreSQL)": Soort((databank, deel_van_de_databank), postgres=True),
    "alles door elkaar, op SQLite": Soort((dienst, bus, bus_en_dienst, bevroren_bus), postgres=False),
    "alles door elkaar, op PostgreSQL": Soort(
        (dienst, bus, bus_en_dienst, databank, deel_van_de_databank, databank_en_dienst), postgres=True
    ),
}


@dataclass(frozen=True)
class Verloop:
    """How a history went."""

    zaad: int
    soort: str
    gedood: int
    fouten: Mapping[str, int]
    standen: Standen
    oordeel: Oordeel

    def __str__(self) -> str:
        """Say it in one line, with the seed that plays it again."""
        s = self.standen
        return (
            f"zaad {self.zaad} ({self.soort}): {self.gedood} kills {dict(self.fouten)}, {s.gemeld} gemeld, "
            f"{len(s.ontvangen)} bevestigd, {len(s.bewaard)} bewaard, {len(s.stroom)} op de bus, {len(s.verwerkt)} "
            f"verwerkt, {len(s.incidenten)} incidenten, {len(s.alarmen)} berichten: {self.oordeel}"
        )


def soort_van(zaad: int) -> str:
    """Return what a seed kills."""
    return list(SOORTEN)[zaad % len(SOORTEN)]


def speel(folder: Path, zaad: int, sneden: int, soort: str = "", plant: str = "") -> Verloop:
    """Play one history: `sneden` faults while people report, then compare. The same seed, the same faults.

    Args:
        plant: a mistake in the product (`planten.py`), to see that it is found.
    """
    soort = soort or soort_van(zaad)
    geteld, gedood = Counter[str](), 0
    with _opgezet(folder, SOORTEN[soort], zaad, plant) as (toneel, politie):
        with aan_het_melden(toneel.installatie, MELDERS, incidenten=True) as toneel.melders:
            for _ in range(sneden):
                toneel.even()
                fout = toneel.dobbel.choice(SOORTEN[soort].fouten)
                gedood += fout(toneel)
                geteld[fout.__name__] += 1
            toneel.even()
        standen, gevonden = bewijs(toneel.installatie, toneel.melders, politie)
        verloop = Verloop(zaad, soort, gedood, geteld, standen, gevonden)
        toneel.installatie.kill() if plant else toneel.installatie.stop()
    return verloop


@contextmanager
def _opgezet(folder: Path, soort: Soort, zaad: int, plant: str) -> Iterator[tuple[Toneel, Ontvanger]]:
    with ExitStack() as stack:
        politie = stack.enter_context(Ontvanger())
        bank = stack.enter_context(Databank()) if soort.postgres else None
        installatie = Installatie(
            folder,
            kanalen={rol: politie.kanaal(rol) for rol in ROLLEN},
            database=bank.adres() if bank else "",
            instellingen={"PROEF_PLANT": plant} if plant else {},
        )
        stack.push(_einde(installatie))
        yield Toneel(installatie.start(), bank, random.Random(zaad), []), politie


def _einde(installatie: Installatie) -> Callable[..., None]:
    """Return what ends it; after a failure it says first what it lacks, and what every task and thread was at."""

    def einde(fout: type[BaseException] | None, *_: object) -> None:
        if installatie.proces is None:
            return
        if fout is not None:
            print(_gereed(installatie))  # noqa: T201  pytest keeps it for a failure
            installatie.proces.send_signal(signal.SIGUSR1)  # the tasks, by `warm.py`
            with suppress(AssertionError):
                wacht_tot(lambda: TAKEN in installatie.uitvoer(), 10)
            installatie.proces.send_signal(signal.SIGABRT)  # the threads, by faulthandler
            installatie.proces.wait(10)
            print(installatie.uitvoer()[-UITVOER:])  # noqa: T201
        installatie.kill()

    return einde


def _gereed(installatie: Installatie) -> str:
    try:
        with installatie.als("publiek") as client:
            return client.get("/gereed").text
    except httpx.HTTPError as error:
        return f"/gereed antwoordt niet: {error!r}"
