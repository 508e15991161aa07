"""The dossierkluis over HTTP: the number of a case goes in a body, never in a URL."""

import asyncio
from collections.abc import Sequence
from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Request
from fastapi.responses import JSONResponse, Response
from pydantic import StringConstraints

from services.overleg.application.dossierbeheer import Dossierbeheer
from services.overleg.beelden import Beeld
from services.overleg.vormen import Code, Invoer
from services.overleg.vormen.bevoegd import eis_hele_gemeente, lezer_van, voor_gemeente
from shared.klok import Klok
from shared.kluis.vorm import Verwerking
from shared.profiel import Profielen
from shared.web import actie, api_router, context, wie

Kenmerk = Annotated[str, StringConstraints(min_length=3, max_length=40, strip_whitespace=True)]


class Dossierverwijzing(Invoer):
    """The number of a case in the municipality's own system."""

    dossier: Kenmerk
    gemeente: Code | None = None


class Betrokkene(Beeld):
    """A random id."""

    betrokkene: UUID


class Dossier(Beeld):
    """The case behind a random id."""

    betrokkene: UUID
    dossier: str


def router(beheer: Dossierbeheer, profielen: Profielen, klok: Klok) -> APIRouter:
    """Ask for the random id of a case, and back."""
    router = api_router(tags=["betrokkenen"])

    @router.post("/betrokkenen", status_code=201, response_model=Betrokkene)
    @actie("betrokkene.vastleggen")
    async def leg_vast(request: Request, invoer: Dossierverwijzing) -> JSONResponse:
        """Geef het willekeurige kenmerk bij een dossier; hetzelfde dossier geeft hetzelfde kenmerk."""
        gemeente = voor_gemeente(profielen, eis_hele_gemeente(wie(request)), invoer.gemeente)
        betrokkene = await beheer.betrokkene(gemeente, invoer.dossier, lezer_van(wie(request)), context(request, klok))
        return JSONResponse(Betrokkene(betrokkene=betrokkene).model_dump(mode="json"), 201)

    @router.post("/betrokkenen/{betrokkene}/_bekijk")
    @actie("betrokkene.vastleggen")
    async def bekijk(request: Request, betrokkene: UUID) -> Dossier:
        """Geef het dossier bij een kenmerk; elke keer staat in het logboek."""
        lezer, nu = eis_hele_gemeente(wie(request)), context(request, klok)
        dossier = await beheer.lees(betrokkene, lezer_van(lezer), nu, binnen=lezer.gemeente)
        return Dossier(betrokkene=betrokkene, dossier=dossier)

    @router.post("/betrokkenen/{betrokkene}/_vernietig", status_code=204, response_class=Response)
    @actie("betrokkene.vastleggen")
    async def vernietig(request: Request, betrokkene: UUID) -> Response:
        """Vernietig de verwijzing naar het dossier; de maatregelen blijven, zonder weg naar de persoon."""
        door = eis_hele_gemeente(wie(request))
        await beheer.vernietig(betrokkene, context(request, klok), door=door.rol, binnen=door.gemeente)
        return Response(status_code=204)

    @router.get("/verwerkingen")
    @actie("logboek.lezen")
    async def verwerkingen() -> Sequence[Verwerking]:
        """Geef elke keer dat de dossierkluis is gelezen (Logboek Dataverwerkingen), de oudste eerst."""
        return [Verwerking.model_validate(regel) for regel in await asyncio.to_thread(beheer.verwerkingen)]

    return router
