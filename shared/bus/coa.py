"""The inlet of COA incidents: a buffer on the stream `COA`, emptied as intake takes over.

The order is: stored in intake's ledger, erased from the stream, acknowledged. Stopped anywhere in between, the
message comes again, and the handler must take it as the same one.
"""

import asyncio
import json
import time
from collections.abc import Awaitable, Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from typing import Any

import structlog
from nats.aio.client import Client
from nats.aio.msg import Msg

from shared.bus.api import AWAY, NO_STREAM, Again, ApiError, ask, get_message
from shared.bus.pause import Pause
from shared.bus.pull import SECOND, Pull, deliveries, stream_seq
from shared.bus.streams import COA, StroomVerschilt, provision_one
from shared.ledger import Overloaded, StoreUnavailable

log = structlog.get_logger(__name__)

DURABLE = "intake"
AT_ONCE = 256
UNDER_WAY = 4096
"""So many may wait for their erasure, one by one with a sync each: storing does not wait for that."""
ERASING = 8
FEW = 32
"""While more wait to be stored, nothing is erased: both want the disk, and an incident goes first (a third faster)."""
ACK_WAIT = 60 * SECOND
FIRST_DELAY = SECOND // 4
LONGEST_DELAY = 60 * SECOND
COUNT_SECONDS = 1.0


@dataclass(frozen=True)
class CoaMessage:
    """What a COA location sent, as it came. The subject, which the server guards, says who sent it."""

    gemeente: str
    locatie: str
    headers: Mapping[str, str]
    data: bytes
    aflevering: int
    """1 the first time."""
    nummer: int = 0
    """Its place in the buffer: tells two equal messages apart."""


@dataclass
class CoaState:
    """How it goes, for `/gereed` and metrics."""

    wachtend: int = 0
    """Incidents that stand on the stream and not yet, as far as is known, in intake's ledger."""
    overgenomen: int = 0
    fout: str = ""
    """What went wrong last, until something went well."""


class CoaInlet:
    """Gives what arrives to `handle`, many at once so that they share a commit."""

    def __init__(
        self, nc: Client, handle: Callable[[CoaMessage], Awaitable[None]], *, replicas: int = 1, at_once: int = AT_ONCE
    ) -> None:
        self.state = CoaState()
        self._nc, self._handle, self._replicas = nc, handle, replicas
        self._handling, self._erasing = asyncio.Semaphore(at_once), asyncio.Semaphore(ERASING)
        self._to_store, self._calm = 0, asyncio.Event()
        self._counted = 0.0
        self._busy: set[asyncio.Task[None]] = set()

    async def run(self) -> None:
        """Take over what arrives, until cancelled."""
        pause = Pause()
        try:
            while True:
                await self._attempt(pause)
                await pause.wait()
        finally:
            for task in self._busy:
                task.cancel()

    async def refuse(self, message: CoaMessage, *, ce_id: str, veld: str, reden: str) -> None:
        """Tell the sender what was wrong, without repeating it; it may not be listening."""
        body = {"ce-id": ce_id, "veld": veld, "reden": reden}
        await self._nc.publish(f"coa.{message.gemeente}.{message.locatie}.afgewezen", json.dumps(body).encode())

    async def _attempt(self, pause: Pause) -> None:
        try:
            await self._round(pause)
        except (Again, StroomVerschilt, *AWAY) as error:
            self.state.fout = str(error) or type(error).__name__
            if isinstance(error, ApiError) and error.code == NO_STREAM:
                await self._provision()

    async def _round(self, pause: Pause) -> None:
        async with Pull(self._nc, COA, self._config(), batch=UNDER_WAY) as pull:
            while True:
                for message in await pull.next():
                    task = asyncio.create_task(self._one(message))
                    self._busy.add(task)
                    task.add_done_callback(self._busy.discard)
                await self._count()
                pause.reset()

    async def _one(self, message: Msg) -> None:
        """Hand one message over. Never raises: the others go on."""
        try:
            await self._take_over(message)
            async with self._erasing:
                await self._calm.wait()
                await self._erase(message)
        except (StoreUnavailable, Overloaded, Again, *AWAY) as error:
            await self._put_back(message, error)
        except Exception as error:  # noqa: BLE001  an incident is never dropped, whatever is wrong with the code
            log.error("COA-bericht kan niet worden overgenomen", fout=type(error).__name__)  # noqa: TRY400
            await self._put_back(message, error)
        else:
            self.state.fout = ""

    async def _take_over(self, message: Msg) -> None:
        self._waits(1)
        try:
            async with self._handling:
                await self._handle(to_coa_message(message))
        finally:
            self._waits(-1)
        self.state.overgenomen += 1

    def _waits(self, more: int) -> None:
        self._to_store += more
        if self._to_store > FEW:
            self._calm.clear()
        else:
            self._calm.set()

    async def _erase(self, message: Msg) -> None:
        seq = stream_seq(message)
        try:
            await ask(self._nc, f"STREAM.MSG.DELETE.{COA}", {"seq": seq, "no_erase": False})
        except ApiError:
            if await get_message(self._nc, COA, {"seq": seq}) is not None:
                raise
        await self._nc.publish(message.reply, b"+ACK")

    async def _put_back(self, message: Msg, error: Exception) -> None:
        self.state.fout = type(error).__name__
        delay = min(FIRST_DELAY * 2 ** min(deliveries(message) - 1, 10), LONGEST_DELAY)
        with suppress(*AWAY):
            await self._nc.publish(message.reply, b"-NAK " + json.dumps({"delay": delay}).encode())

    async def _count(self) -> None:
        if time.monotonic() - self._counted < COUNT_SECONDS:
            return
        self._counted = time.monotonic()
        with suppress(*AWAY):  # while much is erased the answer takes seconds: then the next look says it
            self.state.wachtend = (await ask(self._nc, f"STREAM.INFO.{COA}"))["state"]["messages"]

    async def _provision(self) -> None:
        with suppress(Again, StroomVerschilt, *AWAY):
            await provision_one(self._nc, COA, replicas=self._replicas)

    def _config(self) -> dict[str, Any]:
        return {
            "durable_name": DURABLE,
            "deliver_policy": "all",
            "ack_policy": "explicit",
            "ack_wait": ACK_WAIT,
            "max_deliver": -1,
            "max_ack_pending": UNDER_WAY,
            "replay_policy": "instant",
        }


def to_coa_message(message: Msg) -> CoaMessage:
    """Read who sent it from the subject `coa.<gemeente>.<locatie>.incident`."""
    _, gemeente, locatie, _ = message.subject.split(".")
    return CoaMessage(gemeente, locatie, message.headers or {}, message.data, deliveries(message), stream_seq(message))
