"""`/doorzettingen`: what was handed over and did not arrive yet (KG-2.3b)."""

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse

from services.intake.application import Doorgezet, Verband
from services.intake.paginas.woorden import Woorden
from shared.web import actie, page_router, pagina, wie


def router(verband: Verband, woorden: Woorden) -> APIRouter:
    """Show it to who handles meldingen."""
    router = page_router()

    @router.get("/doorzettingen")
    @actie("melding.behandelen")
    async def lijst(request: Request) -> HTMLResponse:
        lezer = wie(request)
        wachtend = await verband.onderweg(lezer.gemeente, lezer.locatie)
        rijen = [(stand, woorden.partner(stand.gemeente, stand.aan), _hoe_ver(stand)) for stand in wachtend]
        return pagina(request, "intake/doorzettingen.html", status=200, rijen=rijen)

    return router


def _hoe_ver(stand: Doorgezet) -> str:
    if stand.uitkomst == "aangeboden":
        return "Onderweg"
    return f"Nog niet gelukt na {stand.poging} keer: {stand.reden}" if stand.poging > 1 else f"Mislukt: {stand.reden}"
