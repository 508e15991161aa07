"""Erasing again what the register says: after a copy was put back that holds it, or a stop halfway through."""

from collections import Counter
from collections.abc import Mapping, Sequence
from uuid import UUID

from services.intake.application.bewaren import Bewaarder
from services.intake.application.contacten import Contacten
from services.intake.application.quarantaine import Quarantaine
from services.intake.application.schoonmaak import Schoonmaak
from services.intake.application.verbergen import wis_tekst
from services.intake.kluis import Kluis
from services.intake.store.contactnummers import MELDING_VAN
from services.intake.store.tekstregister import STAND_VAN_TEKST
from shared.facts import Context
from shared.ledger import Ledger, Transaction
from shared.wisregister import KLUIS, Wisregel

REDEN = "alsnog gewist, na een onderbreking of het terugzetten van een kopie"
REGEL = "AVG-17"


class WisOpnieuw:
    """Does what the register says, and what is over its term by now; once more is harmless."""

    def __init__(
        self,
        ledger: Ledger,
        kluis: Kluis,
        contacten: Contacten,
        quarantaine: Quarantaine,
        bewaarder: Bewaarder,
        schoonmaak: Schoonmaak,
    ) -> None:
        self._ledger, self._kluis, self._contacten = ledger, kluis, contacten
        self._quarantaine, self._bewaarder, self._schoonmaak = quarantaine, bewaarder, schoonmaak

    async def __call__(self, regels: Sequence[Wisregel], context: Context) -> Mapping[str, int]:
        """Erase, leave no bytes, and return how much there was of each kind.

        Codes have no line of their own in the register: they go by their term, as they did before.

        Raises:
            StoreUnavailable: not finished; do it again.
        """
        gewist: Counter[str] = Counter()
        for regel in regels:
            gewist[regel.soort] += await self._wis(regel, context)
        gewist["contact"] += await self._leg_vast([regel.betreft for regel in regels if regel.soort == KLUIS], context)
        gewist.update(await self._bewaarder.wis(context))
        await self._schoonmaak.schrob_nu()
        return +gewist

    async def _leg_vast(self, nummers: Sequence[UUID | None], context: Context) -> int:
        """Record what is out of the vault already, where nobody came to that any more."""
        vastgelegd = 0
        for nummer in nummers:
            for (melding_id,) in await self._ledger.query(MELDING_VAN, (str(nummer),)):
                vastgelegd += await self._contacten.wis(UUID(melding_id), reden=REDEN, context=context)
        return vastgelegd

    async def _wis(self, regel: Wisregel, context: Context) -> bool:
        match regel:
            case Wisregel(opslag="kluis", soort=soort, betreft=nummer) if soort == KLUIS and nummer is not None:
                return await self._kluis.vernietig_als_het_er_is(nummer, context)
            case Wisregel(opslag="intake", zegel=str()):
                return await self._ledger.run(lambda tx: _tekst(tx, regel), context)
            case Wisregel(opslag="intake", soort="contact", betreft=melding_id) if melding_id is not None:
                return await self._contacten.wis(melding_id, reden=REDEN, context=context)
            case Wisregel(opslag="intake", soort="coa-quarantaine", betreft=apart_id) if apart_id is not None:
                return await self._ledger.run(self._quarantaine.vernietig(apart_id, REDEN), context)
        return False


def _tekst(tx: Transaction, regel: Wisregel) -> bool:
    """Erase the whole of a text that is otherwise than it was left: which words were masked in it stands nowhere."""
    zegel = regel.zegel or ""
    rijen = tx.query(STAND_VAN_TEKST, (zegel,))
    if not rijen or regel.betreft is None:
        return False
    gewist, nieuw_zegel = rijen[0]
    if gewist or nieuw_zegel == regel.nieuw_zegel:
        return False
    wis_tekst(tx, regel.betreft, zegel, reden=REDEN, regel=REGEL)
    return True
