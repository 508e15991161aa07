"""Meldketen watches itself: it warns when it lags behind, and tells a monitor outside that it lives."""

import asyncio
import time
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from uuid import NAMESPACE_URL, uuid5

import structlog

from services.escalatie.application.eigen import open_eigen
from services.escalatie.eigen import achterstand
from services.escalatie.store.wekkers import BEWAKING, bewaking_wekker
from services.escalatie.verzending.levensteken import Levensteken
from services.escalatie.woorden import duur
from shared.facts import Context
from shared.ledger import Ledger, Timer, Transaction, from_iso
from shared.profiel import Profielen

ELKE = timedelta(minutes=1)
GEDULD = timedelta(minutes=2)
"""So long may something really lag before people are warned of it, whatever the clock says meanwhile."""
_OUDSTE = "SELECT MIN(op) FROM timers WHERE soort <> ?"

Achter = Callable[[], Awaitable[Sequence[str]]]
log = structlog.get_logger(__name__)


async def niemand() -> Sequence[str]:
    """Where nobody tells how the services do."""
    return ()


@dataclass
class Bewaking:
    """Handles the timer of the watch, every minute. `achter`: says, in Dutch, which service lags and why."""

    ledger: Ledger
    profielen: Profielen
    achter: Achter
    levensteken: Levensteken
    monotoon: Callable[[], float] = time.monotonic
    _sinds: float | None = field(default=None)

    async def begin(self, context: Context) -> None:
        """Begin to watch."""
        await self.ledger.run(lambda tx: tx.execute(*bewaking_wekker(context.op)), context)

    async def kijk(self, _: Timer, context: Context) -> None:
        """Look once: warn when it has lagged for a while, and give a sign of life when all is well."""
        redenen = [*await self.achter(), *await self._wekkers(context.op)]
        self._sinds = (self._sinds or self.monotoon()) if redenen else None
        te_lang = self._sinds is not None and self.monotoon() - self._sinds >= GEDULD.total_seconds()
        await self.ledger.run(lambda tx: self._leg_vast(tx, redenen if te_lang else []), context)
        if not redenen:
            await asyncio.to_thread(self.levensteken.geef)

    async def _wekkers(self, op: datetime) -> list[str]:
        """Something was due long ago and did not happen."""
        oudste = (await self.ledger.query(_OUDSTE, (BEWAKING,)))[0][0]
        te_laat = op - from_iso(oudste) if oudste else timedelta()
        minuten = timedelta(minutes=te_laat // timedelta(minutes=1))
        return [f"wat {duur(minuten)} geleden moest gebeuren is nog niet gebeurd"] if te_laat >= GEDULD else []

    def _leg_vast(self, tx: Transaction, redenen: list[str]) -> None:
        tx.execute(*bewaking_wekker(tx.op + ELKE))
        for profiel in self.profielen.alle() if redenen else ():
            escalatie_id = uuid5(NAMESPACE_URL, f"{profiel.gemeente.code}/achter/{tx.op.isoformat()}")
            open_eigen(tx, profiel, achterstand(redenen, tx.op), escalatie_id, escalatie_id.hex)
