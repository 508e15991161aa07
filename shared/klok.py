"""What makes timers go off. The time itself comes in as a function, so that a test or a demo can hold the clock."""

import asyncio
import time
from collections.abc import Awaitable, Callable, Mapping
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from uuid import uuid4

import structlog

from shared.facts import Context
from shared.ledger import Change, Ledger, StoreUnavailable, Timer

Klok = Callable[[], datetime]
TimerHandler = Callable[[Timer, Context], Awaitable[None]]

POLL = 0.5
"""Seconds between two looks when nothing is committed; a commit that sets a timer wakes the clock at once."""
AT_ONCE = 32
LAST_WORDS = 3.0
"""Seconds in which a message that is being sent at a stop may arrive and be recorded, so that it is not sent again."""
GEDULD = timedelta(seconds=30)
"""So long overdue, and a process that is not the first acts all the same."""
FIRST_PAUSE, LAST_PAUSE = timedelta(seconds=1), timedelta(minutes=1)

log = structlog.get_logger(__name__)


def echte_klok() -> datetime:
    """Return the moment it is."""
    return datetime.now(UTC)


def gestaag(klok: Klok = echte_klok, monotoon: Callable[[], float] = time.monotonic) -> Klok:
    """Return a clock that does not fall back: a deadline of ten minutes stays ten minutes when the machine is set back.

    It is never behind a moment that it gave, plus what has really passed since; set forward, it goes along. So what was
    an hour ahead and is put right stays ahead here until the next start: no deadline of that hour waits for it.
    """
    anker = (klok(), monotoon())

    def nu() -> datetime:
        nonlocal anker
        begin, sinds = anker
        echt, verstreken = klok(), monotoon()
        moment = begin + timedelta(seconds=verstreken - sinds)
        if echt < moment:
            return moment
        anker = (echt, verstreken)
        return echt

    return nu


class Wekker:
    """Takes what is due and hands it to its handler, which makes the timer go away in its own transaction.

    Of two processes on one store the first does this (`eerste`). The other waits, and takes what is long overdue: the
    first may have stopped without letting go. Twice rather than never.
    """

    def __init__(
        self,
        ledger: Ledger,
        handlers: Mapping[str, TimerHandler],
        klok: Klok,
        eerste: Callable[[], bool] = lambda: True,
    ) -> None:
        self._ledger, self._handlers, self._klok, self._eerste = ledger, handlers, klok, eerste
        self._busy: dict[str, asyncio.Task[None]] = {}
        self._pauses: dict[str, tuple[datetime, timedelta]] = {}
        self._looking = asyncio.Lock()
        self.on_done: Callable[[], None] = lambda: None
        """Called after a look that found nothing to do, and after each timer that was handled."""

    @property
    def at_work(self) -> bool:
        """Whether it looks what is due, or handles it."""
        return self._looking.locked() or bool(self._busy)

    async def tick(self) -> int:
        """Handle everything that is due now; return how many were handled."""
        due = await self._start_due()
        await asyncio.gather(*due)
        return len(due)

    async def run(self) -> None:
        """Go on until cancelled; then what is under way may end. After a stop, late timers go off at once."""
        try:
            await self._go_on()
        finally:
            await self._finish()

    async def _finish(self) -> None:
        if under_way := list(self._busy.values()):
            _, hanging = await asyncio.wait(under_way, timeout=LAST_WORDS)
            for task in hanging:
                task.cancel()
            await asyncio.gather(*hanging, return_exceptions=True)

    async def _go_on(self) -> None:
        woken, loop = asyncio.Event(), asyncio.get_running_loop()
        self._ledger.on_commit(lambda: _wake(loop, woken), Change.TIMERS)
        while True:
            woken.clear()
            with suppress(StoreUnavailable):  # the line stops; the next look finds the timers still there
                await self._start_due()
            with suppress(TimeoutError):
                async with asyncio.timeout(POLL):
                    await woken.wait()

    async def _start_due(self) -> list[asyncio.Task[None]]:
        started = await self._start_what_is_due()
        if not started:
            self.on_done()
        return started

    async def _start_what_is_due(self) -> list[asyncio.Task[None]]:
        """Start what is due. Who was at work when the rows were read may be done since: then its row is an old one."""
        async with self._looking:
            now, at_work = self._klok(), set(self._busy)
            due = await asyncio.to_thread(self._due, now, AT_ONCE + len(at_work))
            free = AT_ONCE - len(self._busy)
            fresh = [timer for timer in due if timer.id not in at_work and self._may_start(timer, now)]
            return [self._start(timer, now) for timer in fresh[:free]]

    def _due(self, now: datetime, limit: int) -> list[Timer]:
        return self._ledger.due(now if self._eerste() else now - GEDULD, limit)

    def _may_start(self, timer: Timer, now: datetime) -> bool:
        again_at, _ = self._pauses.get(timer.id, (now, FIRST_PAUSE))
        return timer.id not in self._busy and timer.soort in self._handlers and again_at <= now

    def _start(self, timer: Timer, now: datetime) -> asyncio.Task[None]:
        task = asyncio.create_task(self._handle(timer, now))
        self._busy[timer.id] = task
        task.add_done_callback(lambda _: self._done(timer))
        return task

    def _done(self, timer: Timer) -> None:
        self._busy.pop(timer.id, None)
        self.on_done()

    async def _handle(self, timer: Timer, now: datetime) -> None:
        context = Context(op=now, correlatie=str(timer.gegevens.get("correlatie") or uuid4().hex))
        try:
            await self._handlers[timer.soort](timer, context)
        except Exception:
            _, pause = self._pauses.get(timer.id, (now, FIRST_PAUSE))
            self._pauses[timer.id] = (now + pause, min(pause * 2, LAST_PAUSE))
            log.exception("timer mislukt", soort=timer.soort, timer=timer.id, opnieuw_over=pause.total_seconds())
        else:
            self._pauses.pop(timer.id, None)


def _wake(loop: asyncio.AbstractEventLoop, woken: asyncio.Event) -> None:
    with suppress(RuntimeError):  # the loop is closed: nobody waits any more
        loop.call_soon_threadsafe(woken.set)
