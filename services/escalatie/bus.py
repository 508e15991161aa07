"""What escalatie hears on the bus."""

from services.escalatie.application.signaleren import Signalering
from services.escalatie.application.weging import Weging
from services.escalatie.drempels.telling import Waarneming
from services.escalatie.signalen import Alsnog, Gemist
from services.escalatie.voorval import Wijziging
from shared.bus import Event
from shared.contracts.intake import (
    CoaBerichtAfgehandeld,
    DoorzettingGemist,
    IncidentGemeld,
    IncidentGeweigerd,
    LocatieHoorbaar,
    LocatieStil,
    MeldingDoorgezet,
    MeldingGeclassificeerd,
    MeldingGecorrigeerd,
    MeldingGekoppeld,
    MeldingHeropend,
    MeldingIngetrokken,
    MeldingOntkoppeld,
    MeldingOntvangen,
)
from shared.contracts.overleg import (
    AfspraakNagekomen,
    AfspraakTeLaat,
    AfspraakVervallen,
    AfspraakVerzet,
    AgendaGemist,
    MaatregelIngetrokken,
    MaatregelLooptAf,
    MaatregelVerlengd,
    MaatregelVerlopen,
)
from shared.dienst import Handlers
from shared.ledger import Transaction

BRONNEN = ("intake", "overleg")


_WIJZIGINGEN = (MeldingGeclassificeerd, MeldingGecorrigeerd, MeldingIngetrokken, MeldingHeropend)
_GEMIST = (DoorzettingGemist, LocatieStil, AgendaGemist, AfspraakTeLaat, MaatregelLooptAf)
_ALSNOG = (
    *(LocatieHoorbaar, MeldingDoorgezet, AfspraakNagekomen, AfspraakVervallen, AfspraakVerzet),
    *(MaatregelVerlengd, MaatregelIngetrokken, MaatregelVerlopen),
)


def handlers(weging: Weging, signalering: Signalering) -> Handlers:
    """Each event that escalatie acts on, and the use case."""
    return {**_over_meldingen(weging), **_over_wat_uitbleef(signalering)}


def _over_meldingen(weging: Weging) -> Handlers:
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

    def handel_weigering_af(tx: Transaction, klaar: CoaBerichtAfgehandeld, event: Event) -> None:
        weging.handel_weigering_af(tx, klaar, event.id)

    return {
        MeldingOntvangen: weeg,
        IncidentGemeld: weeg,
        **dict.fromkeys(_WIJZIGINGEN, wijzig),
        MeldingGekoppeld: koppel,
        MeldingOntkoppeld: ontkoppel,
        IncidentGeweigerd: weeg_weigering,
        CoaBerichtAfgehandeld: handel_weigering_af,
    }


def _over_wat_uitbleef(signalering: Signalering) -> Handlers:
    def gemist(tx: Transaction, fact: Gemist, event: Event) -> None:
        signalering.weeg(tx, fact, event.id)

    def alsnog(tx: Transaction, fact: Alsnog, event: Event) -> None:
        signalering.los_op(tx, fact, event.id)

    return {**dict.fromkeys(_GEMIST, gemist), **dict.fromkeys(_ALSNOG, alsnog)}
