"""The pages of intake."""

from fastapi import APIRouter

from services.intake.application import Behandeling, Gelijkenissen, Intakedienst, Inzage, Verband
from services.intake.application.groepen import Groepen
from services.intake.application.herkenning import Herkenning
from services.intake.application.melderkant import Melderkant
from services.intake.application.opzoeken import Opzoeker
from services.intake.application.werkvoorraad import Werkvoorraad
from services.intake.paginas import (
    aan_mij,
    agenda,
    apart,
    behandelen,
    bewaren,
    contactwissen,
    groepen,
    melden,
    melder,
    meldkaart,
    onderweg,
    overzicht,
    privacy,
    volgen,
    winkeliers,
)
from services.intake.paginas.agenda import Agendateksten
from services.intake.paginas.apart import Apart
from services.intake.paginas.balie import Balie
from services.intake.paginas.behandelen import Formulieren
from services.intake.paginas.detail import Detail
from services.intake.paginas.incident import Incident
from services.intake.paginas.publiek import Publiek
from services.intake.paginas.winkeliers import Winkeliers
from services.intake.paginas.woorden import Woorden
from shared.dienst import Omgeving
from shared.ledger import Ledger
from shared.web import page_router

__all__ = ["router"]


def router(
    dienst: Intakedienst,
    inzage: Inzage,
    behandeling: Behandeling,
    verband: Verband,
    melderkant: Melderkant,
    wacht: Apart,
    ledger: Ledger,
    codes: Groepen,
    omgeving: Omgeving,
) -> APIRouter:
    """Everything of intake that people see; and what a page of another service asks of it."""
    klok, profielen, teksten = omgeving.klok, omgeving.profielen, Agendateksten(inzage, verband)
    omgeving.loket.teksten = teksten
    woorden = Woorden(profielen)
    gelijkenissen = Gelijkenissen(ledger, verband, profielen)
    detail = Detail(inzage, verband, gelijkenissen, woorden, profielen, klok)
    router = page_router()
    publiek = Publiek(dienst, melderkant.aanname, klok, profielen)
    balie = Balie(melderkant.aanname, gelijkenissen, klok, profielen, woorden)
    incident = Incident(dienst, inzage, ledger, klok, profielen, woorden)
    router.include_router(melden.router(publiek, balie, incident))
    router.include_router(privacy.router(profielen))
    winkel = Winkeliers(codes, dienst, melderkant.aanname, klok, profielen, woorden)
    router.include_router(winkeliers.router(winkel))
    router.include_router(groepen.router(codes, klok, woorden))
    router.include_router(volgen.router(inzage, melderkant, woorden, klok, profielen))
    router.include_router(agenda.router(teksten, woorden, omgeving.loket))
    router.include_router(overzicht.router(inzage, melderkant.gesprekken, Herkenning(ledger), detail, woorden))
    router.include_router(behandelen.router(behandeling, Formulieren(detail, Opzoeker(ledger), ledger, klok, woorden)))
    router.include_router(melder.router(inzage, melderkant, klok, profielen))
    router.include_router(contactwissen.router(inzage, melderkant, klok))
    router.include_router(bewaren.router(melderkant, profielen))
    router.include_router(meldkaart.router(profielen, klok))
    router.include_router(apart.router(wacht, woorden))
    router.include_router(onderweg.router(verband, woorden))
    router.include_router(aan_mij.router(inzage, Werkvoorraad(ledger), woorden))
    return router
