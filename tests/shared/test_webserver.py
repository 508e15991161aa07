"""How connections come in."""

import asyncio
import socket

import uvloop
from starlette.responses import PlainTextResponse

from meldketen.webserver import bind, serveer

BEZOEKERS = 64


def test_een_drukke_deur_laat_er_velen_tegelijk_in() -> None:
    """In a round of the loop more than one newcomer is accepted: under load a round takes long."""
    assert uvloop.run(_ronden()) < BEZOEKERS // 4


async def _ronden() -> int:
    """Count the rounds of the loop until all who knock are answered."""
    sock = bind("127.0.0.1", 0)
    async with serveer(PlainTextResponse("dag"), sock):
        bezoekers = [socket.create_connection(sock.getsockname()) for _ in range(BEZOEKERS)]
        for bezoeker in bezoekers:
            bezoeker.setblocking(False)
            bezoeker.sendall(b"GET / HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n")
        ronden, open_ = 0, bezoekers
        while open_ and ronden < 10_000:
            await asyncio.sleep(0)
            ronden, open_ = ronden + 1, [bezoeker for bezoeker in open_ if not _beantwoord(bezoeker)]
    return ronden


def _beantwoord(bezoeker: socket.socket) -> bool:
    try:
        bezoeker.recv(1)
    except BlockingIOError:
        return False
    bezoeker.close()
    return True
