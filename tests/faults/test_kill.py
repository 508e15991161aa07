"""A power cut at any moment: what was answered with 201 is there once, and the chain goes on."""

import os
import random
import signal
from collections.abc import Callable
from pathlib import Path

import pytest

from shared.natsserver.server import read_pid
from tests.faults.bewijs import bewijs
from tests.faults.melders import aan_het_melden, samen
from tests.journeys.installatie import Installatie
from tests.wachten import wacht_tot

ZAAD = 20261122
SNEDEN = 3
CAMPAGNES = int(os.environ.get("CAMPAGNES", "10"))
SNEDEN_PER_CAMPAGNE = 50

Even = Callable[[], None]
"""Let some more reports be acknowledged: how many is up to the seed."""
Fout = Callable[[Installatie, Even], None]


def dienst(installatie: Installatie, even: Even) -> None:
    """Everything of ours at once; the server goes with it."""
    installatie.kill()
    installatie.start()


def server(installatie: Installatie, even: Even) -> None:
    """The message server alone; the chain starts it again."""
    os.kill(_pid(installatie), signal.SIGKILL)


def allebei(installatie: Installatie, even: Even) -> None:
    """First the server, and the rest a moment later, while it is being missed."""
    os.kill(_pid(installatie), signal.SIGKILL)
    even()
    dienst(installatie, even)


def bevroren(installatie: Installatie, even: Even) -> None:
    """The server says nothing; then everything is cut, and it goes on with what it had."""
    pid = _pid(installatie)
    os.kill(pid, signal.SIGSTOP)
    even()
    installatie.kill()
    if Path(f"/proc/{pid}").exists():
        os.kill(pid, signal.SIGCONT)
    installatie.start()


FOUTEN: tuple[Fout, ...] = (dienst, server, allebei, bevroren)


@pytest.mark.parametrize("zaad", [ZAAD])
def test_kill_at_random_moments_loses_and_doubles_nothing(tmp_path: Path, zaad: int) -> None:
    """Acknowledged ⊆ stored, each on exactly one agenda, chain and views whole, after every cut and at the end."""
    campagne(tmp_path, zaad, SNEDEN, (dienst,))


@pytest.mark.lang
@pytest.mark.parametrize("zaad", range(CAMPAGNES))
def test_a_campaign_of_random_faults(tmp_path: Path, zaad: int) -> None:
    """The same with every kind of cut, 50 in a row on one installation; a seed gives the same faults again."""
    campagne(tmp_path, zaad, SNEDEN_PER_CAMPAGNE, FOUTEN)


def campagne(folder: Path, zaad: int, sneden: int, fouten: tuple[Fout, ...]) -> None:
    """Cut while people report, then look whether all that must be true is."""
    dobbel, installatie = random.Random(zaad), Installatie(folder).start()
    with aan_het_melden(installatie, 3) as melders:

        def even() -> None:
            doel = samen(melders) + dobbel.randint(5, 60)
            wacht_tot(lambda: samen(melders) >= doel, 60, op="meldingen")

        for _ in range(sneden):
            even()
            dobbel.choice(fouten)(installatie, even)
    gezien = bewijs(installatie, melders)
    print(f"zaad {zaad}: {sneden} sneden, {gezien}")  # noqa: T201  the table of faults: `make faults ARGS="-s …"`
    installatie.stop()


def _pid(installatie: Installatie) -> int:
    def gevonden() -> int | None:
        pid = read_pid(installatie.data / "nats")
        return pid if pid and Path(f"/proc/{pid}").exists() else None

    return wacht_tot(gevonden, 10, op="nats-server")
