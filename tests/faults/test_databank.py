"""The database away: people hear when to come back, nothing is half done, and it goes on without a person."""

import threading
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest

from tests.faults.bewijs import bewijs
from tests.faults.databank import Databank
from tests.faults.melders import Melders, aan_het_melden, samen
from tests.journeys.installatie import Installatie
from tests.journeys.ontvanger import Ontvanger
from tests.wachten import wacht_tot

LANG_WEG = 35.0
"""Seconds. A pool left alone doubles its pauses: after so long its next try would be half a minute off."""
SNEL_TERUG = 15.0


@pytest.fixture
def bank() -> Iterator[Databank]:
    with Databank() as bank:
        yield bank


@pytest.fixture
def politie() -> Iterator[Ontvanger]:
    with Ontvanger() as politie:
        yield politie


def geweigerd(melders: list[Melders]) -> int:
    """Return how often somebody heard 503."""
    return sum(melder.geweigerd for melder in melders)


@pytest.mark.lang
def test_without_the_database_it_is_not_ready_though_nobody_tries_to_store(tmp_path: Path, bank: Databank) -> None:
    """A process that cannot reach its database does not stand by: it is of no use to anybody."""
    installatie = Installatie(tmp_path, database=bank.adres()).start()
    bank.stop()

    def niet_gereed() -> set[str]:
        return set(httpx.get(f"{installatie.url}/gereed", timeout=60).json()["nietGereed"])

    wacht_tot(lambda: niet_gereed() >= {"intake", "overleg", "escalatie", "rapportage"}, 60, op="niet gereed")
    installatie.kill()


def test_without_the_database_everybody_hears_so_and_it_goes_on(
    tmp_path: Path, bank: Databank, politie: Ontvanger
) -> None:
    """503 with Retry-After while it is away, the process lives; then all is there, once."""
    installatie = Installatie(tmp_path, kanalen={"politie": politie.kanaal("politie")}, database=bank.adres()).start()
    with aan_het_melden(installatie, 2, incidenten=True) as melders:
        wacht_tot(lambda: samen(melders) > 30, 60, op="meldingen")
        bank.stop()
        wacht_tot(lambda: geweigerd(melders) >= len(melders), 60, op="weigeringen")
        assert httpx.get(f"{installatie.url}/gezond").status_code == 200
        bank.start()
        verder = samen(melders) + 20
        wacht_tot(lambda: samen(melders) >= verder, 60, op="meldingen daarna")
    assert not any(melder.zonder_wachttijd for melder in melders)
    standen, gevonden = bewijs(installatie, melders, politie)
    assert gevonden.goed, gevonden
    assert standen.incidenten
    wacht_tot(lambda: httpx.get(f"{installatie.url}/gereed").status_code == 200, 30, op="gereed")
    installatie.stop()


@pytest.mark.lang
def test_after_a_long_outage_it_is_soon_back(tmp_path: Path, bank: Databank) -> None:
    """However long the database was away, the first report after it does not wait for a pause that doubled."""
    installatie = Installatie(tmp_path, database=bank.adres()).start()
    with aan_het_melden(installatie, 2) as melders:
        wacht_tot(lambda: samen(melders) > 10, 60, op="meldingen")
        bank.stop()
        threading.Event().wait(LANG_WEG)  # nothing to look for: the time itself is the fault
        bank.start()
        verder = samen(melders) + 1
        wacht_tot(lambda: samen(melders) >= verder, SNEL_TERUG, op="de eerste melding daarna")
    assert bewijs(installatie, melders)[1].goed
    installatie.stop()
