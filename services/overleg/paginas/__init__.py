"""The pages of overleg."""

from fastapi import APIRouter

from services.overleg.application import Dossierbeheer, Inzage, Naslag, Overlegdienst, Uitvoering
from services.overleg.application.overzicht import Overzicht
from services.overleg.paginas import kalender, overleggen, papier, punt, uitvoeren, verslag, voorstel, zitting
from services.overleg.paginas.nummers import Agendanummers
from services.overleg.paginas.overlegblad import Overlegblad
from services.overleg.paginas.voorbereiden import Voorbereiding
from services.overleg.paginas.woorden import Woorden
from shared.klok import Klok
from shared.ledger import Ledger
from shared.loket import Loket
from shared.web import page_router

__all__ = ["router"]


def router(
    overleg: Overlegdienst,
    uitvoering: Uitvoering,
    dossiers: Dossierbeheer,
    inzage: Inzage,
    naslag: Naslag,
    ledger: Ledger,
    klok: Klok,
    loket: Loket,
) -> APIRouter:
    """Everything of overleg that people see; and what a page of another service asks of it."""
    woorden = Woorden(overleg.profielen)
    loket.agenda = Agendanummers(overleg.profielen, inzage, woorden)
    overzicht = Overzicht(ledger, overleg.profielen)
    blad = Overlegblad(inzage, overleg, klok, woorden, Voorbereiding(inzage, overzicht, woorden))
    router = page_router()
    router.include_router(overleggen.lezen(inzage, overleg, klok, woorden))
    router.include_router(kalender.router(inzage, overleg, ledger, klok, woorden))
    router.include_router(zitting.router(inzage, overleg, ledger, klok, woorden, blad))
    router.include_router(punt.router(punt.Puntblad(inzage, overleg, klok, woorden, loket), overleg, ledger, klok))
    router.include_router(voorstel.router(inzage, overleg, ledger, klok, blad))
    router.include_router(papier.router(inzage, overleg, klok, woorden))
    router.include_router(verslag.router(inzage, overleg, ledger, klok, woorden))
    router.include_router(uitvoeren.router(uitvoering, dossiers, naslag, ledger, klok, woorden))
    return router
