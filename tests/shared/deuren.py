"""Doors that exist only to be knocked on: every way of answering that the shell has to cover."""

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from datetime import UTC, date, datetime
from enum import StrEnum
from typing import Annotated, ClassVar, Literal
from uuid import UUID

from fastapi import APIRouter, Query
from pydantic import AfterValidator, AwareDatetime, BaseModel, ConfigDict, Field
from pydantic.alias_generators import to_camel
from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, Response

from shared.facts import Fout, NietGevonden, OngeldigeInvoer, Rejected
from shared.ledger import Overloaded, StoreUnavailable
from shared.web import actie, api_router, context, eis_locatie, formulier, limiet, omleiding, page_router, pagina, wie
from shared.web.crowd import PLACES
from shared.web.edge import Edge


class AlGesloten(Rejected):
    """A refusal of the domain, with its rule."""

    regel: ClassVar[str] = "TB-3.2"


FOUTEN: dict[str, Exception] = {
    "domein": AlGesloten("Dit overleg is al gesloten."),
    "weg": NietGevonden("Deze melding bestaat niet."),
    "invoer": OngeldigeInvoer(Fout("locatie", "onbekende locatie")),
    "vol": Overloaded(),
    "opslag": StoreUnavailable(),
    "onverwacht": RuntimeError("geheim 0612345678"),
}


class Kleur(StrEnum):
    """A choice."""

    ROOD = "rood"
    BLAUW = "blauw"


def _geen_tien(number: int) -> int:
    if number == 10:
        raise ValueError("tien mag niet")
    return number


class Contact(BaseModel):
    """An inner object."""

    model_config = ConfigDict(extra="forbid")

    email: str = ""


class Alles(BaseModel):
    """A field for each kind of mistake."""

    model_config = ConfigDict(alias_generator=to_camel, extra="forbid")

    op_tijd: AwareDatetime = datetime(2026, 1, 1, tzinfo=UTC)
    dag: date = date(2026, 1, 1)
    kleur: Kleur = Kleur.ROOD
    soort: Literal["a", "b"] = "a"
    kort: Annotated[str, Field(max_length=5, pattern="^[a-z]*$")] = ""
    getal: Annotated[int, Field(ge=1, le=4), AfterValidator(_geen_tien)] = 1
    los: Annotated[int, AfterValidator(_geen_tien)] = 1
    aan: bool = False
    nummer: UUID = UUID(int=0)
    contact: Contact = Contact()
    lijst: Annotated[list[int], Field(max_length=2)] = []
    verplicht: str


def api() -> APIRouter:
    """An API with one route for each way of answering."""
    router = api_router()
    gedaan: list[bytes] = []

    @router.get("/dingen")
    @actie("meldingen.lezen")
    async def lijst(request: Request, per_pagina: Annotated[int, Query(alias="perPagina", ge=1)] = 10) -> JSONResponse:
        return JSONResponse({"rol": wie(request).rol, "perPagina": per_pagina})

    @router.post("/dingen", status_code=201)
    @actie("melding.doen")
    async def maak(request: Request, invoer: Alles) -> JSONResponse:
        gedaan.append(invoer.verplicht.encode())
        spoor = context(request, lambda: datetime.now(UTC)).correlatie
        return JSONResponse({"gedaan": len(gedaan), "spoor": spoor}, 201)

    @router.get("/locaties/{locatie}")
    @actie("meldingen.lezen")
    async def van(request: Request, locatie: str) -> JSONResponse:
        eis_locatie(wie(request), locatie)
        return JSONResponse({})

    @router.get("/fouten/{soort}")
    @actie("melding.volgen")
    async def fout(soort: str) -> JSONResponse:
        raise FOUTEN[soort]

    @router.post("/dingen/_tel")
    @actie("melding.volgen")
    @limiet("tellen", per_minuut=3)
    async def tel(request: Request) -> JSONResponse:
        return JSONResponse({})

    @router.post("/dingen/_sluit")
    @actie("melding.behandelen")
    async def sluit(request: Request) -> JSONResponse:
        raise FOUTEN["domein"]

    @router.post("/dingen/_lees")
    @actie("melding.volgen")
    async def lees(request: Request) -> JSONResponse:
        return JSONResponse({"lengte": len(await request.body())})

    return router


def paginas() -> APIRouter:
    """Pages with a form, behind a role and open."""
    router = page_router()

    @router.get("/meldingen")
    @actie("meldingen.lezen")
    async def lijst(request: Request, naam: str = "") -> HTMLResponse:
        return pagina(request, "aanmelden.html", code=naam)

    @router.post("/meldingen")
    @actie("meldingen.lezen")
    async def doe(request: Request) -> Response:
        return JSONResponse(await formulier(request))

    @router.post("/melden")
    @actie("melding.doen")
    async def meld(request: Request) -> Response:
        return JSONResponse(await formulier(request))

    @router.get("/stuk/{soort}")
    @actie("melding.volgen")
    async def fout(soort: str) -> Response:
        raise FOUTEN[soort]

    @router.get("/weg")
    @actie("melding.volgen")
    async def weg(naar: str) -> Response:
        return omleiding(naar)

    return router


@contextmanager
def vol(app: Edge, actie: str, *, aangemeld: bool = False, over: int = 0) -> Iterator[None]:
    """All places of a kind are taken, but for `over`."""
    with ExitStack() as stapel:
        for _ in range(PLACES - over):
            stapel.enter_context(app.facilities.crowd.place(("POST", "/elders", aangemeld), actie, signed_in=aangemeld))
        yield
