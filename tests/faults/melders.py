"""People who go on reporting, whatever happens to the system."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from uuid import uuid4

import httpx

from tests.journeys.installatie import Installatie, melding


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


@contextmanager
def aan_het_melden(installatie: Installatie, aantal: int) -> Iterator[list[Melders]]:
    """Let so many report, each with a key of its own, until the end of the block."""
    melders = [Melders(installatie, installatie.als("meldpunt").headers["Authorization"][7:]) for _ in range(aantal)]
    for melder in melders:
        melder.start()
    yield melders
    for melder in melders:
        melder.klaar.set()
    for melder in melders:
        melder.join()


def samen(melders: list[Melders]) -> int:
    """Return how many reports were acknowledged."""
    return sum(len(melder.ontvangen) for melder in melders)
