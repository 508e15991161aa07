"""Who cannot be let in is answered before anything is made for the request, with the words of the long way."""

import asyncio
import json
import socket
from collections.abc import AsyncIterator
from dataclasses import dataclass, field

import pytest
from starlette.types import Receive, Scope, Send

from meldketen.webserver import bind, serveer
from shared.web import Toegang
from shared.web.edge import Edge
from tests.shared import deuren
from tests.shared.deuren import vol
from tests.web import proefsite

DING = b'{"verplicht": "x"}'
LEEG = b"GET /gezond HTTP/1.1\r\nHost: localhost\r\n\r\n"
Antwoord = tuple[int, dict[str, str], bytes]


def verzoek(erbij: bytes = b"", *, host: bytes = b"localhost", pad: bytes = b"/intake/v1/dingen") -> bytes:
    """A report, as a program sends it."""
    return b"POST %b HTTP/1.1\r\nHost: %b\r\nContent-Type: application/json\r\nContent-Length: %d\r\n%b\r\n%b" % (
        pad,
        host,
        len(DING),
        erbij,
        DING,
    )


@dataclass
class Geteld:
    """A site, and how many requests came as far as its application."""

    site: Edge
    binnen: list[str] = field(default_factory=list)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Count it, and pass it on."""
        self.binnen.append(scope["path"])
        await self.site(scope, receive, send)


@pytest.fixture
def geteld(toegang: Toegang) -> Geteld:
    """A site whose places can be taken."""
    site = proefsite(toegang, apis={"intake": deuren.api()}, paginas=[deuren.paginas()])
    assert isinstance(site, Edge)
    return Geteld(site)


@pytest.fixture
async def sock(geteld: Geteld) -> AsyncIterator[socket.socket]:
    """It serves, as the product does."""
    sock = bind("127.0.0.1", 0)
    async with serveer(geteld, sock, geteld.site.turned_away):
        yield sock


@dataclass
class Lijn:
    """One connection."""

    lees: asyncio.StreamReader
    schrijf: asyncio.StreamWriter

    async def vraag(self, *verzoeken: bytes) -> list[Antwoord]:
        """Send them at once; give an answer for each."""
        self.schrijf.write(b"".join(verzoeken))
        return [await self._antwoord() for _ in verzoeken]

    async def _antwoord(self) -> Antwoord:
        async with asyncio.timeout(10):
            eerste, *regels = (await self.lees.readuntil(b"\r\n\r\n")).decode().strip().split("\r\n")
            kop = {naam.lower(): waarde for naam, _, waarde in (regel.partition(": ") for regel in regels)}
            return int(eerste.split()[1]), kop, await self.lees.readexactly(int(kop.get("content-length", 0)))


@pytest.fixture
async def lijn(sock: socket.socket) -> AsyncIterator[Lijn]:
    """A connection to it."""
    lijn = Lijn(*await asyncio.open_connection(*sock.getsockname()))
    yield lijn
    lijn.schrijf.close()


def zonder_nummers(antwoord: Antwoord) -> tuple[int, dict[str, str], dict[str, object]]:
    """Leave out what differs each time: the trace."""
    status, kop, lichaam = antwoord
    weg = ("x-trace-id", "traceparent")
    inhoud = json.loads(lichaam)
    assert inhoud.pop("traceId") == kop["x-trace-id"] == kop["traceparent"].split("-")[1]
    return status, {naam: waarde for naam, waarde in kop.items() if naam not in weg}, inhoud


async def test_een_tweede_nee_zegt_hetzelfde_en_komt_niet_binnen(geteld: Geteld, lijn: Lijn) -> None:
    """The first goes the long way, the next do not come in and read the same; then there is room, on the same line."""
    with vol(geteld.site, "melding.doen"):
        (lang,) = await lijn.vraag(verzoek())
        kort = await lijn.vraag(verzoek(), verzoek())
        assert len(geteld.binnen) == 1
    assert [zonder_nummers(een) for een in kort] == [zonder_nummers(lang)] * 2
    assert (lang[0], lang[1]["retry-after"]) == (503, "5")
    assert len({kop["x-trace-id"] for _, kop, _ in (lang, *kort)}) == 3
    assert [status for status, _, _ in await lijn.vraag(verzoek(), LEEG)] == [201, 200]


async def test_een_nee_gaat_niet_voor_zijn_beurt(geteld: Geteld, lijn: Lijn) -> None:
    """What was asked before it on the same line is answered before it."""
    with vol(geteld.site, "melding.doen"):
        await lijn.vraag(verzoek())
        assert [status for status, _, _ in await lijn.vraag(LEEG, verzoek(), LEEG)] == [200, 503, 200]


async def test_het_nummer_van_de_vrager_blijft(geteld: Geteld, lijn: Lijn) -> None:
    """Who sends a trace along finds its own again."""
    spoor = b"traceparent: 00-%b-%b-01\r\n" % (b"a1" * 16, b"b2" * 8)
    with vol(geteld.site, "melding.doen"):
        (_, (_, kop, _)) = [*await lijn.vraag(verzoek()), *await lijn.vraag(verzoek(spoor))]
    assert kop["x-trace-id"] == "a1" * 16


@pytest.mark.parametrize(
    ("begin", "status"),
    [
        (verzoek(host=b"elders.example"), 400),
        (verzoek(pad=b"/intake/v1/dingen?x=1"), 503),
        (verzoek(pad=b"/intake/v1/dingen/_tel"), 200),
        (verzoek(b"Authorization: Bearer niets\r\n"), 401),
        (verzoek(b"Expect: 100-continue\r\n"), 503),
        (verzoek().replace(b"Length: 18", b"Length: 99999999"), 413),
        (LEEG, 200),
    ],
)
async def test_wat_anders_is_gaat_de_hele_weg(geteld: Geteld, lijn: Lijn, begin: bytes, status: int) -> None:
    """Another host, door, size or visitor gets its own answer."""
    with vol(geteld.site, "melding.doen"):
        await lijn.vraag(verzoek())
        assert [status for status, _, _ in await lijn.vraag(begin)] == [status]
    assert len(geteld.binnen) == 2


async def test_een_formulier_krijgt_een_bladzijde(geteld: Geteld, lijn: Lijn) -> None:
    """A browser gets the page in Dutch, also the second time."""
    with vol(geteld.site, "melding.doen"):
        antwoorden = [antwoord for _ in range(2) for antwoord in await lijn.vraag(verzoek(pad=b"/melden"))]
    assert [kop["content-type"] for _, kop, _ in antwoorden] == ["text/html; charset=utf-8"] * 2


async def test_een_volle_lijn_krijgt_evenveel_antwoorden(geteld: Geteld, lijn: Lijn) -> None:
    """Thousands of requests in one go, of which no answer is read yet: each gets its own."""
    with vol(geteld.site, "melding.doen"):
        await lijn.vraag(verzoek())
        antwoorden = await lijn.vraag(*[verzoek()] * 3_000)
    assert {status for status, _, _ in antwoorden} == {503}
    assert len({kop["x-trace-id"] for _, kop, _ in antwoorden}) == 3_000
