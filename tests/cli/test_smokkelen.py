"""Requests that two programs in a row could read differently: refused, and nothing behind them is answered."""

import asyncio
import socket
from collections.abc import AsyncIterator

import pytest
from starlette.requests import Request
from starlette.responses import PlainTextResponse
from starlette.types import Receive, Scope, Send

from meldketen.webserver import bind, serveer

POST = b"POST / HTTP/1.1\r\nHost: x\r\n"
GEHEIM = b"GET /geheim HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"
CHUNKED = b"Transfer-Encoding: chunked\r\n"


async def _app(scope: Scope, receive: Receive, send: Send) -> None:
    await Request(scope, receive).body()
    await PlainTextResponse(f"pad={scope['path']}")(scope, receive, send)


@pytest.fixture
async def sock() -> AsyncIterator[socket.socket]:
    """A server with the product's bounds, on a free port."""
    sock = bind("127.0.0.1", 0)
    async with serveer(_app, sock):
        yield sock


async def _stuur(sock: socket.socket, wat: bytes, *, einde: bool = True) -> bytes:
    lees, schrijf = await asyncio.open_connection(*sock.getsockname())
    schrijf.write(wat)
    if einde:
        schrijf.write_eof()
    try:
        return await asyncio.wait_for(lees.read(), 10)
    except ConnectionError:
        return b""
    finally:
        schrijf.close()


@pytest.mark.parametrize(
    "kop",
    [
        CHUNKED + b"Content-Length: 4\r\n\r\n0\r\n\r\n",
        b"Content-Length: 4\r\n" + CHUNKED + b"\r\n0\r\n\r\n",
        b"Content-Length: 0\r\nContent-Length: 5\r\n\r\n",
        b"Content-Length: +0\r\n\r\n",
        b"Content-Length: 0, 0\r\n\r\n",
        b"Content-Length : 0\r\n\r\n",
        b"Transfer-Encoding: xchunked\r\n\r\n0\r\n\r\n",
        b"Transfer-Encoding: chunked, identity\r\n\r\n0\r\n\r\n",
        CHUNKED + b"\r\n-1\r\n\r\n",
        CHUNKED + b"\r\n0x0\r\n\r\n",
        CHUNKED + b"\r\nfffffffffffffffff\r\n\r\n",
        CHUNKED + b"\r\n1\r\naXX0\r\n\r\n",
        b"X: a\r\n gevouwen\r\nContent-Length: 0\r\n\r\n",
        b"X\x00: a\r\nContent-Length: 0\r\n\r\n",
        b"X: a\x00b\r\nContent-Length: 0\r\n\r\n",
        b": leeg\r\nContent-Length: 0\r\n\r\n",
    ],
)
async def test_dubbelzinnig_is_geweigerd(sock: socket.socket, kop: bytes) -> None:
    """Two lengths, a length and parts, a coding nobody knows, sizes that are none, folded and odd headers."""
    antwoord = await _stuur(sock, POST + kop + GEHEIM)
    assert b"pad=/geheim" not in antwoord
    assert b" 200 " not in antwoord


async def test_wie_in_een_lichaam_een_verzoek_verstopt_krijgt_een_antwoord(sock: socket.socket) -> None:
    """What stands within the length is the body, whatever it looks like; what stands after it is a request."""
    verstopt = POST + b"Content-Length: %d\r\n\r\n" % len(GEHEIM) + GEHEIM
    assert b"pad=/geheim" not in await _stuur(sock, verstopt)
    achter_elkaar = await _stuur(sock, (POST + b"Content-Length: 0\r\n\r\n") * 20 + GEHEIM, einde=False)
    assert achter_elkaar.count(b"pad=") == 21


async def test_duizenden_koppen(sock: socket.socket) -> None:
    """A header that ends, with more in it than any client sends, costs an answer and no more."""
    antwoord = await _stuur(sock, POST + b"".join(b"X-%d: a\r\n" % nr for nr in range(20_000)) + b"\r\n")
    assert b" 200 " not in antwoord
