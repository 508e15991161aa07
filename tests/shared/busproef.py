"""A small chain for tests of the bus: one ledger that tells, one that listens, real ones, on a real server."""

import asyncio
from collections.abc import Callable, Mapping
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from uuid import uuid4

from nats.aio.client import Client

from shared.bus import QUARANTAINE, Consumer, Event, Inbox, Source, from_message, to_headers, to_subject
from shared.bus.api import Stored, ask, get_message
from shared.contracts import Fact
from shared.facts import Context, Recorded
from shared.ledger import Ledger, Transaction
from shared.outbox import Outbox

OIN = "00000001002306608000"
NU = datetime(2026, 11, 22, 0, 3, 7, 576175, tzinfo=UTC)
GEBEURTENISSEN = "GEBEURTENISSEN"
VERTELLER = "intake"
LUISTERAAR = "overleg"


class Geteld(Fact):
    """What the one tells."""

    nr: int
    tekst: str = ""


class Gezien(Fact):
    """What the other makes of it: one for every time that it was told."""

    nr: int


Handler = Callable[[Transaction, Geteld, Event], None]


def kijk(tx: Transaction, fact: Geteld, _: Event) -> None:
    """Append one effect; to a stream of its own, so that a second one would be seen."""
    tx.append(uuid4(), Gezien(gemeente=fact.gemeente, nr=fact.nr))


def tel(ledger: Ledger, *nummers: int, tekst: str = "") -> None:
    """Commit one fact for each number, together."""

    def use_case(tx: Transaction) -> None:
        for nr in nummers:
            tx.append(uuid4(), Geteld(gemeente="gm0637", locatie="rokkeveenseweg", nr=nr, tekst=tekst))

    ledger.run_sync(use_case, Context(NU, "spoor"))


def gezien(ledger: Ledger) -> list[int]:
    """Return what was applied, in order."""
    return [recorded.fact.nr for recorded in ledger.read(0, 100_000) if isinstance(recorded.fact, Gezien)]


def als_event(ledger: Ledger, recorded: Recorded) -> Event:
    """Return a fact as it comes out of the stream."""
    source = Source(ledger.name, OIN, ledger.chain_id)
    return from_message(to_subject(ledger.name, recorded), to_headers(source, recorded), recorded.data)


async def publiceer(nc: Client, ledger: Ledger, recorded: Recorded, **anders: str) -> None:
    """Put a fact on the stream by hand, as only an administrator could; `anders` replaces headers or `data`."""
    data = anders.pop("data", recorded.data.decode())
    headers = to_headers(Source(ledger.name, OIN, ledger.chain_id), recorded)
    del headers["Nats-Msg-Id"]
    headers.update({f"ce-{name}": value for name, value in anders.items()})
    await nc.request(to_subject(ledger.name, recorded), data.encode(), headers=headers, timeout=5)


async def op_de_stroom(nc: Client, stream: str = GEBEURTENISSEN) -> list[Stored]:
    """Return every message of a stream, in order."""
    state = (await ask(nc, f"STREAM.INFO.{stream}"))["state"]
    found = [await get_message(nc, stream, {"seq": seq}) for seq in range(state["first_seq"], state["last_seq"] + 1)]
    return [message for message in found if message is not None]


async def plaatsen(nc: Client) -> list[int]:
    """Return the places of the events on the stream, in order."""
    return [int(message.headers["ce-sequence"]) for message in await op_de_stroom(nc)]


class Keten:
    """Outbox and consumer, as tasks that a test may stop and start again."""

    def __init__(self, nc: Client, verteller: Ledger, luisteraar: Ledger) -> None:
        self.nc, self.verteller, self.luisteraar = nc, verteller, luisteraar
        self.outbox = self.maak_outbox()
        self.inbox = self.maak_inbox()
        self.consumer = self.maak_consumer()
        self._tasks: list[asyncio.Task[None]] = []

    def maak_outbox(self, ledger: Ledger | None = None) -> Outbox:
        """Make a relay, perhaps a second one."""
        return Outbox(self.nc, ledger or self.verteller, dienst=VERTELLER, oin=OIN)

    def maak_inbox(self, handlers: Mapping[type[Fact], Any] | None = None, **opties: Any) -> Inbox:
        """Make an inbox on the listener's ledger."""
        return Inbox(
            self.luisteraar, klok=lambda: NU, handlers=handlers if handlers is not None else {Geteld: kijk}, **opties
        )

    def maak_consumer(self, inbox: Inbox | None = None) -> Consumer:
        """Make a consumer, perhaps a second one."""
        return Consumer(self.nc, inbox or self.inbox, [VERTELLER])

    def begin(self, *delen: Outbox | Consumer) -> None:
        """Run these parts; without any, the outbox and the consumer."""
        for deel in delen or (self.outbox, self.consumer):
            self._tasks.append(asyncio.create_task(deel.run()))

    async def eindig(self) -> None:
        """Stop what runs."""
        tasks, self._tasks = self._tasks, []
        for task in tasks:
            task.cancel()
        for task in tasks:
            with suppress(asyncio.CancelledError):
                await task

    def gezien(self) -> list[int]:
        """Return what the listener applied."""
        return gezien(self.luisteraar)


def grootboeken(make_ledger: Callable[..., Ledger], map_: Path) -> tuple[Ledger, Ledger]:
    """Open the ledgers of both."""
    database = str(map_)
    return (
        make_ledger(VERTELLER, [Geteld], database=database),
        make_ledger(LUISTERAAR, [Gezien], tables=[QUARANTAINE], database=database),
    )
