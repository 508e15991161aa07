"""Reading and erasing the contact details of one melding."""

from uuid import UUID

from services.intake.application.schoonmaak import schrob_straks
from services.intake.kluis import WISGRONDEN, Contact, Doel, Kluis, Lezer, Wisgrond
from services.intake.store import CONTACT_VAN, wis_contactnummer
from shared.contracts.elk import GegevensVernietigd
from shared.facts import Context, NietGevonden
from shared.ledger import Ledger, Transaction

REGEL = "AVG-5.1e"
NIETS = "Deze melder liet geen contactgegevens achter, of ze zijn gewist."


class Contacten:
    """The vault, by melding."""

    def __init__(self, kluis: Kluis, ledger: Ledger) -> None:
        self._kluis, self._ledger = kluis, ledger

    async def nummer(self, melding_id: UUID) -> UUID | None:
        """Return under which number the vault holds this reporter; None: not, or not any more."""
        rijen = await self._ledger.query(CONTACT_VAN, (str(melding_id),))
        return UUID(rijen[0][0]) if rijen else None

    async def lees(self, melding_id: UUID, *, gemeente: str, doel: Doel, lezer: Lezer, context: Context) -> Contact:
        """Read how to reach the reporter; the logbook has a line about it first.

        Raises:
            NietGevonden: there is nothing, or not any more. StoreUnavailable: not now.
        """
        contact_id = await self.nummer(melding_id)
        if contact_id is None:
            raise NietGevonden(NIETS)
        return await self._kluis.lees(contact_id, gemeente=gemeente, doel=doel, lezer=lezer, context=context)

    async def laat_wissen(
        self, melding_id: UUID, *, gemeente: str, grond: Wisgrond, lezer: Lezer, context: Context
    ) -> None:
        """Erase for a reporter who cannot do it with the code. By the melding alone: nobody is looked up by address.

        Raises:
            NietGevonden: there is nothing, or not any more. StoreUnavailable: not now.
        """
        contact_id = await self.nummer(melding_id)
        if contact_id is None:
            raise NietGevonden(NIETS)
        await self._kluis.laat_wissen(contact_id, gemeente=gemeente, lezer=lezer, context=context)
        await self.wis(melding_id, reden=WISGRONDEN[grond], context=context, door=lezer.rol)

    async def wis(self, melding_id: UUID, *, reden: str, context: Context, door: str | None = None) -> bool:
        """Destroy key and contact first, and record it then: a stop in between does it again. False: nothing there."""
        contact_id = await self.nummer(melding_id)
        if contact_id is None:
            return False
        await self._kluis.vernietig(contact_id, context, schrob=False)
        await self._ledger.run(lambda tx: _vernietigd(tx, melding_id, reden, door), context)
        return True


def _vernietigd(tx: Transaction, melding_id: UUID, reden: str, door: str | None) -> None:
    if not tx.query(CONTACT_VAN, (str(melding_id),)):
        return
    melding = tx.facts(melding_id)[0]
    feit = GegevensVernietigd(
        gemeente=melding.gemeente,
        locatie=melding.locatie,
        soort="contact",
        reden=reden,
        betreft=melding_id,
        door=door,
        regel=REGEL,
    )
    tx.append(melding_id, feit)
    tx.execute(*wis_contactnummer(melding_id))
    schrob_straks(tx)
