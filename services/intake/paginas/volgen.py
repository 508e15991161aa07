"""`/volgen`: see with a volgcode what was done. The code comes in by POST and never stands in an address."""

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse

from services.intake.application import Inzage, Melding
from services.intake.paginas.woorden import AARDEN, STATUSSEN, Woorden
from shared.contracts.intake import Aard
from shared.facts import NietGevonden
from shared.web import actie, formulier, limiet, page_router, pagina

CODE_HOOGSTENS = 64


def router(inzage: Inzage, woorden: Woorden) -> APIRouter:
    """Ask for the code, and show the melding's progress."""
    router = page_router()

    @router.get("/volgen")
    @actie("melding.volgen")
    async def vraag(request: Request) -> HTMLResponse:
        return pagina(request, "intake/volgen.html", velden={}, fouten={})

    @router.post("/volgen")
    @actie("melding.volgen")
    @limiet("volgen", per_minuut=10)
    async def toon(request: Request) -> HTMLResponse:
        getypt = (await formulier(request)).get("volgcode")
        if not isinstance(getypt, str) or len(getypt) > CODE_HOOGSTENS:
            return _opnieuw(request, 400, "", "Vul uw volgcode in.")
        try:
            melding = await inzage.volg(getypt)
        except NietGevonden as fout:
            return _opnieuw(request, 404, getypt, fout.reden)
        return pagina(request, "intake/gevolgd.html", status=200, melding=melding, **_in_woorden(melding, woorden))

    return router


def _opnieuw(request: Request, status: int, getypt: str, reden: str) -> HTMLResponse:
    velden, fouten = {"volgcode": getypt}, {"volgcode": reden}
    return pagina(request, "intake/volgen.html", status=status, velden=velden, fouten=fouten)


def _in_woorden(melding: Melding, woorden: Woorden) -> dict[str, str]:
    inhoud = melding.inhoud
    return {
        "status_woord": STATUSSEN[melding.status],
        "aard": AARDEN[Aard(inhoud["aard"])],
        "locatie": woorden.naam("locatie", inhoud["gemeente"], inhoud["locatie"]),
    }
