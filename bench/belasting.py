"""The load: requests over a fixed number of keep-alive connections, each sending the next when the answer is in.

Runs as a process of its own (`python -m bench.belasting …`), so that it takes no time from the server's loop. It
speaks just enough HTTP/1.1 to be cheap: a full client would be measured more than the server.
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

_KOP_EINDE = b"\r\n\r\n"
_LENGTE = b"content-length: "


@dataclass(frozen=True)
class Opdracht:
    """What to send, where, for how long."""

    poort: int
    pad: str
    lichamen: list[str]
    sleutel: str = ""
    verbindingen: int = 64
    seconden: float = 2.5

    def verzoeken(self) -> list[bytes]:
        """Build every request once; they differ in their bodies alone."""
        return [self._verzoek(lichaam.encode()) for lichaam in self.lichamen]

    def _verzoek(self, lichaam: bytes) -> bytes:
        regels = [
            f"POST {self.pad} HTTP/1.1",
            f"Host: 127.0.0.1:{self.poort}",
            "Content-Type: application/json",
            f"Content-Length: {len(lichaam)}",
            *([f"Authorization: Bearer {self.sleutel}"] if self.sleutel else []),
        ]
        return "\r\n".join(regels).encode() + _KOP_EINDE + lichaam


@dataclass(frozen=True)
class Uitslag:
    """What came back: answers by status, how many a second, and how long half of them and the slowest took."""

    codes: dict[int, int]
    per_seconde: float
    p50_ms: float
    p99_ms: float


def heel(antwoord: bytes) -> bool:
    """Say whether an answer has all the bytes that it announced."""
    kop = antwoord.find(_KOP_EINDE)
    if kop < 0:
        return False
    plek = antwoord[:kop].lower().index(_LENGTE) + len(_LENGTE)
    return len(antwoord) >= kop + len(_KOP_EINDE) + int(antwoord[plek : plek + 8].split(b"\r", 1)[0])


class Verbinding(asyncio.Protocol):
    """One connection with one request under way."""

    def __init__(self, verzoeken: Sequence[bytes], einde: float, codes: Counter[int], tijden: list[float]) -> None:
        self._verzoeken, self._einde, self._codes, self._tijden = cycle(verzoeken), einde, codes, tijden
        self.klaar = asyncio.Event()
        self._binnen = b""
        self._begin = 0.0

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Send the first request."""
        self._transport = cast("asyncio.Transport", transport)
        self._stuur()

    def data_received(self, data: bytes) -> None:
        """Count the answer when it is complete, and send the next request."""
        self._binnen += data
        if not heel(self._binnen):
            return
        self._tijden.append(time.perf_counter() - self._begin)
        self._codes[int(self._binnen[9:12])] += 1
        self._binnen = b""
        self._stuur()

    def _stuur(self) -> None:
        self._begin = time.perf_counter()
        if self._begin > self._einde:
            self._transport.close()
        else:
            self._transport.write(next(self._verzoeken))

    def connection_lost(self, exc: Exception | None) -> None:
        """Say that this one has had its last answer."""
        self.klaar.set()


async def belast(opdracht: Opdracht) -> Uitslag:
    """Send as fast as the answers come until the time is over, and wait for the last answers."""
    codes, tijden, verzoeken = Counter[int](), list[float](), opdracht.verzoeken()
    loop = asyncio.get_running_loop()
    begin = time.perf_counter()

    def maak() -> Verbinding:
        return Verbinding(verzoeken, begin + opdracht.seconden, codes, tijden)

    gemaakt = [loop.create_connection(maak, "127.0.0.1", opdracht.poort) for _ in range(opdracht.verbindingen)]
    verbindingen = [verbinding for _, verbinding in await asyncio.gather(*gemaakt)]
    await asyncio.gather(*(verbinding.klaar.wait() for verbinding in verbindingen))
    return _uitslag(codes, tijden, time.perf_counter() - begin)


def _uitslag(codes: Counter[int], tijden: list[float], duur: float) -> Uitslag:
    gesorteerd = sorted(tijden) or [0.0]
    return Uitslag(
        dict(codes),
        per_seconde=len(tijden) / duur,
        p50_ms=gesorteerd[len(gesorteerd) // 2] * 1000,
        p99_ms=gesorteerd[int(len(gesorteerd) * 0.99)] * 1000,
    )


if __name__ == "__main__":
    uitslag = uvloop.run(belast(Opdracht(**json.load(sys.stdin))))
    json.dump(asdict(uitslag), sys.stdout)
