"""A cluster of three: whatever happens to one of its servers, and to all, nothing is lost, doubled or reordered."""

from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.faults.cluster import SERVERS, Cluster
from tests.faults.test_kill import Melders, applied, events
from tests.journeys.installatie import Installatie, lees_regels
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


FOUTEN = (
    leader_killed,
    all_killed,
    *(pytest.param(fout, marks=pytest.mark.lang) for fout in (minority_cut_off, store_deleted, rolling_restart)),
)


@pytest.mark.parametrize("fout", FOUTEN)
def test_a_fault_loses_and_doubles_nothing(
    tmp_path: Path, cluster: Cluster, fout: Callable[[Cluster, Callable[[], None]], None]
) -> None:
    """Acknowledged ⊆ stored = published = applied once, in order, while people go on reporting."""
    installatie = Installatie(tmp_path, instellingen=cluster.instellingen()).start()
    melders = [Melders(installatie, installatie.als("meldpunt").headers["Authorization"][7:]) for _ in range(2)]
    for melder in melders:
        melder.start()

    def door() -> None:
        doel = sum(len(m.ontvangen) for m in melders) + 40
        wacht_tot(lambda: sum(len(m.ontvangen) for m in melders) >= doel, RUST, op="meldingen")

    door()
    fout(cluster, door)
    door()
    for melder in melders:
        melder.klaar.set()
    for melder in melders:
        melder.join()
    wacht_tot(installatie.is_rustig, RUST, op="rust")

    ontvangen = Counter(melding_id for melder in melders for melding_id in melder.ontvangen)
    bewaard = Counter(data["meldingId"] for data in events(installatie, "melding-ontvangen"))
    agenda = Counter(m for data in events(installatie, "agendapunt-toegevoegd") for m in data["meldingen"])
    feiten = Counter(regel["source"].split("-")[-1] for regel in lees_regels(installatie.opdracht("exporteer").stdout))
    assert set(ontvangen) <= set(bewaard)
    assert set(bewaard.values()) == {1}
    assert agenda == bewaard
    assert applied(installatie, "rapportage") == {bron: feiten[bron] for bron in ("intake", "overleg", "escalatie")}
    wacht_tot(lambda: cluster.berichten() == [feiten.total()] * 3, RUST, op="drie gelijke kopieën")
    gecontroleerd = installatie.opdracht("controleer")
    assert gecontroleerd.returncode == 0, gecontroleerd.stdout + gecontroleerd.stderr
    installatie.stop()
