"""A route without a rule does not exist."""

from collections.abc import Callable, Coroutine
from typing import Any

import pytest
from fastapi import APIRouter, Depends, FastAPI
from starlette.responses import JSONResponse

from shared.web import Toegang, actie, api_router, ongemarkeerde_routes, page_router, service_app
from shared.web.service import ServiceApp
from tests.shared import deuren
from tests.web import bezoeker, proefsite

Deur = Callable[[], Coroutine[Any, Any, JSONResponse]]


def _deur() -> Deur:
    async def deur() -> JSONResponse:
        return JSONResponse({})

    return deur


def test_een_route_zonder_regel_wordt_gevonden() -> None:
    """A door without a mark is named, also inside an included router."""
    binnen = api_router(prefix="/binnen")
    binnen.get("/zonder")(_deur())
    buiten = api_router()
    buiten.get("/met")(actie("meldingen.lezen")(_deur()))
    buiten.include_router(binnen)
    assert ongemarkeerde_routes(buiten.routes) == ["/binnen/zonder"]


def test_een_gewone_router_heeft_geen_bewaker() -> None:
    """A mark on a router that has no guard protects nothing, and is refused."""
    router = APIRouter()
    router.get("/met")(actie("meldingen.lezen")(_deur()))
    assert ongemarkeerde_routes(router.routes) == ["/met"]


def test_een_losse_app_wordt_ook_gezien() -> None:
    """The documents that FastAPI adds by itself have no rule either."""
    assert "/openapi.json" in ongemarkeerde_routes(FastAPI().routes)


def test_een_dienst_met_een_open_deur_start_niet() -> None:
    """A service with an unmarked route refuses to be built."""
    router = api_router()
    router.get("/open")(_deur())
    with pytest.raises(LookupError, match="/open"):
        service_app("intake", router, titel="Intake")


def test_een_pagina_zonder_regel_start_niet(toegang: Toegang) -> None:
    """A page without a mark refuses to be served."""
    router = page_router()
    router.get("/open")(_deur())
    with pytest.raises(LookupError, match="/open"):
        proefsite(toegang, paginas=[router])


def test_een_onbekende_actie_kan_niet() -> None:
    """An action that is not in the table is a mistake at once."""
    with pytest.raises(LookupError, match=r"wissen\.alles"):
        actie("wissen.alles")


def _binnen() -> APIRouter:
    router = api_router()
    router.get("/x")(actie("meldingen.lezen")(_deur()))
    return router


def test_verborgen_afhankelijkheden_worden_gevonden() -> None:
    """Dependencies that come with an inclusion are not seen by a direct endpoint, so they are refused."""
    buiten = APIRouter()
    buiten.include_router(_binnen(), dependencies=[Depends(_deur())])
    assert ongemarkeerde_routes(buiten.routes) == ["/x"]


def test_een_router_komt_erin_zoals_hij_is() -> None:
    """What FastAPI would add on the way is refused, not forgotten."""
    with pytest.raises(TypeError, match="dependencies"):
        api_router().include_router(_binnen(), dependencies=[Depends(_deur())])


@pytest.fixture
def app() -> ServiceApp:
    """The API of the test doors."""
    return service_app("intake", deuren.api(), titel="Intake")


def test_de_beschrijving_zegt_wat_de_api_doet(app: ServiceApp, toegang: Toegang) -> None:
    """The document has contact, version, 400 instead of 422, problems, the header, and who may."""
    proefsite(toegang, apis={"intake": deuren.api()})
    document = app.openapi()
    post = document["paths"]["/dingen"]["post"]
    assert document["openapi"].startswith("3.")
    assert document["info"]["version"] == "1.0.0"
    assert "422" not in post["responses"]
    assert list(post["responses"]["400"]["content"]) == ["application/problem+json"]
    assert all("API-Version" in answer["headers"] for answer in post["responses"].values())
    assert post["security"] == [{}, {"sleutel": []}]
    assert document["paths"]["/dingen"]["get"]["security"] == [{"sleutel": []}]
    assert "HTTPValidationError" not in document["components"]["schemas"]


async def test_de_beschrijving_staat_op_de_vaste_plaats(toegang: Toegang) -> None:
    """Everyone may read it, from any site, with the address and whom to ask."""
    antwoord = await bezoeker(proefsite(toegang, apis={"intake": deuren.api()})).get("/intake/v1/openapi.json")
    info = antwoord.json()["info"]
    assert antwoord.headers["access-control-allow-origin"] == "*"
    assert antwoord.json()["servers"] == [{"url": "http://127.0.0.1:8080/intake/v1"}]
    assert set(info["contact"]) == {"name", "email", "url"}
