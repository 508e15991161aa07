"""What comes in over HTTP. The bodies are read by hand: one pass, and every objection in one answer."""

from typing import Any
from uuid import UUID

from fastapi import APIRouter, Request
from fastapi.responses import JSONResponse

from services.intake.api.schema import verzoek
from services.intake.api.vormen import Bon, bon
from services.intake.application import Intakedienst, lees_json
from services.intake.application.aanname import Aanname
from services.intake.application.bevoegd import afzender, eis_binnen, eis_registreren
from services.intake.opgave import IncidentOpgave, MeldingOpgave
from shared.facts import Fout, OngeldigeInvoer
from shared.klok import Klok
from shared.ledger import Ledger
from shared.web import actie, api_router, context, limiet, wie

BONNEN: dict[int | str, dict[str, Any]] = {
    200: {"model": Bon, "description": "Deze melding was er al; de volgcode wordt niet nog eens getoond"},
    201: {"model": Bon, "description": "Ontvangen en bewaard"},
}
MELDING = verzoek(MeldingOpgave, verplicht=("locatie", "voorgevallenOp"))
INCIDENT = verzoek(IncidentOpgave, verplicht=("aard", "locatie", "voorgevallenOp", "gevolgenOpenbareOrde", "ernst"))


def router(dienst: Intakedienst, aanname: Aanname, ledger: Ledger, klok: Klok) -> APIRouter:
    """Take meldingen and incidents."""
    router = api_router(tags=["meldingen"])

    @router.post("/meldingen", status_code=201, response_model=None, responses=BONNEN, openapi_extra=MELDING)
    @actie("melding.doen")
    @limiet("melden", per_minuut=60)
    async def doe_melding(request: Request) -> JSONResponse:
        """Doe een melding: openbaar, of met een sleutel namens een meldpunt of partner."""
        melder = wie(request)
        eis_registreren(melder)
        gelezen = lees_json(MeldingOpgave, await request.body())
        eis_binnen(melder, gelezen.opgave)
        verzoek = _verzoek(request)
        return bon(await aanname.neem(gelezen, context(request, klok), afzender(melder), verzoek=verzoek))

    @router.post("/incidenten", status_code=201, response_model=None, responses=BONNEN, openapi_extra=INCIDENT)
    @actie("incident.melden")
    async def meld_incident(request: Request) -> JSONResponse:
        """Meld een incident op een opvanglocatie (LVS-0.3, LVS-0.4). Bel bij direct gevaar zelf 112."""
        melder = wie(request)
        gelezen = lees_json(IncidentOpgave, await request.body())
        eis_binnen(melder, gelezen.opgave)
        use_case = dienst.meld_incident(gelezen, afzender(melder), verzoek=_verzoek(request))
        return bon(await ledger.run(use_case, context(request, klok)))

    return router


def _verzoek(request: Request) -> tuple[str, str] | None:
    """Return how the sender names this request: the header that makes it repeatable."""
    gegeven = request.headers.get("idempotency-key")
    if gegeven is None:
        return None
    try:
        return ("idempotency-key", str(UUID(gegeven)))
    except ValueError:
        raise OngeldigeInvoer(Fout("Idempotency-Key", "geen geldig nummer (UUID)")) from None
