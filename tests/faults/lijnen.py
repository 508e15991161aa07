"""Lines between servers that can be cut: each pair talks through a relay of its own, on loopback."""

import asyncio
import threading
from contextlib import suppress

BLOK = 1 << 16


class Lijn:
    """Passes bytes on to a port on loopback. A cut line refuses who calls, and drops who was talking."""

    def __init__(self, naar: int, loop: asyncio.AbstractEventLoop) -> None:
        self._naar, self._loop = naar, loop
        self._heel = True
        self._gesprekken: set[asyncio.Task[None]] = set()
        server = asyncio.run_coroutine_threadsafe(asyncio.start_server(self._neem_op, "127.0.0.1", 0), loop).result(10)
        self.poort: int = server.sockets[0].getsockname()[1]

    def knip(self) -> None:
        """Cut it."""
        asyncio.run_coroutine_threadsafe(self._knip(), self._loop).result(10)

    def herstel(self) -> None:
        """Let who calls again get through."""
        self._heel = True

    async def _knip(self) -> None:
        self._heel = False
        gesprekken = list(self._gesprekken)
        for gesprek in gesprekken:
            gesprek.cancel()
        await asyncio.gather(*gesprekken, return_exceptions=True)

    async def _neem_op(self, binnen: asyncio.StreamReader, terug: asyncio.StreamWriter) -> None:
        if not self._heel:
            terug.close()
            return
        gesprek = asyncio.current_task()
        assert gesprek is not None
        self._gesprekken.add(gesprek)
        try:
            await self._verbind(binnen, terug)
        finally:
            self._gesprekken.discard(gesprek)
            terug.close()

    async def _verbind(self, binnen: asyncio.StreamReader, terug: asyncio.StreamWriter) -> None:
        with suppress(OSError):  # the other side is down: who called hears it by the line that closes
            antwoord, verder = await asyncio.open_connection("127.0.0.1", self._naar)
            heen, weer = asyncio.ensure_future(_stroom(binnen, verder)), asyncio.ensure_future(_stroom(antwoord, terug))
            try:
                await asyncio.wait((heen, weer), return_when=asyncio.FIRST_COMPLETED)
            finally:
                heen.cancel()
                weer.cancel()
                verder.close()


async def _stroom(van: asyncio.StreamReader, naar: asyncio.StreamWriter) -> None:
    with suppress(OSError):
        while blok := await van.read(BLOK):
            naar.write(blok)
            await naar.drain()


class Lijnen:
    """A line from each server to each other, by their route ports."""

    def __init__(self, poorten: list[int]) -> None:
        self._loop = asyncio.new_event_loop()
        self._draad = threading.Thread(target=self._loop.run_forever, daemon=True)
        self._draad.start()
        wie = range(len(poorten))
        self._lijnen = {(van, naar): Lijn(poorten[naar], self._loop) for van in wie for naar in wie if van != naar}

    def vanaf(self, nummer: int) -> list[int]:
        """Return the ports at which a server finds the others."""
        return [lijn.poort for (van, _), lijn in self._lijnen.items() if van == nummer]

    def knip(self, nummer: int) -> None:
        """Cut one server off from the others; whoever speaks with it from outside still does."""
        for paar, lijn in self._lijnen.items():
            if nummer in paar:
                lijn.knip()

    def herstel(self) -> None:
        """Mend every line."""
        for lijn in self._lijnen.values():
            lijn.herstel()

    def stop(self) -> None:
        """Cut all, and end."""
        for lijn in self._lijnen.values():
            lijn.knip()
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._draad.join(10)
        self._loop.close()
