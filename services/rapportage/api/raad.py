"""Reports to the council."""

from typing import Annotated

from fastapi import APIRouter, Query, Request
from fastapi.responses import Response

from services.rapportage.api.bestand import BESTANDEN, antwoord
from services.rapportage.api.vraag import Bestandsvorm, Gemeente, Locatie, Peildatum
from services.rapportage.api.wie import voor
from services.rapportage.application import Raadsdienst, Rapportagedienst
from services.rapportage.verslagen.raad import Raadsverslag, Soort
from services.rapportage.verslagen.verslagbladen import raadblad
from shared.klok import Klok
from shared.web import actie

Jaar = Annotated[str | None, Query(description="Bij het jaarverslag: een jaar (2026); zonder: dat van de peildatum")]


def raadsverslagen(router: APIRouter, dienst: Rapportagedienst, werk: Raadsdienst, klok: Klok) -> None:
    """Add the route."""

    @router.get("/raadsverslagen", tags=["raadsverslagen"], response_model=Raadsverslag, responses=BESTANDEN)
    @actie("raadsverslag.lezen")
    async def geef(
        request: Request,
        locatie: Locatie,
        gemeente: Gemeente = None,
        soort: Soort = "jaar",
        jaar: Jaar = None,
        peildatum: Peildatum = None,
        formaat: Bestandsvorm = None,
    ) -> Response:
        """Geef het jaarverslag of de evaluatie van het beleid voor de raad, zonder vertrouwelijke delen."""
        plek, wie_kijkt = voor(request, dienst, locatie, gemeente)
        uit = await werk.verslag(plek, wie_kijkt, klok(), soort=soort, jaar=jaar, peildatum=peildatum)
        return antwoord(request, uit, formaat, raadblad, f"raad-{uit.locatie}-{uit.soort}-{uit.tot.year}")
