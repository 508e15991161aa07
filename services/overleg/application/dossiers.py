"""That a betrokkene stands in the vault, and until when: facts without the reference itself."""

from datetime import datetime, timedelta
from uuid import UUID

from services.overleg.store import maatregelvragen as vragen
from services.overleg.store.dossierrijen import dossier_id
from shared.contracts.elk import GegevensVernietigd
from shared.contracts.overleg import BetrokkeneVastgelegd, BewaartermijnVerlengd
from shared.ledger import Transaction, from_iso
from shared.profiel import Profielen

BEWAREN = timedelta(days=365)
SOORT = "dossierverwijzing"


class Dossierdienst:
    """The use cases of the vault's terms."""

    def __init__(self, profielen: Profielen) -> None:
        self.profielen = profielen

    def leg_vast(self, tx: Transaction, betrokkene: UUID, gemeente: str) -> None:
        """Record that there is an entry; once."""
        if not tx.facts(dossier_id(betrokkene)):
            tot = tx.op + self._bewaren(gemeente)
            feit = BetrokkeneVastgelegd(gemeente=gemeente, betrokkene=betrokkene, bewaren_tot=tot)
            tx.append(dossier_id(betrokkene), feit)

    def te_bewaren_tot(self, tx: Transaction, betrokkene: UUID, gemeente: str) -> datetime | None:
        """Until when it must stay because of measures; None: it can go now."""
        rijen = tx.query(*vragen.einden_van(betrokkene))
        einden = [
            from_iso(ingetrokken or eindigt) if ingetrokken or eindigt else tx.op for ingetrokken, eindigt in rijen
        ]
        tot = max(einden) + self._bewaren(gemeente) if einden else tx.op
        return tot if tot > tx.op else None

    def verleng(self, tx: Transaction, betrokkene: UUID, gemeente: str, tot: datetime) -> None:
        """Keep it longer."""
        tx.follow(dossier_id(betrokkene))
        feit = BewaartermijnVerlengd(gemeente=gemeente, betrokkene=betrokkene, bewaren_tot=tot)
        tx.append(dossier_id(betrokkene), feit)

    def vernietigd(
        self, tx: Transaction, betrokkene: UUID, gemeente: str, *, reden: str, door: str | None = None
    ) -> None:
        """Record that it is gone."""
        tx.follow(dossier_id(betrokkene))
        feit = GegevensVernietigd(
            gemeente=gemeente, soort=SOORT, reden=reden, betreft=betrokkene, door=door, regel="LVS-2.2"
        )
        tx.append(dossier_id(betrokkene), feit)

    def _bewaren(self, gemeente: str) -> timedelta:
        regels = self.profielen.van(gemeente).dossierkluis
        return regels.bewaren if regels else BEWAREN
