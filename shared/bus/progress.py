"""How far a service is, told to another while it works: core NATS, kept nowhere, and nothing breaks when it is missed.

Intake lets reports in no faster than who warns people takes them (`shared/web/turnstile.py`).
"""

import asyncio
import json
from collections.abc import Callable, Mapping
from contextlib import suppress
from time import monotonic

import structlog
from nats.aio.client import Client
from nats.aio.msg import Msg

from shared.bus.api import AWAY
from shared.bus.listen import listen

PREFIX = "verwerkt"
PAUSE_SECONDS, AGAIN_SECONDS = 0.02, 1.0
"""Told at most so often, and at least."""
SILENT_SECONDS = 5.0
"""After that nobody knows how far it is."""
Places = Mapping[str, int]

log = structlog.get_logger(__name__)


class Teller:
    """Tells up to which place of each source this service applied what it got."""

    def __init__(self, nc: Client, dienst: str, places: Callable[[], Places]) -> None:
        self._nc, self._subject, self._places = nc, f"{PREFIX}.{dienst}", places
        self._moved = asyncio.Event()

    def moved(self) -> None:
        """Tell it soon."""
        self._moved.set()

    async def run(self) -> None:
        """Tell, until cancelled."""
        while True:
            self._moved.clear()
            if self._nc.is_connected:
                with suppress(*AWAY):
                    await self._nc.publish(self._subject, json.dumps(self._places()).encode())
            with suppress(TimeoutError):
                async with asyncio.timeout(AGAIN_SECONDS):
                    await self._moved.wait()
            await asyncio.sleep(PAUSE_SECONDS)


class Listener:
    """Remembers what was told last."""

    def __init__(self, nc: Client, clock: Callable[[], float] = monotonic) -> None:
        self._nc, self._clock = nc, clock
        self._places: Places = {}
        self._heard = 0.0

    def place(self, source: str) -> int | None:
        """Return up to where the facts of this source were applied; None when nothing was heard of it lately."""
        return self._places.get(source) if self._clock() - self._heard < SILENT_SECONDS else None

    async def run(self) -> None:
        """Listen, until cancelled."""
        await listen(self._nc, f"{PREFIX}.*", self._hear)

    async def _hear(self, message: Msg) -> None:
        try:
            self._places = {str(source): int(place) for source, place in json.loads(message.data).items()}
        except (ValueError, AttributeError, TypeError) as error:
            log.warning("voortgang niet te lezen", fout=type(error).__name__)
        else:
            self._heard = self._clock()
