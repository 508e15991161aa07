"""What escalatie hears on the bus."""

from services.escalatie.application.weging import Weging
from services.escalatie.drempels.telling import Waarneming
from services.escalatie.voorval import Wijziging
from shared.bus import Event
from shared.contracts.intake import (
    IncidentGemeld,
    IncidentGeweigerd,
    MeldingGeclassificeerd,
    MeldingGecorrigeerd,
    MeldingGekoppeld,
    MeldingHeropend,
    MeldingIngetrokken,
    MeldingOntkoppeld,
    MeldingOntvangen,
)
from shared.dienst import Handlers
from shared.ledger import Transaction

BRONNEN = ("intake", "overleg")


def handlers(weging: Weging) -> Handlers:
    """Each event that escalatie acts on, and the use case."""

    def weeg(tx: Transaction, waarneming: Waarneming, event: Event) -> None:
        weging.weeg(tx, waarneming, event.id)

    def wijzig(tx: Transaction, wijziging: Wijziging, event: Event) -> None:
        weging.wijzig(tx, wijziging, event.id)

    def koppel(tx: Transaction, koppeling: MeldingGekoppeld, event: Event) -> None:
        weging.koppel(tx, koppeling, event.id)

    def ontkoppel(tx: Transaction, koppeling: MeldingOntkoppeld, event: Event) -> None:
        weging.ontkoppel(tx, koppeling, event.id)

    def weeg_weigering(tx: Transaction, weigering: IncidentGeweigerd, event: Event) -> None:
        weging.weeg_weigering(tx, weigering, event.id)

    wijzigingen = (MeldingGeclassificeerd, MeldingGecorrigeerd, MeldingIngetrokken, MeldingHeropend)
    return {
        MeldingOntvangen: weeg,
        IncidentGemeld: weeg,
        **dict.fromkeys(wijzigingen, wijzig),
        MeldingGekoppeld: koppel,
        MeldingOntkoppeld: ontkoppel,
        IncidentGeweigerd: weeg_weigering,
    }
