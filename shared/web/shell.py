"""The shell around all services: one site, one way of answering."""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from functools import partial
from types import MappingProxyType
from typing import Final

from fastapi import APIRouter, FastAPI
from fastapi.routing import iter_route_contexts

from shared.klok import Klok
from shared.profiel import Profielen
from shared.profiel.namen import codenaam, overlegnamen
from shared.profiel.schema.huisstijl import Huisstijl
from shared.settings import Settings
from shared.taken import Deel
from shared.web import gids, health, own_pages, zoeken
from shared.web.audit import paginas as audit_paginas
from shared.web.crowd import Crowd
from shared.web.edge import Edge
from shared.web.error_page import error_pages
from shared.web.health import Gereedheid
from shared.web.menu import present
from shared.web.rate import Limiter
from shared.web.request import Facilities
from shared.web.security import hosts_of
from shared.web.service import ServiceApp, refuse_unmarked, service_app
from shared.web.static_files import Static, StaticFiles
from shared.web.surface import Surfaces
from shared.web.talen import Talen
from shared.web.thema import NAAM, thema
from shared.web.toegang import Toegang
from shared.web.turnstile import Turnstiles
from shared.web.vandaag import router as vandaag_router
from shared.zoeken import Zoeker

__all__ = ["Gereedheid", "service_app", "site"]
ZONDER: Final = Profielen(())


def site(
    apis: Mapping[str, ServiceApp],
    paginas: Sequence[APIRouter],
    *,
    toegang: Toegang,
    instellingen: Settings,
    klok: Klok,
    naam: str,
    profielen: Profielen = ZONDER,
    gereed: Callable[[], Awaitable[Gereedheid]],
    metingen: Callable[[], Awaitable[bytes]] = health.requests_alone,
    vandaag: Sequence[Deel] = (),
    zoekers: Mapping[str, Zoeker] = MappingProxyType({}),
    huisstijl: Huisstijl | None = None,
    extern: APIRouter | None = None,
    behind: Callable[[], int] = lambda: 0,
) -> Edge:
    """Give everything that is served: APIs, pages, static files, `/gezond`, `/gereed`, `/metrics`.

    `profielen`: whose words and languages the pages use; `vandaag`: what each service brings to the start page;
    `zoekers`: who finds things, by what they are about; `extern`: signing in with an account of elsewhere;
    `behind`: how many facts of intake wait for who warns people.

    Raises:
        LookupError: a page has no rule.
    """
    for dienst, app in apis.items():
        app.published_at(dienst, instellingen)
    own = [
        own_pages.router(toegang, klok, extern=extern is not None),
        health.router(gereed, metingen),
        audit_paginas.router(toegang.audit, partial(codenaam, profielen)),
        vandaag_router(vandaag, klok),
        zoeken.router(zoekers, klok),
        gids.router(),
    ]
    own += [extern] if extern else []
    sheet = thema(huisstijl or Huisstijl())
    pages = _pages([*paginas, *own], sheet)
    limiter = Limiter(enabled=instellingen.snelheidslimiet)
    overleg = overlegnamen(profielen)
    menu = present({str(route.path) for route in iter_route_contexts(pages.routes)}, overleg)
    boven = instellingen.melding_bovenaan
    talen = Talen(code for profiel in profielen.alle() for code in profiel.meldingen.talen)
    facilities = Facilities(
        *(toegang, limiter, Crowd(), naam, menu, boven, sheet.at(NAAM), overleg, vandaag, talen),
        tuple(profielen.alle()),
        Turnstiles(behind),
    )
    return Edge(Surfaces(apis, pages), pages, hosts_of(instellingen), facilities)


def _pages(routers: Sequence[APIRouter], sheet: Static) -> FastAPI:
    app = FastAPI(openapi_url=None, redirect_slashes=False)
    error_pages(app)
    for router in routers:
        refuse_unmarked("paginas", router)
        app.router.routes.extend(router.routes)
    app.mount("/static", StaticFiles({NAAM: sheet}))
    return app
