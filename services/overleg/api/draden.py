"""The thread of a melding within overleg, over HTTP."""

from uuid import UUID

from fastapi import APIRouter, Request

from services.overleg.application.draad import Draden
from services.overleg.vormen.bevoegd import ziet
from services.overleg.werkbeelden import Draad
from shared.profiel import Profielen
from shared.web import Wie, actie, api_router, mag, wie

ACTIES = {
    "agendapunt": "overleg.lezen",
    "afspraak": "afspraken.lezen",
    "maatregel": "maatregelen.lezen",
    "verzoek": "verzoeken.lezen",
    "bericht": "berichten.lezen",
}


def soorten_voor(lezer: Wie) -> set[str]:
    """Which kinds of thing somebody may see in a thread."""
    return {soort for soort, wat in ACTIES.items() if mag(lezer, wat)}


def router(draden: Draden, profielen: Profielen) -> APIRouter:
    """From a melding to agenda item, agreement, measure, request and message."""
    router = api_router(tags=["draden"])

    @router.get("/draden/{melding_id}")
    @actie("draad.lezen")
    async def draad(request: Request, melding_id: UUID) -> Draad:
        """Geef alles wat in overleg uit een melding volgde; elk deel noemt de meldingen waar het uit volgde."""
        lezer = wie(request)
        return await draden.draad(melding_id, ziet(profielen, lezer), soorten_voor(lezer))

    return router
