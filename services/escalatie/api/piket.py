"""The rota over HTTP: who has duty, standing in, swapping, and as a calendar."""

from datetime import datetime, timedelta
from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Query, Request, Response

from services.escalatie.application import Piketbalie
from services.escalatie.application.ical import schrijf
from services.escalatie.vormen.piket import (
    Agenda,
    Ingelezenvorm,
    Roosters,
    Roostervorm,
    Roostervraag,
    Ruil,
    Vervanging,
    Waar,
    roostervorm,
)
from shared.klok import Klok
from shared.web import actie, api_router, context, wie

VOORUIT = timedelta(days=28)
ICAL = "text/calendar; charset=utf-8"


def router(balie: Piketbalie, klok: Klok) -> APIRouter:
    """What the rota offers over HTTP."""
    router = api_router(tags=["piketrooster"])
    _lezen(router, balie, klok)
    _doen(router, balie, klok)
    return router


def _lezen(router: APIRouter, balie: Piketbalie, klok: Klok) -> None:
    @router.get("/piketrooster")
    @actie("piket.lezen")
    async def rooster(request: Request, vraag: Annotated[Roostervraag, Query()]) -> Roosters:
        """Geef wie dienst heeft, nu en straks, en wanneer niemand dienst heeft."""
        van, tot = _stuk(vraag, klok())
        standen = await balie.standen(van, tot, vraag.gemeente or wie(request).gemeente)
        gevraagd = [stand for stand in standen if vraag.rol in (None, stand.rooster.rol)]
        return Roosters(roosters=[roostervorm(stand) for stand in gevraagd])

    @router.get("/piketrooster/agenda.ics")
    @actie("piket.lezen")
    async def agenda(request: Request, vraag: Annotated[Roostervraag, Query()]) -> Response:
        """Geef het rooster als agenda (iCalendar)."""
        profiel, rol = balie.profiel(vraag.gemeente or wie(request).gemeente), str(vraag.rol or "piket")
        stand = await balie.stand(profiel, rol, *_stuk(vraag, klok()))
        naam = f"Piket {profiel.gemeente.naam}"
        return Response(schrijf(stand.beurten, naam=naam, rol=rol, op=klok()), media_type=ICAL)


def _doen(router: APIRouter, balie: Piketbalie, klok: Klok) -> None:
    @router.post("/piketrooster/wijzigingen", status_code=201)
    @actie("piket.wijzigen")
    async def vervang(request: Request, invoer: Vervanging) -> Roostervorm:
        """Laat iemand anders dienst hebben dan het rooster zegt."""
        profiel = balie.profiel(invoer.gemeente or wie(request).gemeente)
        stuk, door = invoer.stuk(), str(wie(request).rol)
        await balie.wijzig(profiel, invoer.rol, stuk, context(request, klok), door=door)
        return roostervorm(await balie.stand(profiel, invoer.rol, klok(), klok() + VOORUIT))

    @router.post("/piketrooster/_ruil", status_code=201)
    @actie("piket.wijzigen")
    async def ruil(request: Request, invoer: Ruil) -> Roostervorm:
        """Laat twee diensten elkaars beurt overnemen."""
        profiel = balie.profiel(invoer.gemeente or wie(request).gemeente)
        een, ander, door = invoer.een.stuk(), invoer.ander.stuk(), str(wie(request).rol)
        await balie.ruil(profiel, invoer.rol, een, ander, context(request, klok), door=door)
        return roostervorm(await balie.stand(profiel, invoer.rol, klok(), klok() + VOORUIT))

    @router.post("/piketrooster/wijzigingen/{wijziging_id}/_verval")
    @actie("piket.wijzigen")
    async def verval(request: Request, wijziging_id: UUID, waar: Waar) -> Roostervorm:
        """Laat een wijziging vervallen; van een ruil vervallen beide helften."""
        profiel, door = balie.profiel(waar.gemeente or wie(request).gemeente), str(wie(request).rol)
        await balie.laat_vervallen(profiel, waar.rol, wijziging_id, context(request, klok), door=door)
        return roostervorm(await balie.stand(profiel, waar.rol, klok(), klok() + VOORUIT))

    @router.post("/piketrooster/_importeer")
    @actie("piket.wijzigen")
    async def importeer(request: Request, invoer: Agenda) -> Ingelezenvorm:
        """Neem een agenda (iCalendar) over. De titel van een afspraak is de code van de dienst."""
        profiel, door = balie.profiel(invoer.gemeente or wie(request).gemeente), str(wie(request).rol)
        nieuw, bekend = await balie.importeer(
            profiel, invoer.rol, invoer.agenda.encode(), context(request, klok), door=door
        )
        return Ingelezenvorm(nieuw=nieuw, al_bekend=bekend)


def _stuk(vraag: Roostervraag, nu: datetime) -> tuple[datetime, datetime]:
    van = vraag.van or nu
    return van, max(min(vraag.tot or van + VOORUIT, van + 14 * VOORUIT), van + timedelta(minutes=1))
