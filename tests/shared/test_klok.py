"""Timers go off once, whoever looks at the same moment."""

import asyncio
import threading
from datetime import UTC, datetime

from shared.facts import Context
from shared.klok import Wekker
from shared.ledger import Ledger, Timer, timer_cancel, timer_set
from tests.fixtures.opslag import MakeLedger

OP = datetime(2026, 11, 22, 3, 0, tzinfo=UTC)
CONTEXT = Context(op=OP, correlatie="c0ffee")


class TrageLezer:
    """A ledger whose answer about what is due arrives late, as on a busy machine."""

    def __init__(self, ledger: Ledger) -> None:
        self._ledger, self.gelezen, self.verder = ledger, threading.Event(), threading.Event()
        self.traag = False

    def due(self, op: datetime, limit: int) -> list[Timer]:
        """Read at once, answer when told to."""
        found = self._ledger.due(op, limit)
        if self.traag:
            self.gelezen.set()
            self.verder.wait(10)
        return found


async def test_a_timer_that_ends_while_somebody_looks_is_not_started_again(make_ledger: MakeLedger) -> None:
    """What was read before the timer was done with is not believed afterwards."""
    ledger = make_ledger("proef", [])
    await ledger.run(lambda tx: tx.execute(*timer_set("een", "alarm", OP, {}, los=True)), CONTEXT)
    lezer, begonnen, klaar, keren = TrageLezer(ledger), asyncio.Event(), asyncio.Event(), []

    async def alarm(timer: Timer, context: Context) -> None:
        keren.append(timer.id)
        begonnen.set()
        await klaar.wait()
        await ledger.run(lambda tx: tx.execute(*timer_cancel(timer.id)), context)

    wekker = Wekker(lezer, {"alarm": alarm}, lambda: OP)  # type: ignore[arg-type]
    eerste = asyncio.create_task(wekker.tick())
    await begonnen.wait()
    lezer.traag = True
    tweede = asyncio.create_task(wekker.tick())
    await asyncio.to_thread(lezer.gelezen.wait, 10)
    klaar.set()
    await eerste
    lezer.verder.set()
    await tweede
    assert keren == ["een"]
    assert ledger.due(OP) == []
