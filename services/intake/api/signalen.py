"""The webhook for systems that speak as Signalen does: with a key, and answered as Signalen would."""

from typing import Annotated, Any

from fastapi import APIRouter, Query, Request
from fastapi.responses import JSONResponse
from pydantic import BaseModel, ConfigDict
from pydantic_core import from_json

from services.intake.application import lees
from services.intake.application.aanname import Aanname
from services.intake.application.bevoegd import afzender, eis_binnen
from services.intake.application.vraag import Codewoord
from services.intake.opgave import MeldingOpgave
from services.intake.signalen import antwoord, opgave_uit
from shared.facts import Fout, OngeldigeInvoer
from shared.klok import Klok
from shared.web import actie, api_router, context, wie

SIGNAAL: dict[str, Any] = {
    "type": "object",
    "description": "Een melding zoals Signalen die kent; andere velden mogen erin staan en worden niet bewaard",
    "properties": {
        "text": {"type": "string", "maxLength": 4000},
        "source": {"type": "string"},
        "signal_id": {"type": "string", "format": "uuid"},
        "incident_date_start": {"type": "string", "format": "date-time"},
        "category": {"type": "object", "properties": {"sub_category": {"type": "string"}}},
    },
    "required": ["incident_date_start", "category"],
}
VERZOEK = {"requestBody": {"required": True, "content": {"application/json": {"schema": SIGNAAL}}}}


class Plek(BaseModel):
    """What the sender's address says of where its signals are about: their places are other ones than ours."""

    model_config = ConfigDict(extra="forbid")

    locatie: Codewoord | None = None
    gemeente: Codewoord | None = None
    gebied: Codewoord | None = None
    plaats: Codewoord | None = None
    kanaal: Codewoord | None = None


def router(aanname: Aanname, klok: Klok) -> APIRouter:
    """Take signals."""
    router = api_router(tags=["signalen"])

    @router.post("/signalen", status_code=201, response_model=None, openapi_extra=VERZOEK)
    @actie("melding.registreren")
    async def ontvang(request: Request, plek: Annotated[Plek, Query()]) -> JSONResponse:
        """Stuur een melding zoals naar Signalen; het antwoord is dat van Signalen."""
        melder, moment = wie(request), context(request, klok)
        signaal = _signaal(await request.body())
        gegevens, fouten = opgave_uit(signaal)
        waar = plek.model_dump(exclude_none=True)
        locatie = {"locatie": melder.locatie} if melder.locatie and plek.locatie is None else {}
        gelezen = lees(MeldingOpgave, {**gegevens, **locatie, **waar}, fouten)
        eis_binnen(melder, gelezen.opgave)
        ontvangst = await aanname.neem(gelezen, moment, afzender(melder))
        status = 201 if ontvangst.nieuw else 200
        return JSONResponse(antwoord(signaal, ontvangst.melding_id, moment.op), status)

    return router


def _signaal(inhoud: bytes) -> dict[str, Any]:
    try:
        gelezen: object = from_json(inhoud, allow_inf_nan=False)
    except ValueError:
        raise OngeldigeInvoer(Fout("verzoek", "geen geldige JSON")) from None
    if not isinstance(gelezen, dict):
        raise OngeldigeInvoer(Fout("verzoek", "een object verwacht"))
    return gelezen
