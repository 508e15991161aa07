"""Wiring only."""

from functools import partial

from services.rapportage import api, paginas
from services.rapportage.application import op
from services.rapportage.application.eigen_stand import EigenStand
from services.rapportage.bus import BRONNEN, raw
from services.rapportage.gezondheid import Gezondheid
from services.rapportage.paginas.taken import Rapportagetaken
from services.rapportage.store import LOGBOEK, PUBLICATIES, herbouw, schik, verschillen
from shared.bus import QUARANTAINE
from shared.contracts.elk import GegevensVernietigd, ProfielVastgesteld
from shared.contracts.rapportage import CijfersGepubliceerd
from shared.dienst import Dienst, Omgeving
from shared.ledger import Ledger, open_ledger
from shared.voortgang import Voortgang, stil

FACTS = (ProfielVastgesteld, GegevensVernietigd, CijfersGepubliceerd)


def open_boek(opslag: str, voortgang: Voortgang = stil) -> Ledger:
    """Open the ledger of rapportage with its log and its views, in the shape of this version."""
    tabellen = (LOGBOEK, QUARANTAINE)
    ledger = open_ledger(opslag, "rapportage", FACTS, views=(PUBLICATIES,), tables=tabellen, voortgang=voortgang)
    schik(ledger, voortgang)
    return ledger


def bouw(omgeving: Omgeving, *, gezondheid: Gezondheid | None = None) -> Dienst:
    """Put rapportage together; without `gezondheid` its page for operators shows rapportage alone."""
    ledger = open_boek(omgeving.instellingen.opslag, omgeving.voortgang)
    toepassing = op(ledger, omgeving.profielen)
    return Dienst(
        naam="rapportage",
        ledger=ledger,
        api=api.router(toepassing, omgeving.klok),
        paginas=paginas.router(toepassing, omgeving.klok, gezondheid or EigenStand(ledger)),
        sources=BRONNEN,
        raw=raw,
        herbouw=partial(herbouw, ledger),
        verschillen=partial(verschillen, ledger),
        taken=Rapportagetaken(toepassing.dienst, toepassing.uitgever),
        bij_stoppen=toepassing.stroom.stop,
    )
