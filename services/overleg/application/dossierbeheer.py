"""The vault and the facts about it together: put in, read, destroy."""

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any
from uuid import UUID

from services.overleg.application.dossiers import SOORT, Dossierdienst
from services.overleg.dossier import Dossierkluis
from services.overleg.store.dossierrijen import GEMEENTE, NOG_NIET_VERNIETIGD
from shared.facts import Context, NietGevonden
from shared.kluis import Lezer
from shared.ledger import Ledger, Timer
from shared.profiel import Rol
from shared.wisregister import KLUIS, Wisregel

ALSNOG = "alsnog gewist, na een onderbreking of het terugzetten van een kopie"
ONBEKEND = "Bij dit kenmerk is geen dossier (meer) bekend."


class Dossierbeheer:
    """What the doors and the clock do with the vault."""

    def __init__(self, kluis: Dossierkluis, dienst: Dossierdienst, ledger: Ledger) -> None:
        self._kluis, self._dienst, self._ledger = kluis, dienst, ledger

    async def betrokkene(self, gemeente: str, kenmerk: str, lezer: Lezer, context: Context) -> UUID:
        """Return the random id of a case.

        Raises:
            KenmerkGeweigerd: this is no case number.
        """
        betrokkene = await self._kluis.betrokkene(gemeente, kenmerk, lezer, context)
        await self._ledger.run(lambda tx: self._dienst.leg_vast(tx, betrokkene, gemeente), context)
        return betrokkene

    async def lees(self, betrokkene: UUID, lezer: Lezer, context: Context, *, binnen: str | None) -> str:
        """Return the case number; `binnen`: the municipality outside of which this reader has no business.

        Raises:
            NietGevonden: there is none (any more), or not for this reader.
        """
        gemeente = await self._gemeente(betrokkene, binnen)
        return await self._kluis.lees(betrokkene, gemeente=gemeente, lezer=lezer, context=context)

    def verwerkingen(self) -> Sequence[Mapping[str, Any]]:
        """Return every reading of the vault, the oldest first. Blocks."""
        return self._kluis.logboek.regels()

    async def vernietig(self, betrokkene: UUID, context: Context, *, door: Rol | None, binnen: str | None) -> None:
        """Erase on request: first the bytes, then the fact.

        Raises:
            NietGevonden: there is nothing to erase, or not for who asks.
        """
        gemeente = await self._gemeente(betrokkene, binnen)
        if not await self._kluis.kent(betrokkene):
            raise NietGevonden(ONBEKEND)
        await self._kluis.vernietig(betrokkene, context)
        await self._ledger.run(
            lambda tx: self._dienst.vernietigd(tx, betrokkene, gemeente, reden="op verzoek", door=door), context
        )

    async def wis_opnieuw(self, regels: Sequence[Wisregel], context: Context) -> Mapping[str, int]:
        """Erase what the register says, after a copy was put back or a stop; return how much there was of each kind.

        Raises:
            StoreUnavailable: not finished; do it again.
        """
        eigen = [een for een in regels if een.soort == SOORT or (een.opslag == "dossierkluis" and een.soort == KLUIS)]
        genoemd = dict.fromkeys(een.betreft for een in eigen if een.betreft is not None)
        gewist = [await self._wis_opnieuw(betrokkene, context) for betrokkene in genoemd]
        return +Counter({SOORT: sum(gewist)})

    async def _wis_opnieuw(self, betrokkene: UUID, context: Context) -> bool:
        staat = await self._kluis.staat(betrokkene)
        if staat:
            await self._kluis.vernietig(betrokkene, context)
        rijen = await self._ledger.query(NOG_NIET_VERNIETIGD, (str(betrokkene),))
        if rijen:  # no fact where the vault took it in and the copy was made before the fact
            gemeente = str(rijen[0][0])
            await self._ledger.run(lambda tx: self._dienst.vernietigd(tx, betrokkene, gemeente, reden=ALSNOG), context)
        return staat or bool(rijen)

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

    async def _gemeente(self, betrokkene: UUID, binnen: str | None) -> str:
        rijen = await self._ledger.query(GEMEENTE, (str(betrokkene),))
        gemeente = str(rijen[0][0]) if rijen else ""
        if not gemeente or binnen not in (None, gemeente):
            raise NietGevonden(ONBEKEND)
        return gemeente
