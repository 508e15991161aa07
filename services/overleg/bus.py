"""What overleg hears on the bus."""

from typing import get_args

from services.overleg.application import Overlegdienst
from services.overleg.store.meldingen import Wijziging
from shared.bus import Event
from shared.contracts.escalatie import EscalatieGeopend
from shared.contracts.intake import IncidentGemeld, MeldingOntvangen
from shared.dienst import Handlers
from shared.ledger import Transaction

BRONNEN = ("intake", "escalatie")


def handlers(dienst: Overlegdienst) -> Handlers:
    """Each event that overleg acts on, and the use case."""

    def agendeer(tx: Transaction, melding: MeldingOntvangen | IncidentGemeld, event: Event) -> None:
        dienst.agendeer(tx, melding, event.tijd)

    def werk_bij(tx: Transaction, wijziging: Wijziging, event: Event) -> None:
        dienst.werk_bij(tx, wijziging, event.place, event.tijd)

    def stel_voor(tx: Transaction, escalatie: EscalatieGeopend, _: Event) -> None:
        dienst.stel_voor(tx, escalatie)

    vast: Handlers = {MeldingOntvangen: agendeer, IncidentGemeld: agendeer, EscalatieGeopend: stel_voor}
    return {**vast, **dict.fromkeys(get_args(Wijziging), werk_bij)}
