"""What a browser can open here. Nothing on these pages changes anything: actions are on the owning service's pages."""

from uuid import UUID

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse

from services.rapportage.application import Toepassing, kijker
from services.rapportage.gezondheid import Gezondheid
from services.rapportage.paginas.cijfers import cijferpaginas
from services.rapportage.paginas.evaluatiepagina import evaluatiepagina
from services.rapportage.paginas.indicatorpagina import indicatorpagina
from services.rapportage.paginas.raadpagina import raadpagina
from services.rapportage.paginas.verlooppaginas import sindspagina, verlooppaginas
from services.rapportage.paginas.verslagpagina import verslagpagina
from services.rapportage.paginas.weekpagina import weekpaginas
from shared.klok import Klok
from shared.web import actie, page_router, pagina, wie
from shared.web.dagen import Dagtekst
from shared.web.vandaag import van_vandaag


def router(toepassing: Toepassing, klok: Klok, gezondheid: Gezondheid) -> APIRouter:
    """Give the pages."""
    router, dienst = page_router(), toepassing.dienst
    weekpaginas(router, dienst, toepassing.stroom, klok)
    cijferpaginas(router, dienst, toepassing.uitgever, klok)
    verlooppaginas(router, dienst, toepassing.verloop, klok)
    sindspagina(router, dienst, toepassing.sinds, klok)
    evaluatiepagina(router, dienst, toepassing.evaluatie, klok)
    indicatorpagina(router, toepassing.indicatoren, klok)
    verslagpagina(router, dienst, toepassing.verslagen, klok)
    raadpagina(router, dienst, toepassing.raad, klok)

    @router.get("/tijdlijn/{melding_id}")
    @actie("meldingen.lezen")
    async def tijdlijn(request: Request, melding_id: UUID, peildatum: Dagtekst = "") -> HTMLResponse:
        lijn = await dienst.tijdlijn(melding_id, kijker(wie(request)), klok(), peildatum=peildatum or None)
        return pagina(request, "rapportage/tijdlijn.html", lijn=lijn)

    @router.get("/beheer")
    @actie("beheer.lezen")
    async def beheer(request: Request) -> HTMLResponse:
        dag = await van_vandaag(request, klok())
        return pagina(request, "rapportage/beheer.html", standen=await gezondheid.standen(), dag=dag, nu=klok())

    return router
