"""Reports over a quarter or a year."""

from typing import Annotated

from fastapi import APIRouter, Query, Request
from fastapi.responses import Response

from services.rapportage.api.bestand import BESTANDEN, antwoord
from services.rapportage.api.vraag import Bestandsvorm, Gemeente, Locatie, Peildatum
from services.rapportage.api.wie import voor
from services.rapportage.application import Rapportagedienst, Verslagdienst
from services.rapportage.verslagen.verslag import Soort, Verslag
from services.rapportage.verslagen.verslagbladen import verslagblad
from shared.klok import Klok
from shared.web import actie

Periodecode = Annotated[
    str | None, Query(description="Een kwartaal (2026-K4) of jaar (2026); zonder: dat van de peildatum")
]


def verslagen(router: APIRouter, dienst: Rapportagedienst, werk: Verslagdienst, klok: Klok) -> None:
    """Add the route."""

    @router.get("/verslagen", tags=["verslagen"], response_model=Verslag, responses=BESTANDEN)
    @actie("weekbeeld.lezen")
    async def geef(
        request: Request,
        locatie: Locatie,
        soort: Soort,
        gemeente: Gemeente = None,
        periode: Periodecode = None,
        peildatum: Peildatum = None,
        formaat: Bestandsvorm = None,
    ) -> Response:
        """Geef het verslag over een kwartaal of een jaar van een locatie (LV-2, KN-inleiding)."""
        plek, wie_kijkt = voor(request, dienst, locatie, gemeente)
        uit = await werk.verslag(plek, wie_kijkt, klok(), soort=soort, periode=periode, peildatum=peildatum)
        return antwoord(request, uit, formaat, verslagblad, f"verslag-{uit.locatie}-{uit.periode}")
