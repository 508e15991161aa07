"""A power cut at any moment: what was answered with 201 is there once, and the chain goes on."""

import random
import sqlite3
import threading
from collections import Counter
from contextlib import closing
from pathlib import Path
from uuid import uuid4

import httpx
import pytest

from shared.bus.streams import GEBEURTENISSEN
from shared.natsserver import lees_verbinding
from tests.journeys.installatie import Installatie, lees_regels, melding
from tests.wachten import wacht_tot

ZAAD = 20261122
SNEDEN = 3


class Melders(threading.Thread):
    """Reports without pause, and tries a report again with the same key until it is answered."""

    def __init__(self, installatie: Installatie, sleutel: str) -> None:
        super().__init__(daemon=True)
        self.installatie, self.sleutel = installatie, sleutel
        self.ontvangen: list[str] = []
        self.gemeld = 0
        self.klaar = threading.Event()

    def run(self) -> None:
        """Go on until told to stop."""
        while not self.klaar.is_set():
            self._meld(str(uuid4()))

    def _meld(self, key: str) -> None:
        body = melding()
        self.gemeld += 1
        while not self.klaar.is_set():
            try:
                headers = {"Authorization": f"Bearer {self.sleutel}", "Idempotency-Key": key}
                answer = httpx.post(
                    f"{self.installatie.url}/intake/v1/meldingen", json=body, headers=headers, timeout=5
                )
            except httpx.HTTPError:
                self.klaar.wait(0.02)
                continue
            if answer.status_code in {200, 201}:
                self.ontvangen.append(answer.json()["meldingId"])
                return


def events(installatie: Installatie, naam: str) -> list[dict]:
    """Return the events of one kind, from the ledgers themselves."""
    regels = lees_regels(installatie.opdracht("exporteer").stdout)
    return [regel["data"] for regel in regels if regel["type"].split(".")[-2] == naam]


def on_the_bus(installatie: Installatie) -> int:
    """Return how many messages the stream of events holds, by the server's own count."""
    monitor = lees_verbinding(installatie.data / "nats").monitor
    accounts = httpx.get(f"{monitor}/jsz", params={"streams": "1", "accounts": "1"}).json()["account_details"]
    streams = {stream["name"]: stream["state"]["messages"] for stream in accounts[0]["stream_detail"]}
    return int(streams[GEBEURTENISSEN])


def applied(installatie: Installatie, dienst: str) -> dict[str, int]:
    """Return up to which place a service applied each of the others."""
    with closing(sqlite3.connect(installatie.data / f"{dienst}.db")) as database:
        return dict(database.execute("SELECT bron, plaats FROM posities"))


@pytest.mark.parametrize("zaad", [ZAAD])
def test_kill_at_random_moments_loses_and_doubles_nothing(tmp_path: Path, zaad: int) -> None:
    """Acknowledged ⊆ stored, each on exactly one agenda, chain and views whole, after every cut and at the end."""
    dobbel, installatie = random.Random(zaad), Installatie(tmp_path).start()
    melders = [Melders(installatie, installatie.als("meldpunt").headers["Authorization"][7:]) for _ in range(3)]
    for melder in melders:
        melder.start()
    for _ in range(SNEDEN):
        goal = sum(len(m.ontvangen) for m in melders) + dobbel.randint(5, 60)
        wacht_tot(lambda goal=goal: sum(len(m.ontvangen) for m in melders) >= goal, 30, op="meldingen")
        installatie.kill()
        installatie.start()
    for melder in melders:
        melder.klaar.set()
    for melder in melders:
        melder.join()
    wacht_tot(installatie.is_rustig, 30, op="rust")

    ontvangen = Counter(melding_id for melder in melders for melding_id in melder.ontvangen)
    bewaard = Counter(data["meldingId"] for data in events(installatie, "melding-ontvangen"))
    agenda = Counter(m for data in events(installatie, "agendapunt-toegevoegd") for m in data["meldingen"])
    assert max(ontvangen.values()) == 1
    assert set(ontvangen) <= set(bewaard)
    assert set(bewaard.values()) == {1}
    assert len(bewaard) <= sum(melder.gemeld for melder in melders)
    assert agenda == bewaard
    feiten = Counter(regel["source"].split("-")[-1] for regel in lees_regels(installatie.opdracht("exporteer").stdout))
    assert on_the_bus(installatie) == feiten.total()
    assert applied(installatie, "rapportage") == {bron: feiten[bron] for bron in ("intake", "overleg", "escalatie")}
    gecontroleerd = installatie.opdracht("controleer")
    assert gecontroleerd.returncode == 0, gecontroleerd.stdout + gecontroleerd.stderr
    installatie.stop()
