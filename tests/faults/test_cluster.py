"""A cluster of three: whatever happens to one of its servers, and to all, nothing is lost, doubled or reordered."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.faults.bewijs import bewijs
from tests.faults.cluster import SERVERS, Cluster
from tests.faults.melders import aan_het_melden, samen
from tests.journeys.installatie import Installatie
from tests.wachten import wacht_tot

RUST = 60


@pytest.fixture
def cluster(tmp_path: Path) -> Iterator[Cluster]:
    cluster = Cluster(tmp_path / "nats")
    cluster.start()
    yield cluster
    cluster.stop()


def leader_killed(cluster: Cluster, door: Callable[[], None]) -> None:
    """The server that leads the stream dies, and comes back later."""
    leider = cluster.stroomleider()
    cluster.kill(leider)
    door()
    cluster.start(leider)


def minority_cut_off(cluster: Cluster, door: Callable[[], None]) -> None:
    """The server that leads the stream sees no other, and still speaks with us: it may confirm nothing."""
    leider = cluster.stroomleider()
    cluster.knip(leider)
    door()
    wacht_tot(lambda: cluster.stroomleider() != leider, RUST, op="een ander leidt")
    door()
    cluster.verbind()


def leader_hangs(cluster: Cluster, door: Callable[[], None]) -> None:
    """The server that leads the stream says nothing any more, and then goes on as if it still led."""
    leider = cluster.stroomleider()
    cluster.bevries(leider)
    door()
    cluster.ontdooi(leider)


def all_killed(cluster: Cluster, door: Callable[[], None]) -> None:
    """All three lose power at once."""
    for nummer in SERVERS:
        cluster.kill(nummer)
    cluster.start()
    door()


def store_deleted(cluster: Cluster, door: Callable[[], None]) -> None:
    """One comes back with an empty disk."""
    nummer = cluster.stroomleider()
    cluster.kill(nummer)
    cluster.wis(nummer)
    cluster.start(nummer)
    door()


def rolling_restart(cluster: Cluster, door: Callable[[], None]) -> None:
    """One after another, as an upgrade does."""
    for nummer in SERVERS:
        cluster.kill(nummer)
        cluster.start(nummer)
        door()


def in_elke_kopie(cluster: Cluster) -> int:
    """Return how many events each of the three servers holds; -1 while they differ."""
    kopieen = cluster.berichten()
    return kopieen[0] if len(kopieen) == len(SERVERS) and len(set(kopieen)) == 1 else -1


FOUTEN = (leader_killed, minority_cut_off, leader_hangs, all_killed, store_deleted, rolling_restart)


@pytest.mark.lang
@pytest.mark.parametrize("fout", FOUTEN)
def test_a_fault_loses_and_doubles_nothing(
    tmp_path: Path, cluster: Cluster, fout: Callable[[Cluster, Callable[[], None]], None]
) -> None:
    """Acknowledged ⊆ stored = published = applied once, in order, while people go on reporting."""
    installatie = Installatie(tmp_path, instellingen=cluster.instellingen()).start()
    with aan_het_melden(installatie, 2) as melders:

        def door() -> None:
            doel = samen(melders) + 40
            wacht_tot(lambda: samen(melders) >= doel, RUST, op="meldingen")

        door()
        fout(cluster, door)
        door()
    standen, gevonden = bewijs(installatie, melders, rust=lambda: in_elke_kopie(cluster) >= samen(melders))
    assert gevonden.goed, gevonden
    wacht_tot(lambda: in_elke_kopie(cluster) >= len(standen.stroom), RUST, op="drie gelijke kopieën")
    installatie.stop()
