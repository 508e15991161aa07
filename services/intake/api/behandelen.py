"""What staff do with a melding, and the COA with its own incident, over HTTP."""

from uuid import UUID

from fastapi import APIRouter, Request

from services.intake.api.uitvoering import PAD, Uitvoering
from services.intake.api.vormen import Uittreksel
from services.intake.application import Behandeling
from services.intake.opdrachten import Classificatie, Correctie, Intrekopdracht, Sluitopdracht
from shared.web import actie, api_router, wie


def router(behandeling: Behandeling, uitvoering: Uitvoering) -> APIRouter:
    """Change how a melding stands; each answers with the melding as it is then."""
    router = api_router(tags=["behandeling"])

    @router.post(f"{PAD}/_classificeer", response_model_exclude_unset=True)
    @actie("melding.behandelen")
    async def classificeer(request: Request, melding_id: UUID, wat: Classificatie) -> Uittreksel:
        """Stel aard en thema vast, met een reden (LVS-2.3)."""
        return await uitvoering.doe(request, melding_id, behandeling.classificeer(wie(request), melding_id, wat))

    @router.post(f"{PAD}/_corrigeer", response_model_exclude_unset=True)
    @actie("melding.corrigeren")
    async def corrigeer(request: Request, melding_id: UUID, wat: Correctie) -> Uittreksel:
        """Verbeter velden die niet klopten, met een reden; het COA kan dit voor eigen incidenten (LVS-0.3)."""
        return await uitvoering.doe(request, melding_id, behandeling.corrigeer(wie(request), melding_id, wat))

    @router.post(f"{PAD}/_trek-in", response_model_exclude_unset=True)
    @actie("melding.corrigeren")
    async def trek_in(request: Request, melding_id: UUID, wat: Intrekopdracht) -> Uittreksel:
        """Trek een melding in: zij telt niet meer mee, en blijft leesbaar."""
        return await uitvoering.doe(request, melding_id, behandeling.trek_in(wie(request), melding_id, wat))

    @router.post(f"{PAD}/_sluit", response_model_exclude_unset=True)
    @actie("melding.behandelen")
    async def sluit(request: Request, melding_id: UUID, wat: Sluitopdracht) -> Uittreksel:
        """Sluit een melding af."""
        return await uitvoering.doe(request, melding_id, behandeling.sluit(wie(request), melding_id, wat))

    @router.post(f"{PAD}/_heropen", response_model_exclude_unset=True)
    @actie("melding.behandelen")
    async def heropen(request: Request, melding_id: UUID) -> Uittreksel:
        """Heropen een afgesloten of ingetrokken melding."""
        return await uitvoering.doe(request, melding_id, behandeling.heropen(wie(request), melding_id))

    return router
