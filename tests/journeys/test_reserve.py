"""Two processes on one database: one works, the other stands by and takes over."""

from collections.abc import Callable, Iterator
from pathlib import Path
from time import monotonic

import httpx
import psycopg
import pytest

from shared.natsserver import NatsServer
from tests.faults.bewijs import events
from tests.faults.melders import aan_het_melden, samen
from tests.journeys.installatie import ZONDER_TLS, Installatie
from tests.journeys.test_bus import meld
from tests.journeys.test_melding import in_het_beeld, op_agenda, weekbeeld
from tests.wachten import wacht_tot

OVERNAME_SECONDS = 5
DIENSTEN = ("intake", "overleg", "escalatie", "rapportage")
WEG = (
    "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
    " WHERE datname = current_database() AND pid <> pg_backend_pid()"
)
GEHEIM = "alleen-voor-deze-proef-bedacht"


@pytest.fixture
def instellingen(tmp_path: Path) -> Iterator[dict[str, str]]:
    """What two machines of one installation share: a NATS server and the secret."""
    server = NatsServer(tmp_path / "nats")
    nats = server.start()
    yield {"MELDKETEN_NATS": nats.url, "MELDKETEN_NATS_MONITOR": nats.monitor, "MELDKETEN_GEHEIM": GEHEIM}
    server.stop()


@pytest.fixture
def zet_op(tmp_path: Path, postgres: str, instellingen: dict[str, str]) -> Iterator[Callable[[str], Installatie]]:
    """Start a machine with a folder of its own on the same database."""
    gemaakt: list[Installatie] = []

    def zet_op(naam: str) -> Installatie:
        (tmp_path / naam).mkdir()
        gemaakt.append(Installatie(tmp_path / naam, database=postgres, instellingen=instellingen).start())
        return gemaakt[-1]

    yield zet_op
    for installatie in gemaakt:
        installatie.stop()


def staat(installatie: Installatie) -> set[int]:
    """Whether its services stand by: 1, or 0 where they work."""
    stand = httpx.get(f"{installatie.url}/gereed", verify=ZONDER_TLS).json()["stand"]
    return {stand[f"{dienst}.reserve"] for dienst in DIENSTEN}


def test_who_stands_by_takes_over_within_five_seconds(zet_op: Callable[[str], Installatie]) -> None:
    """The working one is killed under load: everything acknowledged is there once, and the other goes on with it."""
    eerste, ander = zet_op("eerste"), zet_op("ander")
    assert (staat(eerste), staat(ander)) == ({0}, {1})
    voor_ander = meld(ander)
    wacht_tot(lambda: voor_ander in op_agenda(eerste), 20, op="agenda")

    with aan_het_melden(eerste, 2) as melders:
        wacht_tot(lambda: samen(melders) > 40, 30, op="meldingen")
        eerste.kill()
        sinds = monotonic()
    ontvangen = {melding for melder in melders for melding in melder.ontvangen} | {voor_ander}
    wacht_tot(lambda: staat(ander) == {0}, 30, op="overname")
    overgenomen = monotonic() - sinds
    na = meld(ander)
    wacht_tot(lambda: na in op_agenda(ander) and ander.is_rustig(), 30, op="rust")

    bewaard = [data["meldingId"] for data in events(ander, "melding-ontvangen")]
    assert ontvangen | {na} <= set(bewaard)
    assert sorted(op_agenda(ander)) == sorted(bewaard)
    assert in_het_beeld(weekbeeld(ander)) == len(bewaard)
    assert overgenomen < OVERNAME_SECONDS


def test_a_stopped_one_leaves_the_work_to_the_other_and_may_come_back(zet_op: Callable[[str], Installatie]) -> None:
    """A rolling restart: each in turn, with one of the two at work all the time."""
    eerste, ander = zet_op("eerste"), zet_op("ander")
    eerste.stop()
    wacht_tot(lambda: staat(ander) == {0}, OVERNAME_SECONDS, op="overname")
    tijdens = meld(ander)
    eerste.start()
    assert staat(eerste) == {1}
    ander.stop()
    wacht_tot(lambda: staat(eerste) == {0}, OVERNAME_SECONDS, op="overname")
    wacht_tot(lambda: tijdens in op_agenda(eerste), 20, op="agenda")


def test_broken_connections_are_made_again(zet_op: Callable[[str], Installatie], postgres: str) -> None:
    """The database drops everybody: the work is left and taken up, and what is reported then is not lost."""
    eerste = zet_op("eerste")
    with aan_het_melden(eerste, 1) as melders:
        wacht_tot(lambda: samen(melders) > 10, 30, op="meldingen")
        with psycopg.connect(postgres, autocommit=True) as verbinding:
            verbinding.execute(WEG)
        na = samen(melders)
        wacht_tot(lambda: samen(melders) > na + 10, 30, op="meldingen daarna")
    wacht_tot(lambda: staat(eerste) == {0} and eerste.is_rustig(), 30, op="rust")
    bewaard = [data["meldingId"] for data in events(eerste, "melding-ontvangen")]
    assert set(melders[0].ontvangen) <= set(bewaard)
    assert sorted(op_agenda(eerste)) == sorted(bewaard)
