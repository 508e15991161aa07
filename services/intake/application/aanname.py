"""Taking a melding with contact details: those go into the vault first, and out again if the melding is not taken."""

from uuid import UUID

from services.intake.application.dienst import IEDEREEN, Afzender, Herkomst, Intakedienst, Ontvangst, UseCase
from services.intake.application.lezen import Gelezen
from services.intake.bereik import Terugkoppeling
from services.intake.kluis import Contact, Kluis
from services.intake.opgave import MeldingOpgave
from services.intake.store import bewaar_contactnummer
from shared.facts import Context, Rejected
from shared.ledger import Ledger, Transaction


class Aanname:
    """What every door uses that lets people say how they can be reached.

    Whoever stops in between leaves a contact that belongs to no melding: the job for retention destroys it.
    """

    def __init__(self, dienst: Intakedienst, kluis: Kluis, ledger: Ledger) -> None:
        self._dienst, self._kluis, self._ledger = dienst, kluis, ledger

    async def neem(
        self,
        gelezen: Gelezen[MeldingOpgave],
        context: Context,
        afzender: Afzender = IEDEREEN,
        *,
        verzoek: Herkomst | None = None,
    ) -> Ontvangst:
        """Take a melding, as `Intakedienst.ontvang`.

        Raises:
            OngeldigeInvoer, AndereInhoud: as there; nothing is kept, of the contact details neither.
        """
        use_case = self._dienst.ontvang(gelezen, afzender, verzoek=verzoek)
        gevraagd = gelezen.opgave.terugkoppeling
        if gevraagd is None or not gevraagd.gevraagd or gelezen.bezwaren:
            return await self._ledger.run(use_case, context)
        return await self._met_contact(use_case, gevraagd, context)

    async def _met_contact(self, use_case: UseCase, gevraagd: Terugkoppeling, context: Context) -> Ontvangst:
        contact_id = await self._kluis.bewaar(Contact(gevraagd.email, gevraagd.telefoon), context)
        try:
            ontvangst = await self._ledger.run(_met_nummer(use_case, contact_id), context)
        except Rejected:
            await self._kluis.vernietig(contact_id, context, schrob=False)
            raise
        if not ontvangst.nieuw:
            await self._kluis.vernietig(contact_id, context, schrob=False)
        return ontvangst


def _met_nummer(use_case: UseCase, contact_id: UUID) -> UseCase:
    def met_nummer(tx: Transaction) -> Ontvangst:
        ontvangst = use_case(tx)
        if ontvangst.nieuw:
            tx.execute(*bewaar_contactnummer(ontvangst.melding_id, contact_id))
        return ontvangst

    return met_nummer
