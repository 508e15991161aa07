"""`/melden`: for the public question by question, for who signed in on one page; for the COA an incident."""

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse, Response

from services.intake.paginas.balie import Balie
from services.intake.paginas.incident import Incident
from services.intake.paginas.publiek import Publiek
from shared.web import actie, limiet, mag, omleiding, page_router, wie

VAN_EEN_ANDER = "melding"
"""What the COA asks for in the address to register what somebody else told: its own complaints (LVS-3.5)."""


def router(publiek: Publiek, balie: Balie, incident: Incident) -> APIRouter:
    """Show the form that fits who asks, and take what is sent."""
    router = page_router()

    @router.get("/melden")
    @actie("melding.doen")
    async def begin(request: Request) -> HTMLResponse:
        if mag(wie(request), "incident.melden") and request.query_params.get("soort") != VAN_EEN_ANDER:
            return incident.toon(request)
        return balie.toon(request) if wie(request).aangemeld else publiek.begin(request)

    @router.post("/melden")
    @actie("melding.doen")
    @limiet("melden-blad", per_minuut=600)
    async def ga_verder(request: Request) -> HTMLResponse:
        return await (balie.meld(request) if wie(request).aangemeld else publiek.ga_verder(request))

    @router.get("/melden/incident")
    @actie("incident.melden")
    async def opnieuw_incident(request: Request) -> Response:
        return omleiding("/melden")

    @router.post("/melden/incident")
    @actie("incident.melden")
    async def meld_incident(request: Request) -> HTMLResponse:
        return await incident.meld(request)

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
