"""People who go on reporting, whatever happens to the system."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from uuid import uuid4

import httpx

from tests.journeys.installatie import Installatie, incident, melding

ELKE = 12
"""Of so many reports of one reporter one is an incident, where the COA reports too."""


class Melders(threading.Thread):
    """Reports, and tries a report again with the same key until it is answered."""

    def __init__(self, installatie: Installatie, sleutel: str, coa: str = "", rust: float = 0) -> None:
        super().__init__(daemon=True)
        self.installatie, self.sleutel, self._coa, self._rust = installatie, sleutel, coa, rust
        self.ontvangen: list[str] = []
        self.gemeld = self.geweigerd = 0
        self.zonder_wachttijd = 0
        """How many were refused without a word about when to come back."""
        self.vreemd: list[tuple[int, str]] = []
        """Answers that no fault excuses: neither taken, nor 'not now'."""
        self.klaar = threading.Event()

    def run(self) -> None:
        """Go on until told to stop."""
        with httpx.Client(timeout=60, trust_env=False) as client:
            while not self.klaar.is_set():
                self._meld(client, str(uuid4()))
                self.klaar.wait(self._rust)

    def _meld(self, client: httpx.Client, key: str) -> None:
        self.gemeld += 1
        is_incident = bool(self._coa) and self.gemeld % ELKE == 0
        wie, pad, body = (
            (self._coa, "incidenten", incident()) if is_incident else (self.sleutel, "meldingen", melding())
        )
        headers = {"Authorization": f"Bearer {wie}", "Idempotency-Key": key}
        while not self.klaar.is_set():
            try:
                answer = client.post(f"{self.installatie.url}/intake/v1/{pad}", json=body, headers=headers)
            except httpx.HTTPError:
                self.klaar.wait(0.02)
                continue
            if answer.status_code in {200, 201}:
                self.ontvangen.append(answer.json()["meldingId"])
                return
            if answer.status_code != httpx.codes.SERVICE_UNAVAILABLE:
                self.vreemd.append((answer.status_code, answer.text))
            self.geweigerd += 1
            self.zonder_wachttijd += "retry-after" not in answer.headers
            self.klaar.wait(0.05)


@contextmanager
def aan_het_melden(
    installatie: Installatie, aantal: int, *, incidenten: bool = False, rust: float = 0
) -> Iterator[list[Melders]]:
    """Let so many report, until the end of the block; with `incidenten` the COA reports among them.

    Args:
        rust: seconds that each waits between two reports.
    """
    sleutels = [installatie.als(rol).headers["Authorization"][7:] for rol in ("meldpunt", "coa")]
    melders = [Melders(installatie, sleutels[0], sleutels[1] if incidenten else "", rust) for _ in range(aantal)]
    for melder in melders:
        melder.start()
    try:
        yield melders
    finally:
        for melder in melders:
            melder.klaar.set()
        for melder in melders:
            melder.join()


def samen(melders: list[Melders]) -> int:
    """Return how many reports were acknowledged."""
    return sum(len(melder.ontvangen) for melder in melders)
