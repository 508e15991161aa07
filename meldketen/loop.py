"""One service at work: relay out, subscription in, timers.

Of several processes on one store (PostgreSQL), one does this work; the others serve pages and APIs, and take over when
the database lets go of the first, which it does at any end of a process. Timers have a claim of their own: what is long
overdue there is done by whoever sees it.
"""

import asyncio
from collections.abc import Mapping, Sequence
from datetime import timedelta
from functools import partial
from typing import Protocol

import structlog
from nats.aio.client import Client

from meldketen.stilstand import Stilstand, langst_stil
from shared.bus import CoaInlet, CoaMessage
from shared.bus.coa_hartslag import Hartslagen
from shared.bus.consumer import Consumer
from shared.bus.event import Event
from shared.bus.inbox import Inbox
from shared.bus.precedence import Precedence
from shared.bus.progress import Listener, Teller
from shared.dienst import Dienst
from shared.klok import Klok, Wekker
from shared.outbox import Outbox


class _Werk(Protocol):
    async def run(self) -> None:
        """Go on until cancelled."""


STANDBY_SECONDS = 0.5
"""Between two looks whether the first is gone."""
HOLD_SECONDS = 1.0
"""Between two looks whether this process is still the first: a database that was restarted has forgotten it."""

log = structlog.get_logger(__name__)


class NietMeerEerste(Exception):
    """The database let go of this process; another may be at work already."""


class Loop:
    """What runs for one service, with the state that an operator asks for."""

    def __init__(
        self,
        dienst: Dienst,
        nc: Client,
        klok: Klok,
        *,
        oin: str,
        replicas: int = 1,
        precedence: Precedence | None = None,
    ) -> None:
        self.dienst, self.klok, self._nc = dienst, klok, nc
        self.outbox = Outbox(nc, dienst.ledger, dienst=dienst.naam, oin=oin, replicas=replicas)
        inbox = Inbox(dienst.ledger, klok=klok, handlers=dienst.handlers, raw=dienst.raw)
        waits_for = None if dienst.gaat_voor else precedence
        self.consumer = Consumer(nc, inbox, dienst.sources, replicas=replicas, precedence=waits_for)
        self.wekker = Wekker(dienst.ledger, dienst.timers, klok, partial(dienst.ledger.claim, "wekker"))
        self.hartslagen = Hartslagen(nc, dienst.hartslag) if dienst.hartslag is not None else None
        self.coa = CoaInlet(nc, self._neem, replicas=replicas) if dienst.coa is not None else None
        self.teller = Teller(nc, dienst.naam, inbox.places) if dienst.gaat_voor else None
        self.luistert = Listener(nc) if dienst.coa is not None else None
        self.stilstand = Stilstand()
        self.leidt: bool | None = None
        """Whether this process does the work; None as long as that is not known."""
        if dienst.gaat_voor and precedence is not None:
            self.go_first(precedence)

    def begin(self, group: asyncio.TaskGroup) -> list[asyncio.Task[None]]:
        """Start what must run until the end; an error that none of them expects ends the whole group."""
        naam = self.dienst.naam
        tasks = [group.create_task(self._werk(), name=f"{naam}-werk")]
        if self.dienst.timers:
            tasks.append(group.create_task(self.wekker.run(), name=f"{naam}-wekker"))
        if self.luistert is not None:
            tasks.append(group.create_task(self.luistert.run(), name=f"{naam}-luistert"))
        return tasks

    async def _werk(self) -> None:
        """Do what one process does: while it is the first, and else wait for that."""
        while True:
            self.leidt = await self._is_eerste()
            if self.leidt:
                try:
                    await self._leid()
                except* NietMeerEerste:
                    log.warning("het werk ligt bij een ander proces", dienst=self.dienst.naam)
            else:
                await asyncio.sleep(STANDBY_SECONDS)

    async def _leid(self) -> None:
        works: tuple[_Werk | None, ...] = (self.outbox, self.consumer, self.coa, self.hartslagen, self.teller)
        async with asyncio.TaskGroup() as group:
            for work in filter(None, works):
                group.create_task(work.run(), name=f"{self.dienst.naam}-{type(work).__name__}")
            group.create_task(self._houd_vast())

    async def _houd_vast(self) -> None:
        while await self._is_eerste():  # noqa: ASYNC110  a database does not say that it forgot
            await asyncio.sleep(HOLD_SECONDS)
        raise NietMeerEerste

    async def _is_eerste(self) -> bool:
        return await asyncio.to_thread(self.dienst.ledger.claim, "dienst")

    def go_first(self, precedence: Precedence) -> None:
        """Have events before the others of this process, and tell how far that is."""

        def advanced() -> None:
            precedence.moved()
            if self.teller is not None:
                self.teller.moved()

        precedence.lead(self._behind, lambda: self.wekker.at_work)
        self.consumer.on_advance, self.wekker.on_done = advanced, precedence.moved

    def unseen(self) -> int:
        """Count the facts stored here that who warns people did not apply; unknown how far that is: not on the bus."""
        seen = self.luistert.place(self.dienst.naam) if self.luistert is not None else None
        return max(0, self.dienst.ledger.written - (self.outbox.state.place if seen is None else seen))

    def _behind(self, events: Sequence[Event]) -> bool:
        """Say whether this service must still apply these or others; one that cannot now holds nobody up."""
        consumer, own = self.consumer, [event for event in events if event.source in self.dienst.sources]
        can = self.leidt and not consumer.state.fout and not consumer.state.gestopt
        return bool(can) and (consumer.at_work or consumer.inbox.lacks(own))

    async def stil(self) -> timedelta:
        """Return how long this service has not moved although there is more on the stream."""
        return await langst_stil(self._nc, self.stilstand, self.consumer.inbox, self.dienst.sources, self.klok())

    def last_place(self) -> int:
        """Return the place of the last fact of this service."""
        return self.dienst.ledger.last_place()

    def is_bij(self, last: Mapping[str, int]) -> bool:
        """Say whether all that this service committed is published, and all of `last` (by source) is applied."""
        applied = self.dienst.ledger.positions()
        behind = [s for s in self.dienst.sources if last.get(s) and (s not in applied or applied[s].place < last[s])]
        return not behind and self.outbox.state.place == last.get(self.dienst.naam, 0)

    async def _neem(self, message: CoaMessage) -> None:
        if self.dienst.coa is not None and self.coa is not None:
            await self.dienst.coa(message, self.coa.refuse)
