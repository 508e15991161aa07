"""A disk that can only be read, and one that is slow: the kernel itself says so to the running process."""

import threading
import time
from pathlib import Path

import httpx
import pytest

from shared.natsserver.server import read_pid
from tests.faults.bewijs import bewijs
from tests.faults.kern import ALLEEN_LEZEN, anders, met_strace, traag
from tests.faults.lusmeter import Lusmeter
from tests.faults.melders import aan_het_melden, samen
from tests.journeys.installatie import Installatie
from tests.journeys.ontvanger import Ontvanger
from tests.wachten import wacht_tot

VOORAF = 5.0
PER_SYNC = 0.3
"""Seconds: a disk of an overloaded virtual machine."""


@met_strace
@pytest.mark.lang
def test_a_disk_that_becomes_read_only_refuses_and_recovers(tmp_path: Path) -> None:
    """Everybody hears 503, `/gereed` says why, `/gezond` lives; then nothing is missing, and nobody restarts it."""
    installatie = Installatie(tmp_path).start()
    assert installatie.proces is not None
    with aan_het_melden(installatie, 2, rust=0.05) as melders:
        wacht_tot(lambda: samen(melders) > 20, 60, op="meldingen")
        with anders([installatie.proces.pid], ALLEEN_LEZEN):
            geweigerd = sum(melder.geweigerd for melder in melders)
            wacht_tot(lambda: sum(melder.geweigerd for melder in melders) > geweigerd + 5, 60, op="weigeringen")
            gereed = httpx.get(f"{installatie.url}/gereed", timeout=60)
            assert gereed.status_code == 503
            assert "opslaan lukt niet" in gereed.text
            assert httpx.get(f"{installatie.url}/gezond", timeout=60).status_code == 200
        verder = samen(melders) + 20
        wacht_tot(lambda: samen(melders) >= verder, 60, op="meldingen daarna")
    assert not any(melder.zonder_wachttijd for melder in melders)
    assert bewijs(installatie, melders)[1].goed
    wacht_tot(lambda: httpx.get(f"{installatie.url}/gereed").status_code == 200, 60, op="gereed")
    installatie.stop()


@met_strace
@pytest.mark.lang
def test_on_a_slow_disk_all_goes_on_and_the_loop_waits_for_nobody(tmp_path: Path) -> None:
    """Each sync of the stores and of the message server takes 0.3 s longer: reports share them, pages do not wait."""
    with Ontvanger() as politie:
        installatie = Installatie(tmp_path, kanalen={"politie": politie.kanaal("politie")}).start()
        assert installatie.proces is not None
        nats = read_pid(installatie.data / "nats")
        assert nats is not None
        with aan_het_melden(installatie, 3, incidenten=True, rust=0.2) as melders:
            with Lusmeter(installatie.url) as vooraf:
                threading.Event().wait(VOORAF)  # nothing to look for: how it is without the fault
            with anders([installatie.proces.pid, nats], traag(PER_SYNC)), Lusmeter(installatie.url) as meter:
                doel = samen(melders) + 60
                begin = time.monotonic()
                wacht_tot(lambda: samen(melders) >= doel, 180, op="meldingen")
                assert time.monotonic() - begin > 60 / len(melders) * PER_SYNC  # or there was no fault
        assert meter.houdt(vooraf), (meter.langste, vooraf.langste)
        standen, gevonden = bewijs(installatie, melders, politie)
        assert gevonden.goed, gevonden
        assert standen.incidenten
        installatie.stop()
    print(f"langste wachttijd {meter.langste:.3f} s, vooraf {vooraf.langste:.3f} s")  # noqa: T201  `-s` shows the figure
