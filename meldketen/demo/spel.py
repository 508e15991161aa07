"""Play the year: step the clock to whatever comes next, and let the chain come to rest before the next step."""

import asyncio
import heapq
import itertools
from collections.abc import Awaitable, Callable, Sequence
from datetime import datetime
from functools import partial

from meldketen.demo.klok import SpeelKlok
from meldketen.demo.mensen import Mensen, meld_incident
from meldketen.demo.scenario import Voorval
from meldketen.demo.vergadering import Afspraak
from meldketen.keten import Keten
from shared.ledger import from_iso

RUST_SECONDS = 20.0
LOOK_SECONDS = 0.003


class Spel:
    """One year on a chain that runs for real: only the clock is ours."""

    def __init__(self, keten: Keten, klok: SpeelKlok, mensen: Mensen, gemeente: str) -> None:
        self._keten, self._klok, self._mensen, self._gemeente = keten, klok, mensen, gemeente
        self._afspraken: list[tuple[datetime, int, Callable[[], object]]] = []
        self._nummers = itertools.count()

    def spreek_af(self, afspraken: Sequence[Afspraak]) -> None:
        """Let this be done when the clock comes to it."""
        for op, doe in afspraken:
            heapq.heappush(self._afspraken, (op, next(self._nummers), doe))

    async def speel(self, voorvallen: Sequence[Voorval], tot: datetime, voortgang: Callable[[int], None]) -> None:
        """Play up to `tot`; `voortgang` hears after each event how many there were."""
        for aantal, voorval in enumerate(voorvallen, start=1):
            await self._ga_naar(voorval.op)
            await self.breng(voorval)
            voortgang(aantal)
        await self._ga_naar(tot)

    async def breng(self, voorval: Voorval) -> None:
        """Bring one event in by its own door, and wait until everybody has heard of it."""
        if voorval.soort in {"incident", "beschadigd"}:
            overgenomen = self._overgenomen()
            await meld_incident(self._keten.broker.connection, self._gemeente, voorval)
            await _tot(lambda: self._overgenomen() > overgenomen)
        else:
            await asyncio.to_thread(self._mensen.meld, voorval)
        await self._rust()
        self.spreek_af(await asyncio.to_thread(self._mensen.escalaties, self._klok()))

    async def _ga_naar(self, op: datetime) -> None:
        self.spreek_af(await asyncio.to_thread(self._mensen.overleggen, self._klok(), op))
        while (volgende := await self._eerst()) is not None and volgende < op:
            self._klok.zet(volgende)
            await self._doe_afspraken()
            await self._rust()
        self._klok.zet(op)

    async def _eerst(self) -> datetime | None:
        """Return what comes next. Housekeeping, of every minute or day, is no step: it is done after the next one."""
        volgende = [partial(loop.dienst.ledger.next_due, van_feiten=True) for loop in self._keten.loops]
        timers = await asyncio.gather(*map(asyncio.to_thread, volgende))
        momenten = [from_iso(moment) for moment in timers if moment is not None]
        momenten += [self._afspraken[0][0]] if self._afspraken else []
        return min(momenten, default=None)

    async def _doe_afspraken(self) -> None:
        while self._afspraken and self._afspraken[0][0] <= self._klok():
            _, _, doe = heapq.heappop(self._afspraken)
            await asyncio.to_thread(doe)

    def _overgenomen(self) -> int:
        return sum(loop.coa.state.overgenomen for loop in self._keten.loops if loop.coa is not None)

    async def _rust(self) -> None:
        """Wait until nothing is under way and nothing is due."""
        await _tot(self._is_rustig)

    async def _is_rustig(self) -> bool:
        for loop in self._keten.loops:
            await loop.wekker.tick()
        eerst = await self._eerste_timer()
        return (eerst is None or eerst > self._klok()) and await self._keten.is_rustig()

    async def _eerste_timer(self) -> datetime | None:
        timers = [loop.dienst.ledger.next_due() for loop in self._keten.loops]
        return min((from_iso(moment) for moment in timers if moment is not None), default=None)


async def _tot(voorwaarde: Callable[[], bool | Awaitable[bool]]) -> None:
    async with asyncio.timeout(RUST_SECONDS):
        while True:
            uitkomst = voorwaarde()
            if uitkomst if isinstance(uitkomst, bool) else await uitkomst:
                return
            await asyncio.sleep(LOOK_SECONDS)
