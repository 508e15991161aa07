"""The page that proves that nothing stopped in silence."""

import asyncio

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse

from services.escalatie.application import Bereik
from services.escalatie.application.nalezen import lees_na
from services.escalatie.woorden import rol_namen
from shared.klok import Klok
from shared.ledger import Ledger
from shared.web import actie, page_router, pagina, wie


def router(ledger: Ledger, bereik: Bereik, klok: Klok) -> APIRouter:
    """Add the page."""
    router = page_router()

    @router.get("/geen-stille-misser")
    @actie("missers.lezen")
    async def lees(request: Request) -> HTMLResponse:
        nagelezen = await asyncio.to_thread(lees_na, ledger, klok())
        onbereikt = rol_namen(een.rol for een in await bereik.onbereikt(klok(), wie(request).gemeente))
        return pagina(request, "escalatie/misser.html", nagelezen=nagelezen, onbereikt=onbereikt)

    return router
