"""Ending what has been calm."""

from datetime import timedelta
from uuid import UUID

from services.escalatie.escalatie import ontbrekende_stappen
from services.escalatie.staat import Status, given
from services.escalatie.store.rust import rust_rij, rust_weg
from shared.contracts.escalatie import EscalatieGesloten
from shared.ledger import Transaction

DOOR, UITKOMST = "klok", "rustig-gebleven"


def kalmeer(tx: Transaction, escalatie_id: UUID, rust: timedelta) -> None:
    """End an escalation that somebody took on and to which nothing was added; otherwise look again later."""
    escalatie = given(tx.facts(escalatie_id))
    if escalatie is None or escalatie.status is Status.GESLOTEN:
        tx.execute(*rust_weg(escalatie_id))
    elif ontbrekende_stappen(escalatie):
        tx.execute(*rust_rij(escalatie_id, tx.op + rust, rust, tx.context))
    else:
        einde = EscalatieGesloten(
            gemeente=escalatie.gemeente,
            locatie=escalatie.locatie,
            escalatie_id=escalatie_id,
            door=DOOR,
            uitkomst=UITKOMST,
        )
        tx.append(escalatie_id, einde)
        tx.execute(*rust_weg(escalatie_id))
