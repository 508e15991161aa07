"""How long the event loop keeps anybody waiting: it is asked something that needs nothing else, again and again."""

import threading
import time
from typing import Self

import httpx

ELKE = 0.1
SECONDE = 1.0


class Lusmeter(threading.Thread):
    """Asks `/gezond`, which touches no store and no bus, and keeps the longest wait."""

    def __init__(self, url: str) -> None:
        super().__init__(daemon=True)
        self._url, self._klaar = f"{url}/gezond", threading.Event()
        self.langste, self.gemeten = 0.0, 0

    def __enter__(self) -> Self:
        self.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._klaar.set()
        self.join()

    def run(self) -> None:
        """Measure until told to stop."""
        with httpx.Client(timeout=60, trust_env=False) as client:
            client.get(self._url)
            while not self._klaar.wait(ELKE):
                begin = time.perf_counter()
                client.get(self._url).raise_for_status()
                self.langste = max(self.langste, time.perf_counter() - begin)
                self.gemeten += 1

    def houdt(self, vooraf: "Lusmeter") -> bool:
        """Say whether nobody waited a second; on a machine that was slow before the fault: not three times that."""
        return self.gemeten > 0 and self.langste < max(SECONDE, 3 * vooraf.langste)
