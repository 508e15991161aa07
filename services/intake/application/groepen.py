"""Groups with a code: make one, withdraw one, and find the group of who comes with a code."""

import secrets
from datetime import datetime
from typing import Any
from uuid import UUID, uuid4

from services.intake import volgcode
from services.intake.application.dienst import Afzender
from services.intake.geheim import Geheim
from services.intake.groep import KANAAL, REGEL, Groep, Opzet, eis_opzet
from services.intake.store.groepen import ALLE_GROEPEN, GROEP_MET_ZEGEL, bewaar_groep, trek_groep_in
from shared.contracts.intake import GroepscodeGemaakt, GroepscodeIngetrokken
from shared.facts import Context, NietGevonden
from shared.ledger import Ledger, Transaction, from_iso, iso
from shared.profiel import Profielen


class Groepen:
    """The groups of an installation. A code is shown once, when it is made; only its seal is kept."""

    def __init__(self, ledger: Ledger, geheim: Geheim, profielen: Profielen) -> None:
        self._ledger, self._geheim, self._profielen = ledger, geheim, profielen

    async def maak(self, opzet: Opzet, gemeente: str | None, context: Context) -> str:
        """Make a group and give its code.

        Raises:
            OngeldigeInvoer: every field that must change.
        """
        profiel = self._profielen.van(gemeente) if gemeente else self._profielen.voor_locatie(opzet.locatie)
        profiel = eis_opzet(opzet, profiel)
        code, groep_id = volgcode.maak(secrets.token_bytes(volgcode.TOEVAL)), uuid4()
        plek = (profiel.gemeente.code, opzet.locatie)

        def use_case(tx: Transaction) -> None:
            feit = GroepscodeGemaakt(gemeente=plek[0], locatie=plek[1], groep_id=groep_id, kanaal=KANAAL, regel=REGEL)
            tx.append(groep_id, feit)
            waar = (*plek, opzet.gebied, opzet.plaats)
            tx.execute(*bewaar_groep(self._zegel(code), str(groep_id), opzet.naam.strip(), *waar, iso(tx.op)))

        await self._ledger.run(use_case, context)
        return code

    async def trek_in(self, groep_id: UUID, context: Context) -> None:
        """Withdraw a code, from now on; a second time changes nothing.

        Raises:
            NietGevonden: there is no such group.
        """

        def use_case(tx: Transaction) -> None:
            feiten = tx.facts(groep_id)
            if not feiten or not isinstance(feiten[0], GroepscodeGemaakt):
                raise NietGevonden("Deze groep kennen we niet. Bekijk de lijst.")
            if len(feiten) == 1:
                plek = {"gemeente": feiten[0].gemeente, "locatie": feiten[0].locatie}
                tx.append(groep_id, GroepscodeIngetrokken(**plek, groep_id=groep_id))
                tx.execute(*trek_groep_in(str(groep_id), iso(tx.op)))

        await self._ledger.run(use_case, context)

    async def alle(self) -> list[Groep]:
        """List the groups, the newest first."""
        return [_groep(rij) for rij in await self._ledger.query(ALLE_GROEPEN)]

    async def met_code(self, getypt: str) -> Groep:
        """Find the group of a code, however it was typed.

        Raises:
            NietGevonden: no group has it (any more); which of the two is not told.
        """
        rijen = await self._ledger.query(GROEP_MET_ZEGEL, (self._zegel(getypt),))
        if not rijen:
            raise NietGevonden("Deze code werkt niet (meer). Vraag een nieuwe aan wie u de code gaf.")
        return _groep(rijen[0])

    def _zegel(self, code: str) -> str:
        return self._geheim.zegel_van_groepscode(volgcode.lees(code))


def afzender(groep: Groep) -> Afzender:
    """Who sends: the group, which is no member of staff."""
    return Afzender(f"groep:{groep.id}")


def _groep(rij: tuple[Any, ...]) -> Groep:
    groep_id, naam, gemeente, locatie, gebied, plaats, gemaakt, ingetrokken = rij
    tot: datetime | None = from_iso(ingetrokken) if ingetrokken else None
    return Groep(UUID(groep_id), Opzet(naam, locatie, gebied, plaats), gemeente, from_iso(gemaakt), tot)
