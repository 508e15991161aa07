"""Leaving no bytes behind of what was erased: asked for in the unit that erases, done at once after it."""

import asyncio

from services.intake.kluis import Kluis
from services.intake.store import APART
from shared.facts import Context
from shared.ledger import Ledger, Timer, Transaction, iso, timer_cancel, timer_set

SCHROB = "schrob"
TABELLEN = ("teksten", "volgcodes", "contactnummers", APART)


def schrob_straks(tx: Transaction) -> None:
    """Ask for it; as long as it could not be done, the timer stays."""
    tx.execute(*timer_set(SCHROB, SCHROB, tx.op, {}, los=True))


class Schoonmaak:
    """Cleans every store of intake."""

    def __init__(self, kluis: Kluis, ledger: Ledger) -> None:
        self._kluis, self._ledger = kluis, ledger

    async def schrob_nu(self) -> None:
        """Clean all of it.

        Raises:
            StoreUnavailable: somebody reads an old page.
        """
        await self._kluis.schrob()
        await asyncio.to_thread(self._ledger.scrub, *TABELLEN)

    async def schrob(self, timer: Timer, context: Context) -> None:
        """Clean all of it. What is erased meanwhile asks again: its timer is a later one.

        Raises:
            StoreUnavailable: somebody reads an old page; the timer stays and goes off again.
        """
        await self.schrob_nu()

        def klaar(tx: Transaction) -> None:
            wacht = tx.query("SELECT op FROM timers WHERE id = ?", (SCHROB,))
            if wacht and wacht[0][0] <= iso(timer.op):
                tx.execute(*timer_cancel(SCHROB))

        await self._ledger.run(klaar, context)
