"""Growing pauses between attempts."""

import asyncio

FIRST = 0.05
LONGEST = 5.0


class Pause:
    """Waits longer each time, until something went well."""

    def __init__(self, first: float = FIRST, longest: float = LONGEST) -> None:
        self._first, self._longest = first, longest
        self._next = first

    def reset(self) -> None:
        """Begin again with the shortest."""
        self._next = self._first

    async def wait(self) -> None:
        """Wait, and twice as long the next time."""
        wait, self._next = self._next, min(self._next * 2, self._longest)
        await asyncio.sleep(wait)
