"""Which pages there are: read off the routers that the program serves, so that a new page cannot be forgotten."""

from collections.abc import Iterator
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from fastapi import APIRouter
from fastapi.routing import iter_route_contexts
from pydantic import SecretStr

from meldketen import beheerpaginas, documentatie, toegangspagina
from meldketen.diensten import NAMEN, bouw
from shared.dienst import Dienst, Omgeving
from shared.klok import echte_klok
from shared.profiel import Profielen, laad
from shared.settings import Settings
from shared.web import Gereedheid, gids, own_pages, vandaag, zoeken
from shared.web.audit import paginas as audit_paginas
from shared.web.toegang import ACTIES, OPENBAAR, open_toegang
from tests.browser.huis import ROLLEN

GEEN_PAGINA = (".pdf", ".json", ".{formaat}", "/stroom")
"""A PDF is no page: what makes one checks that it can be read aloud (`shared/pdf`). Nor is a document for programs, nor
the doorbell of a page."""


@cache
def paginas() -> dict[str, str]:
    """Return the path of every page, with the action that it is."""
    with TemporaryDirectory() as folder:
        toegang = open_toegang(folder, echte_klok)
        omgeving = Omgeving(Profielen([laad("zoetermeer")]), echte_klok, _settings(folder), toegang)
        diensten = [bouw(naam, omgeving) for naam in NAMEN]
        eigen = [
            audit_paginas.router(toegang.audit),
            own_pages.router(toegang, echte_klok),
            vandaag.router((), echte_klok),
            zoeken.router({}, echte_klok),
            gids.router(),
            *_beheer(diensten, omgeving),
        ]
        routers = [*eigen, *(dienst.paginas for dienst in diensten if dienst.paginas)]
        found = {path: naam for router in routers for path, naam in _acties(router)}
        for dienst in diensten:
            dienst.sluit()
        toegang.close()
    return found


def _beheer(diensten: list[Dienst], omgeving: Omgeving) -> list[APIRouter]:
    """The pages of the program itself; it is never asked whether it is ready."""
    profielen = omgeving.profielen.alle()
    return [
        documentatie.paginas(diensten),
        toegangspagina.router(omgeving.toegang, omgeving.profielen, echte_klok, ""),
        beheerpaginas.paginas(diensten[0].ledger, profielen, _ongevraagd, echte_klok),
    ]


async def _ongevraagd() -> Gereedheid:
    """Nobody asks."""
    return Gereedheid()


def _settings(folder: str) -> Settings:
    return Settings(data=Path(folder), geheim=SecretStr("alleen om te kijken welke deuren er zijn"))


def _acties(router: APIRouter) -> Iterator[tuple[str, str]]:
    for route in iter_route_contexts(router.routes):
        if "GET" in (route.methods or ()) and route.path and not route.path.endswith(GEEN_PAGINA):
            yield route.path, getattr(route.endpoint, "__actie__")  # noqa: B009 - a mark that mypy does not know


def rollen(route: str) -> tuple[str, ...]:
    """Return who may open this page, by the table of actions."""
    toegelaten = ACTIES[paginas()[route]]
    return ROLLEN if toegelaten is OPENBAAR else tuple(rol for rol in ROLLEN if rol in toegelaten)
