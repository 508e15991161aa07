"""`/overleg/agenda`: links by which somebody's own calendar follows the meetings."""

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse

from services.overleg.application import agendalinks
from services.overleg.application.agendalinks import Houder
from services.overleg.paginas.formulieren import Linkformulier
from shared.klok import Klok
from shared.ledger import Ledger
from shared.web import actie, context, formulier, lees_invoer, page_router, pagina, wie
from shared.web.weigering import GeenToegang

PAD = "/overleg/v1/agenda.ics?sleutel="


def router(ledger: Ledger, klok: Klok, adres: str) -> APIRouter:
    """Make, see and withdraw links."""
    router = page_router()

    async def blad(request: Request, nieuw: str = "") -> HTMLResponse:
        links = await agendalinks.van(ledger, _houder(request))
        link = f"{adres}{PAD}{nieuw}" if nieuw else ""
        return pagina(request, "overleg/agendalinks.html", links=links, nieuw=link)

    @router.get("/overleg/agenda")
    @actie("agenda.abonneren")
    async def toon(request: Request) -> HTMLResponse:
        return await blad(request)

    @router.post("/overleg/agenda")
    @actie("agenda.abonneren")
    async def doe(request: Request) -> HTMLResponse:
        keuze, houder = lees_invoer(Linkformulier, await formulier(request)), _houder(request)
        if keuze.link and keuze.doe == "trek-in":
            link = keuze.link
            await ledger.run(lambda tx: agendalinks.trek_in(tx, link, houder), context(request, klok))
            return await blad(request)
        geheim = await ledger.run(lambda tx: agendalinks.maak(tx, houder), context(request, klok))
        return await blad(request, geheim)

    return router


def _houder(request: Request) -> Houder:
    door = wie(request)
    if door.rol is None:
        raise GeenToegang("Meld u eerst aan.")
    return Houder(door.rol, door.locatie, door.gemeente)
