"""What escalatie hears on the bus."""

from services.escalatie.application.weging import Weging
from services.escalatie.drempels.telling import Waarneming
from shared.bus import Event
from shared.contracts.intake import IncidentGemeld, IncidentGeweigerd, MeldingOntvangen
from shared.dienst import Handlers
from shared.ledger import Transaction

BRONNEN = ("intake", "overleg")


def handlers(weging: Weging) -> Handlers:
    """Each event that escalatie acts on, and the use case."""

    def weeg(tx: Transaction, waarneming: Waarneming, event: Event) -> None:
        weging.weeg(tx, waarneming, event.id)

    def weeg_weigering(tx: Transaction, weigering: IncidentGeweigerd, event: Event) -> None:
        weging.weeg_weigering(tx, weigering, event.id)

    return {MeldingOntvangen: weeg, IncidentGemeld: weeg, IncidentGeweigerd: weeg_weigering}
