"""What intake hears of overleg: what became of a melding, for its reporter."""

from uuid import UUID

from services.intake.store.agendas import zet_op_agenda
from services.intake.store.melder import SOORTEN_VAN_PUNT, onthoud_uit_overleg, zet_verzending
from services.intake.voortgang import BESPROKEN, DOORGESCHOVEN, OP_AGENDA, VERTROUWELIJK
from shared.bus import Event
from shared.contracts.overleg import AgendapuntBesproken, AgendapuntDoorgeschoven, AgendapuntToegevoegd
from shared.dienst import Handlers
from shared.ledger import Transaction

BRONNEN = ("overleg",)


def handlers() -> Handlers:
    """Each event that says something to a reporter. A confidential item is kept as that, and told to nobody."""

    def op_agenda(tx: Transaction, punt: AgendapuntToegevoegd, event: Event) -> None:
        _onthoud(tx, punt.agendapunt_id, punt.meldingen, VERTROUWELIJK if punt.vertrouwelijk else OP_AGENDA, event)
        for melding_id in punt.meldingen:
            tx.execute(*zet_op_agenda(punt.overleg_id, melding_id, event.place, vertrouwelijk=punt.vertrouwelijk))

    def doorgeschoven(tx: Transaction, punt: AgendapuntDoorgeschoven, event: Event) -> None:
        if _is_openbaar(tx, punt.agendapunt_id):
            _onthoud(tx, punt.agendapunt_id, punt.meldingen, DOORGESCHOVEN, event)

    def besproken(tx: Transaction, punt: AgendapuntBesproken, event: Event) -> None:
        if _is_openbaar(tx, punt.agendapunt_id):
            _onthoud(tx, punt.agendapunt_id, punt.meldingen, BESPROKEN, event)
            for melding_id in punt.meldingen:
                tx.execute(*zet_verzending(melding_id, BESPROKEN, tx.op, event.correlatie, los=True))

    return {AgendapuntToegevoegd: op_agenda, AgendapuntDoorgeschoven: doorgeschoven, AgendapuntBesproken: besproken}


def _is_openbaar(tx: Transaction, agendapunt_id: UUID) -> bool:
    soorten = {soort for (soort,) in tx.query(SOORTEN_VAN_PUNT, (str(agendapunt_id),))}
    return VERTROUWELIJK not in soorten


def _onthoud(tx: Transaction, punt_id: UUID, meldingen: tuple[UUID, ...], soort: str, event: Event) -> None:
    for melding_id in meldingen:
        tx.execute(*onthoud_uit_overleg(f"{event.id}:{melding_id}", melding_id, punt_id, soort, event.tijd))
