"""From the ledger to the stream: every fact, in order, once (promises 2 and 3).

A batch is stored by the server as a whole or not at all, and only when the last message of this service on the
stream is still the one that was looked up: of two relays on one ledger exactly one gets through. A stream that was
made anew has numbers that none had before it (`streams.first_number`), so nothing fits that was sent to another.
Whatever goes wrong, nothing is sent again as it was: first it is looked up how far the stream is.
"""

import asyncio
import json
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from time import time_ns
from typing import Any
from uuid import uuid4

import structlog
from nats.aio.client import Client

from shared.bus.api import AWAY, NO_STREAM, Again, ApiError, Stored, ask, get_message
from shared.bus.event import PREFIX, Source, to_headers, to_subject
from shared.bus.pause import Pause
from shared.bus.search import place_of
from shared.bus.streams import GEBEURTENISSEN, StroomVerschilt, provision_one
from shared.facts import Recorded
from shared.ledger import Change, Ledger, StoreUnavailable, UnknownStore
from shared.tracing import TRACING, steps

log = structlog.get_logger(__name__)

BATCH = 500
BATCH_BYTES = 1_000_000
HEADER_BYTES = 4_096
IDLE_SECONDS = 1.0
ACK_SECONDS = 5.0
STOPPED_SECONDS = 5.0


class Gestopt(Exception):
    """Publishing would do harm until a person has looked. The text is for the operator."""


@dataclass
class OutboxState:
    """How it goes, for `/gereed` and metrics."""

    place: int = 0
    """The last place that is known to stand on the stream."""
    batches: int = 0
    fout: str = ""
    """What went wrong last, until something went well."""
    gestopt: str = ""
    """Why nothing is published any more; empty when it runs."""


class Outbox:
    """The relay of one ledger."""

    def __init__(
        self, nc: Client, ledger: Ledger, *, dienst: str, oin: str, replicas: int = 1, batch: int = BATCH
    ) -> None:
        self.state = OutboxState()
        self._nc, self._ledger, self._replicas, self._batch = nc, ledger, replicas, batch
        self._source = Source(dienst, oin, ledger.chain_id)
        self._space = f"{PREFIX}.{dienst}.>"
        self._wake = asyncio.Event()
        self._log = log.bind(dienst=dienst)

    async def run(self) -> None:
        """Publish what is committed, until cancelled."""
        self._listen()
        pause = Pause()
        while True:
            try:
                await self._follow(pause)
            except (Gestopt, StroomVerschilt, UnknownStore) as error:
                self._stop(str(error))
                await asyncio.sleep(STOPPED_SECONDS)
            except (Again, StoreUnavailable, *AWAY) as error:
                await self._recover(error, pause)

    async def lag(self) -> int:
        """Return how many facts are committed but not known to be published."""
        return await asyncio.to_thread(self._ledger.last_place) - self.state.place

    async def _follow(self, pause: Pause) -> None:
        seq = await self._locate()
        while True:
            self._wake.clear()
            facts = await self._read(self.state.place)
            while facts:  # the next are read while these are on their way
                seq, facts = await self._publish_and_read(facts, seq)
                self._went_well(pause)
            if await self._idle():
                seq = await self._locate()
            self._went_well(pause)

    async def _publish_and_read(self, facts: Sequence[Recorded], seq: int) -> tuple[int, list[Recorded]]:
        """Publish, and read the next meanwhile. Both are awaited: no batch is left to land when nobody looks."""
        sent, ahead = await asyncio.gather(
            self._publish(facts, seq), self._read(facts[-1].place), return_exceptions=True
        )
        if isinstance(sent, BaseException):
            raise sent
        if isinstance(ahead, BaseException):
            raise ahead
        return sent, ahead

    async def _read(self, after: int) -> list[Recorded]:
        return self._portion(await asyncio.to_thread(self._ledger.read, after, self._batch))

    def _went_well(self, pause: Pause) -> None:
        self.state.fout = self.state.gestopt = ""
        pause.reset()

    async def _locate(self) -> int:
        """Find the last message of this service: return its number on the stream, and remember its place."""
        found = await get_message(self._nc, GEBEURTENISSEN, {"last_by_subj": self._space})
        if found is None:
            self.state.place = 0
            return 0
        self.state.place = await asyncio.to_thread(self._place_of, found)
        return found.seq

    def _place_of(self, found: Stored) -> int:
        place = place_of(found)
        known = self._ledger.read(place - 1, 1) if place > 0 else []
        chain_id, digest = found.headers.get("ce-keten"), found.headers.get("ce-ketenhash")
        if chain_id != self._ledger.chain_id or not known or known[0].hash.hex() != digest:
            raise Gestopt(
                f"het laatste bericht op de stroom (nummer {found.seq}, plaats {place}) komt niet uit dit grootboek: "
                "is er een oude kopie teruggezet, of draait een andere installatie op deze NATS-server?"
            )
        return place

    def _portion(self, facts: list[Recorded]) -> list[Recorded]:
        """Return as many as fit in one batch; at least one."""
        size = 0
        for count, fact in enumerate(facts):
            size += len(fact.data)
            if len(fact.data) + HEADER_BYTES > self._nc.max_payload:
                if count == 0:
                    raise Gestopt(f"het feit op plaats {fact.place} is groter dan de bus toelaat")
                return facts[:count]
            if count and size > BATCH_BYTES:
                return facts[:count]
        return facts

    async def _publish(self, facts: Sequence[Recorded], seq: int) -> int:
        """Send a batch behind stream number `seq`; return the stream number of its last message."""
        begin = time_ns()
        messages = [
            (to_subject(self._source.dienst, fact), to_headers(self._source, fact), fact.data) for fact in facts
        ]
        if len(messages) > 1:
            _mark_batch([headers for _, headers, _ in messages])
        messages[0][1].update(await self._fence(seq))
        if not self._nc.is_connected:  # the client would keep it, and send it at a moment that nobody knows
            raise Again("geen verbinding met NATS")
        for subject, headers, data in messages[:-1]:
            await self._nc.publish(subject, data, headers=headers)
        subject, headers, data = messages[-1]
        answer = json.loads((await self._nc.request(subject, data, timeout=ACK_SECONDS, headers=headers)).data)
        stored = _stored_as(answer)
        self.state.place, self.state.batches = facts[-1].place, self.state.batches + 1
        if TRACING.on:
            steps.published(self._source.dienst, facts, begin)
        return stored

    async def _fence(self, seq: int) -> dict[str, str]:
        """Return what the server compares; without a message of our own also which stream it is, by its end."""
        fence = {
            "Nats-Expected-Last-Subject-Sequence": str(seq),
            "Nats-Expected-Last-Subject-Sequence-Subject": self._space,
        }
        if seq == 0:  # any stream without us would do, also one that is made after this was sent
            stream = await ask(self._nc, f"STREAM.INFO.{GEBEURTENISSEN}")
            fence["Nats-Expected-Last-Sequence"] = str(stream["state"]["last_seq"])
        return fence

    async def _recover(self, error: Exception, pause: Pause) -> None:
        self.state.fout = str(error) or type(error).__name__
        self._log.info("opnieuw opzoeken waar de stroom staat", fout=self.state.fout)
        if isinstance(error, ApiError) and error.code == NO_STREAM:
            with suppress(Again, StroomVerschilt, *AWAY):
                await provision_one(self._nc, GEBEURTENISSEN, replicas=self._replicas)
                return
        await pause.wait()

    def _stop(self, reden: str) -> None:
        if reden != self.state.gestopt:
            self._log.error("outbox gestopt", reden=reden)
        self.state.gestopt = reden

    async def _idle(self) -> bool:
        """Wait for a commit; say whether none came."""
        try:
            async with asyncio.timeout(IDLE_SECONDS):
                await self._wake.wait()
        except TimeoutError:
            return True
        return False

    def _listen(self) -> None:
        loop = asyncio.get_running_loop()

        def wake() -> None:
            with suppress(RuntimeError):  # the loop has ended, and this relay with it
                loop.call_soon_threadsafe(self._wake.set)

        self._ledger.on_commit(wake, Change.FACTS)


def _mark_batch(headers: Sequence[dict[str, str]]) -> None:
    batch = uuid4().hex
    for number, each in enumerate(headers, start=1):
        each["Nats-Batch-Id"] = batch
        each["Nats-Batch-Sequence"] = str(number)
    headers[-1]["Nats-Batch-Commit"] = "1"


def _stored_as(answer: dict[str, Any]) -> int:
    if "error" in answer:
        raise ApiError(answer["error"].get("err_code", 0), answer["error"].get("description", ""))
    if answer.get("duplicate"):
        raise Again("de stroom had dit bericht al")
    return int(answer["seq"])
