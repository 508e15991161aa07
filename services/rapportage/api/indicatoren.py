"""Goals and indicators of a municipality."""

from fastapi import APIRouter, Request
from fastapi.responses import Response

from services.rapportage.api.bestand import BESTANDEN, antwoord
from services.rapportage.api.vraag import Bestandsvorm, Gemeente, Peildatum
from services.rapportage.application import Indicatorendienst, kijker
from services.rapportage.doelen.indicatoren import Indicatoren
from services.rapportage.verslagen.verslagbladen import indicatorblad
from shared.klok import Klok
from shared.web import actie, wie


def indicatoren(router: APIRouter, dienst: Indicatorendienst, klok: Klok) -> None:
    """Add the route."""

    @router.get("/indicatoren", tags=["indicatoren"], response_model=Indicatoren, responses=BESTANDEN)
    @actie("indicatoren.lezen")
    async def geef(
        request: Request, gemeente: Gemeente = None, peildatum: Peildatum = None, formaat: Bestandsvorm = None
    ) -> Response:
        """Geef de speerpunten, de doelen en de ingevoerde cijfers van de gemeente, met norm, verwachting en bron."""
        wie_kijkt = kijker(wie(request))
        profiel, alles = dienst.profiel(wie_kijkt, gemeente), wie_kijkt.zicht.hele_getallen
        uit = await dienst.indicatoren(profiel, klok(), hele_getallen=alles, peildatum=peildatum)
        return antwoord(request, uit, formaat, indicatorblad, f"indicatoren-{uit.gemeente}")
