"""In one process, the service that warns people has an event first: the others wait a moment for it.

They share one interpreter lock. When all of them apply an event at once, each is as slow as all together, and nobody is
warned a millisecond earlier because the picture of the week is ready.
"""

import asyncio
from collections.abc import Callable, Sequence
from contextlib import suppress

from shared.bus.event import Event

BEHIND_SECONDS, ACTING_SECONDS = 0.25, 0.05
"""So long at most: the first may be stopped, or its channels may hang."""

Behind = Callable[[Sequence[Event]], bool]


class Precedence:
    """Who goes first, and the others that wait for it."""

    def __init__(self) -> None:
        self._behind: Behind = lambda _: False
        self._acting: Callable[[], bool] = lambda: False
        self._moved = asyncio.Event()

    def lead(self, behind: Behind, acting: Callable[[], bool]) -> None:
        """Go first. `behind`: these or other events are not applied yet; `acting`: what came of them is being done."""
        self._behind, self._acting = behind, acting

    def moved(self) -> None:
        """Tell that something was done: who waits looks again."""
        self._moved.set()

    async def give_way(self, events: Sequence[Event]) -> bool:
        """Wait for the first, as long as is reasonable; say whether it has applied everything."""
        applied = await self._until(lambda: not self._behind(events), BEHIND_SECONDS)
        if applied:
            await self._until(lambda: not self._acting(), ACTING_SECONDS)
        return applied

    async def _until(self, so: Callable[[], bool], seconds: float) -> bool:
        with suppress(TimeoutError):
            async with asyncio.timeout(seconds):
                while not so():
                    self._moved.clear()
                    await self._moved.wait()
                return True
        return False
