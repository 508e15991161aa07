"""A whole site on a real access store, for tests of doors: `proefsite(...)`, and clients that carry a role."""

from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from re import search

import httpx
from fastapi import APIRouter
from starlette.types import ASGIApp

from shared.profiel import Profielen
from shared.profiel.schema import Rol
from shared.settings import Settings
from shared.taken import Deel
from shared.web import Gereedheid, Toegang, service_app, site
from shared.web.shell import ZONDER
from shared.zoeken import Zoeker

BASIS = "https://localhost"
COOKIE = "__Host-meldketen"


def nu() -> datetime:
    """The clock of these tests."""
    return datetime.now(UTC)


async def _gereed() -> Gereedheid:
    return Gereedheid()


def proefsite(
    toegang: Toegang,
    *,
    apis: dict[str, APIRouter] | None = None,
    paginas: Sequence[APIRouter] = (),
    snelheidslimiet: bool = False,
    vandaag: Sequence[Deel] = (),
    zoekers: dict[str, Zoeker] | None = None,
    profielen: Profielen = ZONDER,
    behind: Callable[[], int] = lambda: 0,
) -> ASGIApp:
    """A site as the product serves it, with the doors that a test brings."""
    return site(
        {naam: service_app(naam, router, titel=naam.capitalize()) for naam, router in (apis or {}).items()},
        paginas,
        toegang=toegang,
        instellingen=Settings(snelheidslimiet=snelheidslimiet),
        klok=nu,
        naam="Zoetermeer",
        gereed=_gereed,
        vandaag=vandaag,
        zoekers=zoekers or {},
        profielen=profielen,
        behind=behind,
    )


def bezoeker(app: ASGIApp, **headers: str) -> httpx.AsyncClient:
    """A client without key or session; it follows no redirect and does not raise what the site answered with 500."""
    transport = httpx.ASGITransport(app=app, raise_app_exceptions=False)
    return httpx.AsyncClient(transport=transport, base_url=BASIS, headers=headers)


def met_sleutel(app: ASGIApp, toegang: Toegang, rol: Rol, locatie: str | None = None) -> httpx.AsyncClient:
    """A client with an API key for a role."""
    return bezoeker(app, Authorization=f"Bearer {toegang.maak_sleutel(rol, label='test', locatie=locatie)}")


async def met_sessie(
    app: ASGIApp, toegang: Toegang, rol: Rol, locatie: str | None = None, gemeente: str | None = None
) -> httpx.AsyncClient:
    """A client that signed in as a role, as a browser would be."""
    client = bezoeker(app, **{"Sec-Fetch-Site": "same-origin"})
    code = toegang.maak_link(rol, locatie=locatie, gemeente=gemeente).partition("code=")[2]
    answer = await client.post("/aanmelden", data={"code": code})
    assert answer.status_code == 303, answer.text
    return client


def csrf_uit(html: str) -> str:
    """The token that a form on this page carries."""
    found = search(r'name="csrf" value="([0-9a-f]+)"', html)
    assert found, "no csrf field on this page"
    return found[1]
