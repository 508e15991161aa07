"""What overleg hears on the bus."""

from services.overleg.application import Overlegdienst
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

    def stel_voor(tx: Transaction, escalatie: EscalatieGeopend, _: Event) -> None:
        dienst.stel_voor(tx, escalatie)

    return {MeldingOntvangen: agendeer, IncidentGemeld: agendeer, EscalatieGeopend: stel_voor}
