"""What people do with a rota, whichever door they come by: look, stand in, swap, take over a calendar."""

from datetime import datetime, timedelta
from uuid import UUID, uuid4

from services.escalatie.application.ical import lees
from services.escalatie.application.piket import Piketboek, Piketdienst, Roosterstand
from services.escalatie.piket import Stuk
from services.escalatie.weigeringen import WelkeGemeente
from shared.facts import Context
from shared.ledger import Ledger
from shared.profiel import Profiel, Profielen

AGENDA = timedelta(days=366)


class Piketbalie:
    """The rota as the doors use it."""

    def __init__(self, ledger: Ledger, profielen: Profielen) -> None:
        self._ledger, self._profielen = ledger, profielen
        self._boek, self._dienst = Piketboek(ledger, profielen), Piketdienst()

    def profiel(self, gemeente: str | None) -> Profiel:
        """Give the profile of a municipality, or the only one.

        Raises:
            NietGevonden: it is not served here. WelkeGemeente: there are several.
        """
        if gemeente:
            return self._profielen.van(gemeente)
        enige = self._profielen.enige()
        if enige is None:
            raise WelkeGemeente
        return enige

    async def stand(self, profiel: Profiel, rol: str, van: datetime, tot: datetime) -> Roosterstand:
        """Give who has duty at `van`, and until `tot`."""
        return await self._boek.stand(profiel, rol, van, tot)

    async def standen(self, van: datetime, tot: datetime, gemeente: str | None) -> list[Roosterstand]:
        """Give every rota that somebody may see."""
        return await self._boek.standen(van, tot, gemeente)

    async def wijzig(self, profiel: Profiel, rol: str, stuk: Stuk, context: Context, *, door: str) -> None:
        """Let a seat take a stretch."""
        stukken = {uuid4(): stuk}
        await self._ledger.run(lambda tx: self._dienst.wijzig(tx, profiel, rol, stukken, door=door), context)

    async def ruil(self, profiel: Profiel, rol: str, een: Stuk, ander: Stuk, context: Context, *, door: str) -> None:
        """Let two seats take each other's stretch."""
        ruil_id = uuid4()
        await self._ledger.run(
            lambda tx: self._dienst.ruil(tx, profiel, rol, een, ander, ruil_id=ruil_id, door=door), context
        )

    async def laat_vervallen(
        self, profiel: Profiel, rol: str, wijziging_id: UUID, context: Context, *, door: str
    ) -> None:
        """Take a change back."""
        await self._ledger.run(
            lambda tx: self._dienst.laat_vervallen(tx, profiel, rol, wijziging_id, door=door), context
        )

    async def importeer(
        self, profiel: Profiel, rol: str, agenda: bytes, context: Context, *, door: str
    ) -> tuple[int, int]:
        """Take over a calendar, all of it or nothing; give how many were new and how many known."""
        gelezen = lees(agenda, rol=rol, zone=profiel.zone, van=context.op, tot=context.op + AGENDA)
        stukken = {een.id: een.stuk for een in gelezen}
        nieuw = await self._ledger.run(
            lambda tx: self._dienst.wijzig(tx, profiel, rol, stukken, door=door, soort="agenda"), context
        )
        return nieuw, len(stukken) - nieuw
