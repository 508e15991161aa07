"""Where notices arrive."""

import asyncio
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

WACHT = 60


class Webhook:
    """Notes when each notice arrives in which `woord` stands."""

    def __init__(self, woord: str = "") -> None:
        self._woord = woord.encode()
        self._aangekomen: asyncio.Queue[float] = asyncio.Queue()
        self.poort = 0

    async def antwoord(self, lezer: asyncio.StreamReader, schrijver: asyncio.StreamWriter) -> None:
        """Take one request."""
        kop = (await lezer.readuntil(b"\r\n\r\n")).decode().lower()
        lichaam = await lezer.readexactly(int(kop.partition("content-length:")[2].split("\r\n")[0]))
        if self._woord in lichaam:
            self._aangekomen.put_nowait(time.perf_counter())
        schrijver.write(b"HTTP/1.1 200 OK\r\nContent-Length: 0\r\nConnection: close\r\n\r\n")
        await schrijver.drain()
        schrijver.close()

    async def volgende(self) -> float:
        """Wait for the next notice."""
        return await asyncio.wait_for(self._aangekomen.get(), WACHT)


@asynccontextmanager
async def webhook(woord: str = "") -> AsyncIterator[Webhook]:
    """Listen on a free port."""
    hook = Webhook(woord)
    server = await asyncio.start_server(hook.antwoord, "127.0.0.1", 0)
    hook.poort = server.sockets[0].getsockname()[1]
    try:
        yield hook
    finally:
        server.close()
