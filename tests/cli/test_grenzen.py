"""What a client may keep us busy with before a request is complete."""

import asyncio
import gc
import json
import socket
from collections.abc import AsyncIterator

import pytest
from starlette.requests import Request
from starlette.responses import PlainTextResponse
from starlette.types import Receive, Scope, Send
from uvicorn.protocols.http.httptools_impl import RequestResponseCycle

from meldketen import grenzen
from meldketen.webserver import bind, serveer

BEGIN = b"POST / HTTP/1.1\r\nHost: x\r\n"


async def _app(scope: Scope, receive: Receive, send: Send) -> None:
    size = len(await Request(scope, receive).body())
    await PlainTextResponse(str(size))(scope, receive, send)


@pytest.fixture
async def sock() -> AsyncIterator[socket.socket]:
    """A server with the product's bounds, on a free port."""
    sock = bind("127.0.0.1", 0)
    async with serveer(_app, sock):
        yield sock


async def _antwoord(sock: socket.socket, begin: bytes, deel: bytes = b"", keren: int = 0) -> bytes:
    """Send a beginning and a number of parts; give all that comes back until the end."""
    lees, schrijf = await asyncio.open_connection(*sock.getsockname())
    schrijf.write(begin)
    try:
        for _ in range(keren):
            schrijf.write(deel)
            await schrijf.drain()
        return await lees.read()
    except ConnectionError:
        return b"verbroken"
    finally:
        schrijf.close()


@pytest.mark.parametrize(
    ("begin", "deel"),
    [
        (BEGIN + b"X: ", b"a" * 65_536),
        (BEGIN, b"X: a\r\n" * 10_000),
        (b"GET /", b"a" * 65_536),
        (BEGIN + b"Transfer-Encoding: chunked\r\n\r\n0\r\n", b"X: a\r\n" * 10_000),
    ],
)
async def test_headers_zonder_einde(sock: socket.socket, begin: bytes, deel: bytes) -> None:
    """Headers, an address or trailers that do not end are cut off, long before they fill the memory."""
    antwoord = await asyncio.wait_for(_antwoord(sock, begin, deel, 400), 10)
    assert antwoord == b"verbroken" or b" 400 " in antwoord


async def test_wat_geen_http_is(sock: socket.socket, capfd: pytest.CaptureFixture[str]) -> None:
    """It is answered as every other error, with a trace id, and leaves no line in a log."""
    antwoord = await asyncio.wait_for(_antwoord(sock, b"geen http\r\n\r\n"), 10)
    hoofd, _, lichaam = antwoord.partition(b"\r\n\r\n")
    assert b"400 Bad Request" in hoofd
    assert b"application/problem+json" in hoofd
    probleem = json.loads(lichaam)
    assert (probleem["status"], len(probleem["traceId"])) == (400, 32)
    assert capfd.readouterr() == ("", "")


async def test_een_gewoon_verzoek(sock: socket.socket) -> None:
    """A whole request with a body in parts, and another on the same line."""
    een = BEGIN + b"Transfer-Encoding: chunked\r\n\r\n" + b"2000\r\n" + b"a" * 8192 + b"\r\n0\r\n\r\n"
    laatste = BEGIN + b"Connection: close\r\nContent-Length: 60000\r\n\r\n" + b"a" * 60_000
    antwoord = await asyncio.wait_for(_antwoord(sock, een + laatste), 10)
    assert antwoord.count(b"200 OK") == 2
    assert b"8192" in antwoord
    assert b"60000" in antwoord


async def test_een_open_verbinding_bewaart_geen_verzoek(sock: socket.socket) -> None:
    """Thousands stay open: what was answered is forgotten, and the next request on it is answered too."""
    lees, schrijf = await asyncio.open_connection(*sock.getsockname())
    for _ in range(2):
        schrijf.write(BEGIN + b"Content-Length: 1\r\n\r\na")
        assert b"200 OK" in await lees.readuntil(b"\r\n\r\n1")
        assert not [ding for ding in gc.get_objects() if isinstance(ding, RequestResponseCycle)]
    schrijf.close()


@pytest.mark.parametrize("begin", [b"", b"GET / HT", BEGIN + b"Content-Length: 5\r\n\r\na"])
async def test_een_verzoek_dat_niet_komt(sock: socket.socket, begin: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    """Who opens a connection and then says nothing, or half, does not keep it."""
    monkeypatch.setattr(grenzen, "SECONDS", 0.1)  # looked at within a second
    assert await asyncio.wait_for(_antwoord(sock, begin), 5) in {b"", b"verbroken"}
