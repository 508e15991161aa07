"""Everything that rapportage answers and publishes, on one ledger."""

from dataclasses import dataclass

from services.rapportage.application.dienst import Rapportagedienst
from services.rapportage.application.evalueren import Evaluatiedienst
from services.rapportage.application.indicatoren import Indicatorendienst
from services.rapportage.application.uitgeven import Uitgever
from services.rapportage.application.verloop import Verloopdienst
from shared.ledger import Ledger
from shared.profiel import Profielen


@dataclass(frozen=True)
class Toepassing:
    """What the doors receive."""

    dienst: Rapportagedienst
    uitgever: Uitgever
    verloop: Verloopdienst
    evaluatie: Evaluatiedienst
    indicatoren: Indicatorendienst


def op(ledger: Ledger, profielen: Profielen) -> Toepassing:
    """Put it together."""
    verloop = Verloopdienst(ledger)
    return Toepassing(
        Rapportagedienst(ledger, profielen),
        Uitgever(ledger),
        verloop,
        Evaluatiedienst(ledger, verloop),
        Indicatorendienst(ledger, profielen),
    )
