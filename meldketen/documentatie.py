"""`/docs`: what other systems may rely on, for everybody to read. Nothing of a case is in it.

The documents are made from the code that answers and publishes, so they cannot be behind it.
"""

import asyncio
from collections.abc import Mapping, Sequence
from functools import lru_cache
from importlib.metadata import version

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse, JSONResponse

from meldketen.diensten import TITELS
from shared.bus.asyncapi import describe
from shared.bus.event import type_of
from shared.contracts import Fact
from shared.dienst import Dienst
from shared.web import actie, page_router, pagina

Soorten = Mapping[str, tuple[type[Fact], ...]]
VOOR_IEDEREEN = {"Access-Control-Allow-Origin": "*"}
"""The document is for tools on other sites too, as the NL API Design Rules ask of a description."""


def paginas(diensten: Sequence[Dienst]) -> APIRouter:
    """Give the page and the documents that are not served by an API itself."""
    router, meldt, hoort = page_router(), _meldt(diensten), _hoort(diensten)
    beschrijving = lru_cache(maxsize=1)(lambda: describe(meldt, hoort, versie=version("meldketen")))

    @router.get("/docs")
    @actie("uitleg.lezen")
    async def toon(request: Request) -> HTMLResponse:
        apis = [(dienst.naam, TITELS[dienst.naam]) for dienst in diensten]
        return pagina(request, "docs.html", apis=apis, berichten=_berichten(meldt, hoort))

    @router.get("/docs/asyncapi.json")
    @actie("uitleg.lezen")
    async def asyncapi() -> JSONResponse:
        return JSONResponse(await asyncio.to_thread(beschrijving), headers=VOOR_IEDEREEN)

    return router


def _meldt(diensten: Sequence[Dienst]) -> Soorten:
    return {dienst.naam: tuple(dienst.ledger.kinds()) for dienst in diensten}


def _hoort(diensten: Sequence[Dienst]) -> Soorten:
    """Say what each service hears: what it has a handler for, or all of its sources where it takes everything."""
    meldt = _meldt(diensten)
    return {
        dienst.naam: tuple(dict.fromkeys(soort for bron in dienst.sources for soort in meldt.get(bron, ())))
        if dienst.raw is not None
        else tuple(dienst.handlers)
        for dienst in diensten
    }


def _berichten(meldt: Soorten, hoort: Soorten) -> dict[str, list[list[str]]]:
    """Give by service what it tells: name, type, and who hears it."""
    return {
        dienst: [
            [soort.__name__, type_of(dienst, soort.__name__), ", ".join(_wie_hoort(dienst, soort, hoort)) or "niemand"]
            for soort in sorted(soorten, key=lambda soort: soort.__name__)
        ]
        for dienst, soorten in meldt.items()
    }


def _wie_hoort(bron: str, soort: type[Fact], hoort: Soorten) -> list[str]:
    return [dienst for dienst, soorten in hoort.items() if soort in soorten and dienst != bron]
