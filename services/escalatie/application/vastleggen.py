"""Recording with an escalation what changed about its reason."""

from typing import Any
from uuid import UUID

from services.escalatie.drempels.herziening import Herziening, uitleg
from services.escalatie.staat import Status, given
from shared.contracts.escalatie import DrempelHerzien
from shared.ledger import Transaction
from shared.profiel import Drempel


def leg_vast(tx: Transaction, drempel: Drempel, escalatie_id: UUID, wat: Herziening, door_feit: str) -> bool:
    """Record that it was counted again, unless the escalation has ended; say whether it was recorded."""
    vervallen = (wat.moment.feit,) if wat.moment else ()
    anders = {"vervallen": vervallen, "telling": wat.telling, "nog_overschreden": wat.nog_overschreden}
    return herzie(
        tx, drempel, escalatie_id, door_feit=door_feit, oorzaak=wat.oorzaak, uitleg=uitleg(wat, drempel), **anders
    )


def herzie(tx: Transaction, drempel: Drempel, escalatie_id: UUID, **wat: Any) -> bool:
    """Record what changed, unless the escalation has ended. `wat`: the fields of the fact that say it."""
    escalatie = given(tx.facts(escalatie_id))
    if escalatie is None or escalatie.status is Status.GESLOTEN:
        return False
    feit = DrempelHerzien(
        gemeente=escalatie.gemeente,
        locatie=escalatie.locatie,
        escalatie_id=escalatie_id,
        drempel=drempel.code,
        regel=drempel.regel,
        grens=drempel.grens,
        **wat,
    )
    tx.append(escalatie_id, feit)
    return True
