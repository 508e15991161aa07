"""`/aan-mij`: what was handed over to the role of who looks, for partners that see no list of all meldingen."""

from uuid import UUID

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse

from services.intake.application import Inzage
from services.intake.application.werkvoorraad import Werkvoorraad
from services.intake.paginas.woorden import Woorden
from shared.web import actie, page_router, pagina, wie


def router(inzage: Inzage, voorraad: Werkvoorraad, woorden: Woorden) -> APIRouter:
    """Show it to who reads meldingen at all."""
    router = page_router()

    @router.get("/aan-mij")
    @actie("doorgezet.lezen")
    async def lijst(request: Request) -> HTMLResponse:
        gevonden = await voorraad.nummers_aan_mij(wie(request))
        meldingen = [(sinds, await inzage.een(UUID(nummer))) for nummer, sinds in gevonden]
        rijen = [
            (
                een.id,
                woorden.kort(een.inhoud),
                woorden.naam("locatie", een.inhoud["gemeente"], een.inhoud["locatie"]),
                op,
            )
            for op, een in meldingen
        ]
        return pagina(request, "intake/aan_mij.html", rijen=rijen)

    return router
