"""From the stream to one service: in order, from its own places, by one worker (promise 4)."""

import asyncio
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass, field

import structlog
from nats.aio.client import Client
from nats.aio.msg import Msg

from shared.bus.api import AWAY, NO_STREAM, Again, ApiError
from shared.bus.chain_rule import Foreign, Gap
from shared.bus.event import PREFIX, Event, Unreadable, from_message
from shared.bus.inbox import Inbox
from shared.bus.pause import Pause
from shared.bus.precedence import Precedence
from shared.bus.pull import BATCH, SECOND, Pull
from shared.bus.search import find_start, undelivered
from shared.bus.streams import GEBEURTENISSEN, StroomVerschilt, provision_one
from shared.ledger import Overloaded, StoreUnavailable

log = structlog.get_logger(__name__)

INACTIVE = 10 * SECOND
MANY, FEW = 100, 25
"""So many are applied between two looks whether who goes first needs the time; few when it does and did not come."""
FAR = 1_000
"""So far behind and nobody is served by waiting any longer: many then too, or the picture would never catch up."""
LOOK_SECONDS = 5.0
"""After so long without a message the stream is asked: what was lost with a line counts there as delivered."""
SCAN_AFTER = 2
"""So many gaps in a row, and the whole stream is read: perhaps only the search was misled."""


@dataclass
class ConsumerState:
    """How it goes, for `/gereed` and metrics."""

    bij: bool = False
    """Everything that was on the stream was applied at least once since the start."""
    achter: int = 0
    """Messages on the stream that are not applied yet."""
    onleesbaar: int = 0
    """Messages passed over because no ledger of ours can have sent them."""
    places: dict[str, int] = field(default_factory=dict)
    fout: str = ""
    """What went wrong last, until something went well."""
    gestopt: str = ""
    """Gap or foreign chain: why nothing is applied any more; empty when it runs."""


class Consumer:
    """The one reader of the stream for one service. `precedence`: whom it lets go first."""

    def __init__(
        self,
        nc: Client,
        inbox: Inbox,
        sources: Sequence[str],
        *,
        batch: int = BATCH,
        replicas: int = 1,
        precedence: Precedence | None = None,
    ) -> None:
        self.state = ConsumerState()
        self.inbox = inbox
        self._nc, self._sources, self._batch, self._replicas = nc, tuple(sources), batch, replicas
        self._precedence = precedence
        self._gaps, self._looked = 0, 0.0
        self.at_work = False
        """Whether something came in, or is about to, that is not applied yet."""
        self.on_advance: Callable[[], None] = lambda: None
        """Called when that may have changed."""

    async def run(self) -> None:
        """Apply what arrives, until cancelled."""
        pause = Pause()
        while self._sources:
            try:
                await self._round(pause)
            except (Gap, Foreign, StroomVerschilt) as error:
                self._trouble(error)
            except (Again, StoreUnavailable, Overloaded, *AWAY) as error:
                self.state.fout = str(error) or type(error).__name__
                if isinstance(error, ApiError) and error.code == NO_STREAM:
                    await self._provision()
            await pause.wait()

    async def _round(self, pause: Pause) -> None:
        await self.inbox.load()
        start = 1 if self._gaps == SCAN_AFTER else await find_start(self._nc, self._sources, self.inbox.positions)
        async with Pull(self._nc, GEBEURTENISSEN, self._from(start), batch=self._batch) as pull:
            try:
                await self._follow(pull, pause)
            finally:
                self.at_work = False

    async def _follow(self, pull: Pull, pause: Pause) -> None:
        while True:
            self._show(pull.pending)
            if await self._advance(pull):
                pause.reset()
                self._gaps, self.state.fout, self.state.gestopt = 0, "", ""

    async def _advance(self, pull: Pull) -> bool:
        """Apply what came in; say whether it led anywhere: to a new place, or to the end of the stream.

        What comes again before a gap leads nowhere, or a gap far down the stream would be a new one each time.
        """
        was = dict(self.inbox.positions)
        events = self._read(await pull.next())
        if events:
            self.at_work = True
            await self.apply(events)
        await self._look(quiet=not events)
        self.at_work = pull.pending > 0
        self.on_advance()
        return pull.pending == 0 or self.inbox.positions != was

    async def _look(self, *, quiet: bool) -> None:
        now = asyncio.get_running_loop().time()
        if quiet and now - self._looked < LOOK_SECONDS:
            return
        self._looked = now
        if quiet and (source := await undelivered(self._nc, self._sources, self.inbox.positions)):
            raise Again(f"wat {source} publiceerde is niet aangekomen")

    async def apply(self, events: Sequence[Event]) -> None:
        """Apply these; where somebody goes first, not so many at once that it waits for that."""
        if self._precedence is None:
            await self.inbox.take(events)
            return
        while events:
            size = MANY if await self._precedence.give_way(events) or self.state.achter > FAR else FEW
            await self.inbox.take(events[:size])
            events = events[size:]

    def _from(self, start: int) -> dict[str, object]:
        return {
            "deliver_policy": "by_start_sequence",
            "opt_start_seq": start,
            "ack_policy": "none",
            "replay_policy": "instant",
            "filter_subjects": [f"{PREFIX}.{source}.>" for source in self._sources],
            "mem_storage": True,
            "num_replicas": 1,
            "inactive_threshold": INACTIVE,
        }

    def _read(self, messages: Sequence[Msg]) -> list[Event]:
        events = []
        for message in messages:
            try:
                events.append(from_message(message.subject, message.headers, message.data))
            except Unreadable as error:
                self.state.onleesbaar += 1
                log.error("bericht op de stroom is niet van een grootboek", reden=str(error))  # noqa: TRY400
        return events

    def _show(self, pending: int) -> None:
        self.state.achter = pending
        self.state.bij = self.state.bij or pending == 0
        self.state.places = self.inbox.places()

    def _trouble(self, error: Exception) -> None:
        self._gaps += isinstance(error, Gap)
        if isinstance(error, Gap) and self._gaps <= SCAN_AFTER:
            self.state.fout = str(error)
            return
        if self.state.gestopt != str(error):
            log.error("afnemer gestopt", reden=str(error))
        self.state.gestopt = str(error)

    async def _provision(self) -> None:
        with suppress(Again, StroomVerschilt, *AWAY):
            await provision_one(self._nc, GEBEURTENISSEN, replicas=self._replicas)
