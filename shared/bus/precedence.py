"""In one process, the service that warns people has an event first: the others wait a moment for it.

They share one interpreter lock. When all of them apply an event at once, each is as slow as all together, and nobody is
warned a millisecond earlier because the picture of the week is ready.
"""

import asyncio
from collections.abc import Callable, Sequence
from contextlib import suppress

from shared.bus.event import Event

PATIENCE_SECONDS = 0.05
"""So long at most: a channel that hangs holds nobody up for longer."""

Behind = Callable[[Sequence[Event]], bool]


class Precedence:
    """Who goes first, and the others that wait for it."""

    def __init__(self) -> None:
        self._behind: Behind = lambda _: False
        self._moved = asyncio.Event()

    def lead(self, behind: Behind) -> None:
        """Go first. `behind`: whether there is still something to do because of these events, or of earlier ones."""
        self._behind = behind

    def moved(self) -> None:
        """Tell that something was done: who waits looks again."""
        self._moved.set()

    async def give_way(self, events: Sequence[Event]) -> None:
        """Wait until the first is done with these events, or for as long as is reasonable."""
        with suppress(TimeoutError):
            async with asyncio.timeout(PATIENCE_SECONDS):
                while self._behind(events):
                    self._moved.clear()
                    await self._moved.wait()
