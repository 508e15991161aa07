"""What can be looked up over HTTP."""

from typing import Annotated
from urllib.parse import urlencode
from uuid import UUID

from fastapi import APIRouter, Query, Request

from services.intake.api.vormen import PAD, Lijst, Uittreksel, uittreksel
from services.intake.application import Inzage, Verband, Vraag
from services.intake.application.bevoegd import eigen_gemeente, eigen_locatie
from shared.web import actie, api_router, wie


def router(inzage: Inzage, verband: Verband) -> APIRouter:
    """Show meldingen to staff."""
    router = api_router()

    @router.get("/meldingen", response_model_exclude_none=True, tags=["meldingen"])
    @actie("meldingen.lezen")
    async def lijst(request: Request, vraag: Annotated[Vraag, Query()]) -> Lijst:
        """Geef meldingen en incidenten, de nieuwste eerst, in pagina's."""
        lezer = wie(request)
        filters = vraag.filter(eigen_locatie(lezer, vraag.locatie), eigen_gemeente(lezer, vraag.gemeente))
        meldingen, na = await inzage.pagina(filters, vraag.per_pagina)
        volgende = f"{PAD}?{urlencode({**vraag.als_query(), 'na': na})}" if na else None
        return Lijst(meldingen=[uittreksel(melding) for melding in meldingen], volgende=volgende)

    @router.get("/meldingen/{melding_id}", response_model_exclude_unset=True, tags=["meldingen"])
    @actie("melding.lezen")
    async def een(request: Request, melding_id: UUID) -> Uittreksel:
        """Geef één melding of incident; de gemaskeerde toelichting alleen voor wie haar mag lezen.

        Dat zijn het meldpunt, het team OOV en de partner naar wie de melding is doorgezet. Van een incident ook het
        COA van die locatie, en bij gevolgen voor de openbare orde de politie, de burgemeester en het piket.
        """
        melding = await inzage.een(melding_id)
        leest = await verband.leest_tekst(wie(request), melding)
        meer = {"toelichting": await inzage.toelichting(melding)} if leest else {}
        gekoppeld = await verband.gekoppeld_voor(wie(request), melding_id)
        return uittreksel(melding, gekoppeld, await verband.doorgezet(melding_id), **meer)

    return router
