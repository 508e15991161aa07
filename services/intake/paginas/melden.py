"""`/melden`: for the public question by question, for who signed in on one page."""

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse, Response

from services.intake.application import Intakedienst
from services.intake.paginas.balie import Balie
from services.intake.paginas.publiek import Publiek
from services.intake.paginas.woorden import Woorden
from shared.klok import Klok
from shared.ledger import Ledger
from shared.profiel import Profielen
from shared.web import actie, limiet, omleiding, page_router, wie


def router(dienst: Intakedienst, ledger: Ledger, klok: Klok, profielen: Profielen, woorden: Woorden) -> APIRouter:
    """Show the form that fits who asks, and take what is sent."""
    router = page_router()
    publiek = Publiek(dienst, ledger, klok, profielen)
    balie = Balie(dienst, ledger, klok, profielen, woorden)

    @router.get("/melden")
    @actie("melding.doen")
    async def begin(request: Request) -> HTMLResponse:
        return balie.toon(request) if wie(request).aangemeld else publiek.begin(request)

    @router.post("/melden")
    @actie("melding.doen")
    @limiet("melden-blad", per_minuut=600)
    async def ga_verder(request: Request) -> HTMLResponse:
        return await (balie.meld(request) if wie(request).aangemeld else publiek.ga_verder(request))

    @router.get("/melden/versturen")
    @actie("melding.doen")
    async def opnieuw(request: Request) -> Response:
        return omleiding("/melden")

    @router.post("/melden/versturen")
    @actie("melding.doen")
    @limiet("melden", per_minuut=60)
    async def verstuur(request: Request) -> HTMLResponse:
        return await publiek.verstuur(request)

    return router
