"""Goals and indicators of a municipality."""

from fastapi import APIRouter, Request

from services.rapportage.api.vraag import Gemeente, Peildatum
from services.rapportage.application import Indicatorendienst, kijker
from services.rapportage.indicatoren import Indicatoren
from shared.klok import Klok
from shared.web import actie, mag, wie


def indicatoren(router: APIRouter, dienst: Indicatorendienst, klok: Klok) -> None:
    """Add the route."""

    @router.get("/indicatoren", tags=["indicatoren"])
    @actie("indicatoren.lezen")
    async def geef(request: Request, gemeente: Gemeente = None, peildatum: Peildatum = None) -> Indicatoren:
        """Geef de speerpunten, de doelen en de ingevoerde cijfers van de gemeente, met norm, verwachting en bron."""
        profiel = dienst.profiel(kijker(wie(request)), gemeente)
        afgeschermd = not mag(wie(request), "weekbeeld.lezen")
        return await dienst.indicatoren(profiel, klok(), afgeschermd=afgeschermd, peildatum=peildatum)
