"""One service at work: relay out, subscription in, timers."""

import asyncio
from collections.abc import Mapping
from functools import partial
from typing import Protocol

from nats.aio.client import Client

from shared.bus import CoaInlet, CoaMessage
from shared.bus.coa_hartslag import Hartslagen
from shared.bus.consumer import Consumer
from shared.bus.inbox import Inbox
from shared.dienst import Dienst
from shared.klok import Klok, Wekker
from shared.outbox import Outbox


class _Werk(Protocol):
    async def run(self) -> None:
        """Go on until cancelled."""


class Loop:
    """What runs for one service, with the state that an operator asks for."""

    def __init__(self, dienst: Dienst, nc: Client, klok: Klok, *, oin: str, replicas: int = 1) -> None:
        self.dienst = dienst
        self.outbox = Outbox(nc, dienst.ledger, dienst=dienst.naam, oin=oin, replicas=replicas)
        inbox = Inbox(dienst.ledger, klok=klok, handlers=dienst.handlers, raw=dienst.raw)
        self.consumer = Consumer(nc, inbox, dienst.sources, replicas=replicas)
        self.wekker = Wekker(dienst.ledger, dienst.timers, klok, partial(dienst.ledger.claim, "wekker"))
        self.hartslagen = Hartslagen(nc, dienst.hartslag) if dienst.hartslag is not None else None
        self.coa = CoaInlet(nc, self._neem, replicas=replicas) if dienst.coa is not None else None

    def begin(self, group: asyncio.TaskGroup) -> list[asyncio.Task[None]]:
        """Start what must run until the end; an error that none of them expects ends the whole group."""
        works: dict[str, _Werk | None] = {
            "outbox": self.outbox,
            "afnemer": self.consumer,
            "wekker": self.wekker,
            "coa": self.coa,
            "hartslag": self.hartslagen,
        }
        return [
            group.create_task(work.run(), name=f"{self.dienst.naam}-{naam}")
            for naam, work in works.items()
            if work is not None
        ]

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
