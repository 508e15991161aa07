"""Everything that rapportage answers and publishes, on one ledger."""

from dataclasses import dataclass

from services.rapportage.application.dienst import Rapportagedienst
from services.rapportage.application.evalueren import Evaluatiedienst
from services.rapportage.application.indicatoren import Indicatorendienst
from services.rapportage.application.raad import Raadsdienst
from services.rapportage.application.sinds import Sindsdienst
from services.rapportage.application.uitgeven import Uitgever
from services.rapportage.application.verloop import Verloopdienst
from services.rapportage.application.verslagen import Verslagdienst
from shared.ledger import Ledger
from shared.profiel import Profielen
from shared.web.stroom import Stroom


@dataclass(frozen=True)
class Toepassing:
    """What the doors receive."""

    dienst: Rapportagedienst
    uitgever: Uitgever
    verloop: Verloopdienst
    evaluatie: Evaluatiedienst
    indicatoren: Indicatorendienst
    stroom: Stroom
    """Rings for open pages when something was taken in."""
    verslagen: Verslagdienst
    raad: Raadsdienst
    sinds: Sindsdienst


def op(ledger: Ledger, profielen: Profielen) -> Toepassing:
    """Put it together."""
    verloop, dienst = Verloopdienst(ledger), Rapportagedienst(ledger, profielen)
    stroom = Stroom(dienst.stand)
    ledger.on_commit(stroom.luid)
    uitgever = Uitgever(ledger)
    evaluatie, indicatoren = Evaluatiedienst(ledger, verloop), Indicatorendienst(ledger, profielen)
    return Toepassing(
        dienst,
        uitgever,
        verloop,
        evaluatie,
        indicatoren,
        stroom,
        Verslagdienst(evaluatie, indicatoren),
        Raadsdienst(uitgever, indicatoren, evaluatie),
        Sindsdienst(ledger),
    )
