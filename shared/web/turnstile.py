"""Reports pass one by one when who warns people is busy: an incident of the COA waits behind those that passed.

A flood can be taken in faster than it can be handled. Without this the warning of the police waits behind all of it, a
minute after a minute; with it the flood waits at the door (`crowd` refuses what does not fit there), and a sender who
waits for each answer is slowed down instead of refused.
"""

import asyncio
from collections import deque
from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager, nullcontext
from time import monotonic

REPORT = ("POST", "melding.doen")
"""How a report comes in, and what it is called. Nothing else waits: a confirmation, an incident, a desk that looks."""
PASSED = 64
"""So many may be on their way to who warns people: it handles them in a third of a second."""
WAIT_SECONDS, TICK_SECONDS = 5.0, 0.01
"""So long one waits at most, and counts as on its way: with the bus away, or an import under way, reports go on."""


class Turnstiles:
    """Where reports pass: who signed in does not wait for the public, nor the other way round."""

    def __init__(self, behind: Callable[[], int] = lambda: 0) -> None:
        self._of = {signed_in: Turnstile(behind) for signed_in in (False, True)}

    def passage(self, method: str, actie: str, *, signed_in: bool) -> AbstractAsyncContextManager[None]:
        """Wait for room with a report; with anything else go on."""
        return self._of[signed_in].passage() if (method, actie) == REPORT else nullcontext()


class Turnstile:
    """One queue of reports. `behind`: how many facts of intake who warns people has not seen yet."""

    def __init__(self, behind: Callable[[], int], clock: Callable[[], float] = monotonic) -> None:
        self._behind, self._clock = behind, clock
        self._passed: deque[float] = deque()
        self._inside = 0
        self._waiting: deque[asyncio.Future[None]] = deque()
        self._looking: asyncio.Task[None] | None = None

    @asynccontextmanager
    async def passage(self) -> AsyncIterator[None]:
        """Wait for room, as long as is reasonable; then be on the way."""
        if self._waiting or not self._has_room():
            await self._turn()
        else:
            self._enter()
        try:
            yield
        finally:
            self._inside -= 1

    def _has_room(self) -> bool:
        now = self._clock()
        while self._passed and self._passed[0] <= now:
            self._passed.popleft()
        return min(len(self._passed), self._inside + self._behind()) < PASSED

    def _enter(self) -> None:
        self._passed.append(self._clock() + WAIT_SECONDS)
        self._inside += 1

    async def _turn(self) -> None:
        turn: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self._waiting.append(turn)
        if self._looking is None:
            self._looking = asyncio.create_task(self._look())
        try:
            await asyncio.wait([turn], timeout=WAIT_SECONDS)
        except asyncio.CancelledError:
            self._inside -= turn.done()
            raise
        finally:
            late = turn.cancel()
        if late:
            self._enter()

    async def _look(self) -> None:
        """Let them in, in order, until nobody waits; who waited too long or left was let go already."""
        while self._waiting:
            if self._waiting[0].done():
                self._waiting.popleft()
            elif self._has_room():
                self._waiting.popleft().set_result(None)
                self._enter()
            else:
                await asyncio.sleep(TICK_SECONDS)
        self._looking = None
