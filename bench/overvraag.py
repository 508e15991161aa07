"""More than a server can take: requests at a fixed pace, whether it answers or not.

Runs as a process of its own (`python -m bench.overvraag`). A request goes out on a connection that waits for nothing;
when all of them wait, the request stays behind and is counted as that: a sender who cannot even begin.
"""

import asyncio
import json
import sys
import time
from collections import Counter
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from itertools import cycle
from typing import cast

import uvloop

from bench.belasting import Opdracht, heel

NADIEN = 30.0
"""Seconds in which what was sent must still be answered."""
TIK, TEGELIJK = 0.005, 256


@dataclass(frozen=True)
class Uitslag:
    """Answers by status, 503 without `Retry-After` among them, what was never answered, and what was never sent."""

    codes: dict[int, int]
    zonder_retry_after: int
    onbeantwoord: int
    niet_verstuurd: int
    seconden: float


async def stroom(opdracht: Opdracht, per_seconde: float) -> Uitslag:
    """Run this program beside what is measured, and give what came of it.

    Raises:
        RuntimeError: the program ended by itself.
    """
    proces = await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", "bench.overvraag"), stdin=asyncio.subprocess.PIPE, stdout=asyncio.subprocess.PIPE
    )
    vraag = json.dumps({"opdracht": asdict(opdracht), "per_seconde": per_seconde}).encode()
    uitvoer, _ = await proces.communicate(vraag)
    if proces.returncode:
        raise RuntimeError(f"the sender ended with {proces.returncode}")
    gezegd = json.loads(uitvoer)
    return Uitslag(**{**gezegd, "codes": {int(code): aantal for code, aantal in gezegd["codes"].items()}})


class Verbinding(asyncio.Protocol):
    """One connection: free, or waiting for one answer."""

    def __init__(self, vrij: list["Verbinding"], codes: Counter[int], kaal: Counter[str]) -> None:
        self._vrij, self._codes, self._kaal, self._binnen = vrij, codes, kaal, b""
        self.bezig = False

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Be free."""
        self._transport = cast("asyncio.Transport", transport)
        self._vrij.append(self)

    def stuur(self, verzoek: bytes) -> None:
        """Send one request."""
        self.bezig = True
        self._transport.write(verzoek)

    def data_received(self, data: bytes) -> None:
        """Count the answer when it is complete, and be free again."""
        self._binnen += data
        if not heel(self._binnen):
            return
        code = int(self._binnen[9:12])
        self._codes[code] += 1
        self._kaal["503"] += code == 503 and b"retry-after:" not in self._binnen.lower()
        self._binnen, self.bezig = b"", False
        self._vrij.append(self)

    def connection_lost(self, exc: Exception | None) -> None:
        """Be free no more: the server lets go of who says nothing for long. What it did not answer stays counted."""
        if not self.bezig:
            self._vrij.remove(self)

    def sluit(self) -> None:
        """Let go."""
        self._transport.close()


async def overvraag(opdracht: Opdracht, per_seconde: float) -> Uitslag:
    """Send at this pace until the time is over, and wait for the last answers."""
    vrij, codes, kaal = list[Verbinding](), Counter[int](), Counter[str]()
    loop = asyncio.get_running_loop()

    def maak() -> Verbinding:
        return Verbinding(vrij, codes, kaal)

    verbindingen: list[Verbinding] = []
    # More at once than a listener holds are lost at first.
    while (nog := opdracht.verbindingen - len(verbindingen)) > 0:
        gemaakt = [loop.create_connection(maak, "127.0.0.1", opdracht.poort) for _ in range(min(nog, TEGELIJK))]
        verbindingen += [verbinding for _, verbinding in await asyncio.gather(*gemaakt)]
    begin = time.perf_counter()
    niet = await _stuur(opdracht, per_seconde, vrij)
    einde = time.perf_counter() + NADIEN
    while any(verbinding.bezig for verbinding in verbindingen) and time.perf_counter() < einde:  # noqa: ASYNC110
        await asyncio.sleep(0.02)
    duur, open_ = time.perf_counter() - begin, sum(verbinding.bezig for verbinding in verbindingen)
    for verbinding in verbindingen:
        verbinding.sluit()
    await asyncio.sleep(0)
    return Uitslag(dict(codes), kaal["503"], open_, niet, duur)


async def _stuur(opdracht: Opdracht, per_seconde: float, vrij: Sequence[Verbinding]) -> int:
    verzoeken, vrij = cycle(opdracht.verzoeken()), cast("list[Verbinding]", vrij)
    begin, gehad, niet = time.perf_counter(), 0, 0
    while (sinds := time.perf_counter() - begin) < opdracht.seconden:
        for _ in range(int(sinds * per_seconde) - gehad):
            gehad += 1
            if vrij:
                vrij.pop().stuur(next(verzoeken))
            else:
                niet += 1
        await asyncio.sleep(TIK)
    return niet


if __name__ == "__main__":
    gevraagd = json.load(sys.stdin)
    uitslag = uvloop.run(overvraag(Opdracht(**gevraagd["opdracht"]), gevraagd["per_seconde"]))
    json.dump(asdict(uitslag), sys.stdout)
