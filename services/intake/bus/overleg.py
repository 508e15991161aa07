"""What intake hears of overleg: what became of a melding, for its reporter."""

from uuid import UUID

from services.intake.store.agendas import zet_op_agenda
from services.intake.store.melder import (
    SOORTEN_VAN_PUNT,
    bij_overleg,
    met_zin,
    onthoud_uit_overleg,
    zet_overlegmoment,
    zet_verzending,
)
from services.intake.voortgang import BESPROKEN, DOORGESCHOVEN, INGELICHT, OP_AGENDA, VERTROUWELIJK
from shared.bus import Event
from shared.contracts.overleg import (
    AgendapuntBesproken,
    AgendapuntDoorgeschoven,
    AgendapuntToegevoegd,
    MelderIngelicht,
    OverlegGepland,
    OverlegVerzet,
    OverlegVoorgesteld,
)
from shared.dienst import Handlers
from shared.ledger import Transaction

BRONNEN = ("overleg",)
Punt = AgendapuntToegevoegd | AgendapuntDoorgeschoven | AgendapuntBesproken | MelderIngelicht


def handlers() -> Handlers:
    """Each event that says something to a reporter. A confidential item is kept as that, and told to nobody."""

    def op_agenda(tx: Transaction, punt: AgendapuntToegevoegd, event: Event) -> None:
        soort = VERTROUWELIJK if punt.vertrouwelijk else OP_AGENDA
        _onthoud(tx, punt, soort, event, punt.overleg_id)
        for melding_id in punt.meldingen:
            tx.execute(*zet_op_agenda(punt.overleg_id, melding_id, event.place, vertrouwelijk=punt.vertrouwelijk))

    def doorgeschoven(tx: Transaction, punt: AgendapuntDoorgeschoven, event: Event) -> None:
        if _is_openbaar(tx, punt.agendapunt_id):
            _onthoud(tx, punt, DOORGESCHOVEN, event, punt.naar_overleg_id)

    def besproken(tx: Transaction, punt: AgendapuntBesproken, event: Event) -> None:
        if _is_openbaar(tx, punt.agendapunt_id):
            _onthoud(tx, punt, BESPROKEN, event, punt.overleg_id)
            for melding_id in punt.meldingen:
                tx.execute(*zet_verzending(melding_id, BESPROKEN, tx.op, event.correlatie, los=True))

    return {
        MelderIngelicht: _ingelicht,
        AgendapuntToegevoegd: op_agenda,
        AgendapuntDoorgeschoven: doorgeschoven,
        AgendapuntBesproken: besproken,
        OverlegGepland: _aangekondigd,
        OverlegVoorgesteld: _aangekondigd,
        OverlegVerzet: _verzet,
    }


def _ingelicht(tx: Transaction, punt: MelderIngelicht, event: Event) -> None:
    if _is_openbaar(tx, punt.agendapunt_id):
        _onthoud(tx, punt, INGELICHT, event, punt.overleg_id)
        for melding_id in punt.meldingen:
            tx.execute(*met_zin(_nummer(event, melding_id), punt.tekst))


def _aangekondigd(tx: Transaction, overleg: OverlegGepland | OverlegVoorgesteld, _: Event) -> None:
    tx.execute(*zet_overlegmoment(overleg.overleg_id, overleg.aanvang))


def _verzet(tx: Transaction, overleg: OverlegVerzet, _: Event) -> None:
    tx.execute(*zet_overlegmoment(overleg.overleg_id, overleg.naar))


def _is_openbaar(tx: Transaction, agendapunt_id: UUID) -> bool:
    soorten = {soort for (soort,) in tx.query(SOORTEN_VAN_PUNT, (str(agendapunt_id),))}
    return VERTROUWELIJK not in soorten


def _onthoud(tx: Transaction, punt: Punt, soort: str, event: Event, overleg_id: UUID) -> None:
    for melding_id in punt.meldingen:
        nummer = _nummer(event, melding_id)
        tx.execute(*onthoud_uit_overleg(nummer, melding_id, punt.agendapunt_id, soort, event.tijd))
        tx.execute(*bij_overleg(nummer, overleg_id))


def _nummer(event: Event, melding_id: UUID) -> str:
    return f"{event.id}:{melding_id}"
