"""Splitting an escalation over HTTP."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Request
from pydantic import BaseModel, ConfigDict, Field
from pydantic.alias_generators import to_camel

from services.escalatie.application import Inzage, splits
from services.escalatie.vormen import Volledig, volledig
from services.escalatie.zicht import eis_zicht
from shared.klok import Klok
from shared.ledger import Ledger
from shared.web import actie, context, wie


class Splitsing(BaseModel):
    """Welke meldingen een andere situatie zijn."""

    model_config = ConfigDict(alias_generator=to_camel, validate_by_name=True, extra="forbid", frozen=True)

    meldingen: Annotated[tuple[UUID, ...], Field(min_length=1, max_length=200)]


def voeg_toe(router: APIRouter, inzage: Inzage, ledger: Ledger, klok: Klok) -> None:
    """Add the route."""

    @router.post("/escalaties/{escalatie_id}/_splits", tags=["escalaties"], status_code=201)
    @actie("escalatie.splitsen")
    async def splits_af(request: Request, escalatie_id: UUID, invoer: Splitsing) -> Volledig:
        """Laat meldingen als een eigen escalatie verdergaan: zij waarschuwt opnieuw. Geeft die escalatie."""
        lezer, zaak = wie(request), await inzage.zaak(escalatie_id)
        eis_zicht(lezer, zaak.escalatie.gemeente, zaak.escalatie.locatie)
        door = str(lezer.rol)
        nieuw = await ledger.run(
            lambda tx: splits(tx, escalatie_id, invoer.meldingen, door=door), context(request, klok)
        )
        return volledig(await inzage.dossier(nieuw))
