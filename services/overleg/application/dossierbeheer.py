"""The vault and the facts about it together: put in, read, destroy."""

from uuid import UUID

from services.overleg.application.dossiers import Dossierdienst
from services.overleg.dossier import Dossierkluis
from shared.facts import Context
from shared.ledger import Ledger, Timer
from shared.profiel import Rol


class Dossierbeheer:
    """What the doors and the clock do with the vault."""

    def __init__(self, kluis: Dossierkluis, dienst: Dossierdienst, ledger: Ledger) -> None:
        self._kluis, self._dienst, self._ledger = kluis, dienst, ledger

    async def betrokkene(self, gemeente: str, kenmerk: str, context: Context) -> UUID:
        """Return the random id of a case.

        Raises:
            KenmerkGeweigerd: this is no case number.
        """
        betrokkene = await self._kluis.betrokkene(gemeente, kenmerk, context)
        await self._ledger.run(lambda tx: self._dienst.leg_vast(tx, betrokkene, gemeente), context)
        return betrokkene

    async def lees(self, betrokkene: UUID) -> str:
        """Return the case number.

        Raises:
            NietGevonden: there is none (any more).
        """
        return await self._kluis.lees(betrokkene)

    async def vernietig(self, betrokkene: UUID, gemeente: str, context: Context, *, door: Rol | None) -> None:
        """Erase on request: first the bytes, then the fact.

        Raises:
            NietGevonden: there is nothing to erase.
        """
        await self._kluis.lees(betrokkene)
        await self._kluis.vernietig(betrokkene, context)
        await self._ledger.run(
            lambda tx: self._dienst.vernietigd(tx, betrokkene, gemeente, reden="op verzoek", door=door), context
        )

    async def verloopt(self, timer: Timer, context: Context) -> None:
        """The term is over: erased, unless a measure keeps it."""
        betrokkene, gemeente = UUID(timer.gegevens["betrokkene"]), timer.gegevens["gemeente"]
        tot = await self._ledger.run(lambda tx: self._dienst.te_bewaren_tot(tx, betrokkene, gemeente), context)
        if tot is not None:
            await self._ledger.run(lambda tx: self._dienst.verleng(tx, betrokkene, gemeente, tot), context)
            return
        await self._kluis.vernietig(betrokkene, context)
        await self._ledger.run(
            lambda tx: self._dienst.vernietigd(tx, betrokkene, gemeente, reden="bewaartermijn voorbij"), context
        )
