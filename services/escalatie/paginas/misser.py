"""The page that proves that nothing stopped in silence."""

import asyncio

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse

from services.escalatie.application.nalezen import lees_na
from shared.klok import Klok
from shared.ledger import Ledger
from shared.web import actie, page_router, pagina


def router(ledger: Ledger, klok: Klok) -> APIRouter:
    """Add the page."""
    router = page_router()

    @router.get("/geen-stille-misser")
    @actie("missers.lezen")
    async def lees(request: Request) -> HTMLResponse:
        nagelezen = await asyncio.to_thread(lees_na, ledger, klok())
        return pagina(request, "escalatie/misser.html", nagelezen=nagelezen)

    return router
