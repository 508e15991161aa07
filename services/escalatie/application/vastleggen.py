"""Recording with an escalation what changed about its reason."""

from uuid import UUID

from services.escalatie.drempels.herziening import Herziening, uitleg
from services.escalatie.staat import Status, given
from shared.contracts.escalatie import DrempelHerzien
from shared.ledger import Transaction
from shared.profiel import Drempel


def leg_vast(tx: Transaction, drempel: Drempel, escalatie_id: UUID, wat: Herziening, door_feit: str) -> bool:
    """Record it, unless the escalation has ended; say whether it was recorded."""
    escalatie = given(tx.facts(escalatie_id))
    if escalatie is None or escalatie.status is Status.GESLOTEN:
        return False
    feit = DrempelHerzien(
        gemeente=escalatie.gemeente,
        locatie=escalatie.locatie,
        escalatie_id=escalatie_id,
        drempel=drempel.code,
        regel=drempel.regel,
        oorzaak=wat.oorzaak,
        door_feit=door_feit,
        vervallen=(wat.moment.feit,) if wat.moment else (),
        telling=wat.telling,
        grens=drempel.grens,
        nog_overschreden=wat.nog_overschreden,
        uitleg=uitleg(wat, drempel),
    )
    tx.append(escalatie_id, feit)
    return True
