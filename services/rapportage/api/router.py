"""Weekbeelden and tijdlijnen. Every answer says on what it stands: places, profile version, peildatum."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Query, Request
from fastapi.responses import Response

from services.rapportage.api.bestand import BESTANDEN, antwoord
from services.rapportage.api.indicatoren import indicatoren
from services.rapportage.api.opendata import open_data
from services.rapportage.api.periode import evaluaties, periodes, verschillen
from services.rapportage.api.raad import raadsverslagen
from services.rapportage.api.verslagen import verslagen
from services.rapportage.api.vraag import Peildatum, Weekvraag
from services.rapportage.api.wie import voor
from services.rapportage.application import Toepassing, kijker
from services.rapportage.tijdlijn import Tijdlijn
from services.rapportage.verslagen.bladen import weekblad
from services.rapportage.weekbeelden.weekbeeld import Weekbeeld
from shared.klok import Klok
from shared.web import actie, api_router, wie


def router(toepassing: Toepassing, klok: Klok) -> APIRouter:
    """Give the API of rapportage."""
    router, dienst = api_router(), toepassing.dienst
    open_data(router, dienst, toepassing.uitgever, klok)
    periodes(router, dienst, toepassing.verloop, klok)
    evaluaties(router, dienst, toepassing.evaluatie, klok)
    verschillen(router, dienst, klok)
    indicatoren(router, toepassing.indicatoren, klok)
    verslagen(router, dienst, toepassing.verslagen, klok)
    raadsverslagen(router, dienst, toepassing.raad, klok)

    @router.get("/weekbeelden", tags=["weekbeelden"], response_model=Weekbeeld, responses=BESTANDEN)
    @actie("weekbeeld.lezen")
    async def weekbeeld(request: Request, vraag: Annotated[Weekvraag, Query()]) -> Response:
        """Geef het beeld van een week op een locatie, naast de weken ervoor en een jaar eerder (LVS-2.1)."""
        plek, wie_kijkt = voor(request, dienst, vraag.locatie, vraag.gemeente)
        beeld = await dienst.weekbeeld(plek, wie_kijkt, klok(), **vraag.wat)
        naam = f"weekbeeld-{beeld.locatie}-{beeld.deze_week.code}"
        return antwoord(request, beeld, vraag.formaat, weekblad, naam)

    @router.get("/tijdlijnen/{melding_id}", tags=["tijdlijnen"])
    @actie("meldingen.lezen")
    async def tijdlijn(request: Request, melding_id: UUID, peildatum: Peildatum = None) -> Tijdlijn:
        """Geef wat er met één melding is gebeurd, over de diensten heen, zonder tekst."""
        return await dienst.tijdlijn(melding_id, kijker(wie(request)), klok(), peildatum=peildatum)

    return router
