"""What must be true of an installation after any fault: the sets compared."""

import sqlite3
from collections import Counter
from collections.abc import Callable, Iterable
from contextlib import closing
from dataclasses import dataclass

import httpx

from shared.bus.streams import GEBEURTENISSEN
from shared.natsserver import lees_verbinding
from tests.faults.melders import Melders
from tests.journeys.installatie import Installatie, lees_regels
from tests.wachten import wacht_tot

BRONNEN = ("intake", "overleg", "escalatie")
RUST = 60
"""Seconds in which all that is under way must have arrived."""


@dataclass(frozen=True)
class Bewijs:
    """Counts for the table of faults."""

    bevestigd: int
    bewaard: int
    gepubliceerd: int


def bewijs(
    installatie: Installatie,
    melders: Iterable[Melders],
    op_de_bus: Callable[[Installatie], int] | None = None,
) -> Bewijs:
    """Compare: acknowledged ⊆ stored = published = applied once, and every chain and view whole.

    `op_de_bus`: how many events the stream holds, where it is not the embedded server's.
    """
    melders, tel = list(melders), op_de_bus or on_the_bus
    regels = wacht_tot(lambda: gelijk(installatie, tel), RUST, op="net zoveel op de bus als in de grootboeken")
    feiten = Counter(regel["source"].split("-")[-1] for regel in regels)
    ontvangen = Counter(melding_id for melder in melders for melding_id in melder.ontvangen)
    bewaard = Counter(data["meldingId"] for data in van_soort(regels, "melding-ontvangen"))
    agenda = Counter(m for data in van_soort(regels, "agendapunt-toegevoegd") for m in data["meldingen"])
    assert not ontvangen or max(ontvangen.values()) == 1
    assert set(ontvangen) <= set(bewaard)
    assert set(bewaard.values()) <= {1}
    assert len(bewaard) <= sum(melder.gemeld for melder in melders)
    assert agenda == bewaard
    verwacht = {bron: feiten[bron] for bron in BRONNEN}
    wacht_tot(lambda: applied(installatie, "rapportage") == verwacht, 30, op=f"verwerkt tot {verwacht}")
    gecontroleerd = installatie.opdracht("controleer")
    assert gecontroleerd.code == 0, gecontroleerd.uit + gecontroleerd.fout
    return Bewijs(len(ontvangen), len(bewaard), len(regels))


def gelijk(installatie: Installatie, tel: Callable[[Installatie], int]) -> list[dict] | None:
    """Return every event of the ledgers once the stream holds as many; a doubled or a lost one is never made good."""
    regels = lees_regels(installatie.opdracht("exporteer").uit)
    return regels if len(regels) == tel(installatie) else None


def events(installatie: Installatie, naam: str) -> list[dict]:
    """Return the events of one kind, from the ledgers themselves."""
    return van_soort(lees_regels(installatie.opdracht("exporteer").uit), naam)


def van_soort(regels: Iterable[dict], naam: str) -> list[dict]:
    """Return the data of the events of one kind."""
    return [regel["data"] for regel in regels if regel["type"].split(".")[-2] == naam]


def on_the_bus(installatie: Installatie) -> int:
    """Return how many messages the stream of events holds, by the embedded server's own count."""
    verbinding = lees_verbinding(installatie.data / "nats")
    assert verbinding is not None
    answer = httpx.get(f"{verbinding.monitor}/jsz", params={"streams": "1", "accounts": "1"}).json()
    streams = {stream["name"]: stream["state"]["messages"] for stream in answer["account_details"][0]["stream_detail"]}
    return int(streams[GEBEURTENISSEN])


def applied(installatie: Installatie, dienst: str) -> dict[str, int]:
    """Return up to which place a service applied each of the others."""
    with closing(sqlite3.connect(installatie.data / f"{dienst}.db")) as database:
        return dict(database.execute("SELECT bron, plaats FROM posities"))
