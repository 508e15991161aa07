"""Tying a melding to another one, and handing it over to a partner, over HTTP."""

from uuid import UUID

from fastapi import APIRouter, Request

from services.intake.api.uitvoering import PAD, Uitvoering
from services.intake.api.vormen import Uittreksel
from services.intake.application import Behandeling
from services.intake.opdrachten import Doorzetopdracht, Koppelopdracht, Ontkoppelopdracht
from shared.web import actie, api_router, wie


def router(behandeling: Behandeling, uitvoering: Uitvoering) -> APIRouter:
    """Change what a melding is tied to; each answers with the melding as it is then."""
    router = api_router(tags=["behandeling"])

    @router.post(f"{PAD}/_koppel", response_model_exclude_unset=True)
    @actie("melding.behandelen")
    async def koppel(request: Request, melding_id: UUID, wat: Koppelopdracht) -> Uittreksel:
        """Koppel een melding aan een andere; beide blijven bestaan."""
        return await uitvoering.doe(request, melding_id, behandeling.koppel(wie(request), melding_id, wat))

    @router.post(f"{PAD}/_ontkoppel", response_model_exclude_unset=True)
    @actie("melding.behandelen")
    async def ontkoppel(request: Request, melding_id: UUID, wat: Ontkoppelopdracht) -> Uittreksel:
        """Maak een koppeling los."""
        return await uitvoering.doe(request, melding_id, behandeling.ontkoppel(wie(request), melding_id, wat))

    @router.post(f"{PAD}/_zet-door", response_model_exclude_unset=True)
    @actie("melding.behandelen")
    async def zet_door(request: Request, melding_id: UUID, wat: Doorzetopdracht) -> Uittreksel:
        """Zet een melding door naar een partner van het profiel (KG-2.3b)."""
        return await uitvoering.doe(request, melding_id, behandeling.zet_door(wie(request), melding_id, wat))

    return router
