"""Weekbeelden and tijdlijnen. Every answer says on what it stands: places, profile version, peildatum."""

from typing import Any, Literal
from uuid import UUID

from fastapi import APIRouter, Request
from fastapi.responses import Response

from services.rapportage.api.csv import als_csv
from services.rapportage.api.indicatoren import indicatoren
from services.rapportage.api.opendata import open_data
from services.rapportage.api.periode import evaluaties, periodes, verschillen
from services.rapportage.api.vraag import Gemeente, Locatie, Peildatum, WeekCode
from services.rapportage.api.wie import voor
from services.rapportage.application import Toepassing, kijker
from services.rapportage.tijdlijn import Tijdlijn
from services.rapportage.weekbeeld import Weekbeeld
from shared.klok import Klok
from shared.web import actie, api_router, wie

CSV: dict[int | str, dict[str, Any]] = {200: {"content": {"text/csv": {"schema": {"type": "string"}}}}}


def router(toepassing: Toepassing, klok: Klok) -> APIRouter:
    """Give the API of rapportage."""
    router, dienst = api_router(), toepassing.dienst
    open_data(router, dienst, toepassing.uitgever, klok)
    periodes(router, dienst, toepassing.verloop, klok)
    evaluaties(router, dienst, toepassing.evaluatie, klok)
    verschillen(router, dienst, klok)
    indicatoren(router, toepassing.indicatoren, klok)

    @router.get("/weekbeelden", tags=["weekbeelden"], response_model=Weekbeeld, responses=CSV)
    @actie("weekbeeld.lezen")
    async def weekbeeld(
        request: Request,
        locatie: Locatie,
        gemeente: Gemeente = None,
        peildatum: Peildatum = None,
        week: WeekCode = None,
        formaat: Literal["json", "csv"] | None = None,
    ) -> Response:
        """Geef het beeld van een week op een locatie, naast de week ervoor (LVS-2.1)."""
        plek, wie_kijkt = voor(request, dienst, locatie, gemeente)
        beeld = await dienst.weekbeeld(plek, wie_kijkt, klok(), peildatum=peildatum, week=week)
        if _wil_csv(request, formaat):
            return Response(als_csv(beeld), media_type="text/csv", headers=_bestandsnaam(beeld))
        return Response(beeld.model_dump_json(), media_type="application/json")

    @router.get("/tijdlijnen/{melding_id}", tags=["tijdlijnen"])
    @actie("meldingen.lezen")
    async def tijdlijn(request: Request, melding_id: UUID, peildatum: Peildatum = None) -> Tijdlijn:
        """Geef wat er met één melding is gebeurd, over de diensten heen, zonder tekst."""
        return await dienst.tijdlijn(melding_id, kijker(wie(request)), klok(), peildatum=peildatum)

    return router


def _wil_csv(request: Request, formaat: str | None) -> bool:
    accept = request.headers.get("accept", "")
    return formaat == "csv" or (formaat is None and accept.split(",")[0].split(";")[0].strip() == "text/csv")


def _bestandsnaam(beeld: Weekbeeld) -> dict[str, str]:
    naam = f"weekbeeld-{beeld.locatie}-{beeld.deze_week.code}.csv"
    return {"Content-Disposition": f'attachment; filename="{naam}"', "Vary": "Accept"}
