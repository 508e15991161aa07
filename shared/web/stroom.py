"""A doorbell for open pages: server-sent events that say how far things are, never what happened.

Whoever hears it fetches the page again, with the rights of that moment. Who may not listen any more hears nothing more:
it is asked before every word. The number of streams is bounded, and all end at once when the site stops.
"""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import suppress

from starlette.responses import PlainTextResponse, Response, StreamingResponse
from starlette.types import Receive, Scope, Send

HOOGSTENS = 100
"""Streams at once in one process; each costs a connection and a look in the store per change."""
LANGST = 600.0
"""Seconds before a stream ends: the browser opens another."""
RUST = 0.5
"""Seconds between two rings of one stream: many changes are one ring."""
HARTSLAG = 10.0
"""Seconds after which is looked without a ring: another process may have changed something."""
HERSTEL = 5_000
"""Milliseconds after which a browser tries again."""
VOL = "Er kijken nu te veel schermen live mee. De pagina zelf werkt wel. Ververs haar over een minuut."

Lees = Callable[[], Awaitable[str]]
MagNog = Callable[[], Awaitable[bool]]
"""Whether who listens may still do so."""


class Stroom:
    """All open streams of one process. `lees` tells how far things are, in one line; only a change of it is sent."""

    def __init__(self, lees: Lees, hoogstens: int = HOOGSTENS, *, rust: float = RUST) -> None:
        self._lees, self._hoogstens, self._rust = lees, hoogstens, rust
        self._open: set[asyncio.Event] = set()
        self._lus: asyncio.AbstractEventLoop | None = None
        self._luidt = self._dicht = False

    def luid(self) -> None:
        """Say that something changed; from any thread, and returns at once."""
        if self._lus is None or self._luidt:
            return
        self._luidt = True
        try:
            self._lus.call_soon_threadsafe(self._wek)
        except RuntimeError:  # the loop is closed: nobody waits any more
            self._luidt = False

    def stop(self) -> None:
        """End every stream; call it on the loop, before the server waits for its answers to end."""
        self._dicht = True
        self._wek()

    def antwoord(self, mag_nog: MagNog) -> Response:
        """Open a stream for as long as somebody may listen, or refuse when there are too many."""
        if self._dicht or len(self._open) >= self._hoogstens:
            return PlainTextResponse(VOL, 503, {"Retry-After": "60"})
        self._lus, wekker = asyncio.get_running_loop(), asyncio.Event()
        self._open.add(wekker)
        return _Stroomantwoord(self._berichten(wekker, mag_nog), lambda: self._open.discard(wekker))

    def __len__(self) -> int:
        """How many are open."""
        return len(self._open)

    def _wek(self) -> None:
        self._luidt = False  # first: who rings from now on is heard
        for wekker in self._open:
            wekker.set()

    async def _berichten(self, wekker: asyncio.Event, mag_nog: MagNog) -> AsyncIterator[str]:
        lus = asyncio.get_running_loop()
        einde, gezegd = lus.time() + LANGST, ""
        yield f"retry: {HERSTEL}\n\n"
        while not self._dicht and lus.time() < einde and await mag_nog():
            wekker.clear()
            stand = await self._lees()
            yield f"data: {stand}\n\n" if stand != gezegd else ":\n\n"
            gezegd = stand
            await self._wacht(wekker, lus)
        yield "event: einde\ndata:\n\n"

    async def _wacht(self, wekker: asyncio.Event, lus: asyncio.AbstractEventLoop) -> None:
        begon = lus.time()
        with suppress(TimeoutError):
            async with asyncio.timeout(HARTSLAG):
                await wekker.wait()
        if not self._dicht:
            await asyncio.sleep(max(0.0, self._rust - (lus.time() - begon)))


class _Stroomantwoord(StreamingResponse):
    """A stream that gives its place back however it ends."""

    def __init__(self, berichten: AsyncIterator[str], terug: Callable[[], None]) -> None:
        super().__init__(berichten, media_type="text/event-stream", headers={"X-Accel-Buffering": "no"})
        self._terug = terug

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        try:
            await super().__call__(scope, receive, send)
        finally:
            self._terug()
