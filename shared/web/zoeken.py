"""`/zoeken`: one box for staff. What is typed goes in the body: addresses end up in logs and histories."""

import asyncio
from collections.abc import Mapping

from fastapi import APIRouter
from starlette.requests import Request
from starlette.responses import HTMLResponse

from shared.klok import Klok
from shared.web import navraag
from shared.web.forms import formulier
from shared.web.pages import pagina
from shared.web.routing import actie, limiet, page_router
from shared.web.toegang.wie import wie
from shared.zoeken import KORTSTE, LANGSTE, Zoeker, lees_zoekvraag, lijkt_volgcode

GEDULD_SECONDS = 5.0
TE_KORT = f"Vul minstens {KORTSTE} tekens in, en hoogstens {LANGSTE}."


def router(zoekers: Mapping[str, Zoeker], klok: Klok) -> APIRouter:
    """Give the page. `zoekers`: each service of this process, by what it is about."""
    router = page_router()

    @router.get("/zoeken")
    @actie("zoeken")
    async def vraag(request: Request) -> HTMLResponse:
        return _toon(request)

    @router.post("/zoeken")
    @actie("zoeken")
    @limiet("zoeken", per_minuut=60)
    async def zoek(request: Request) -> HTMLResponse:
        getypt = str((await formulier(request)).get("zoekterm", ""))
        if lijkt_volgcode(getypt):
            return _toon(request, volgcode=True)
        gevraagd = lees_zoekvraag(getypt)
        if gevraagd is None:
            return _toon(request, 400, zoekterm=getypt, fouten={"zoekterm": TE_KORT})
        antwoorden = await asyncio.gather(
            *(navraag.vraag(zoeker(wie(request), gevraagd, klok()), GEDULD_SECONDS) for zoeker in zoekers.values())
        )
        per_deel = dict(zip(zoekers, antwoorden, strict=True))
        return _toon(
            request,
            zoekterm=getypt,
            gevonden={titel: vondsten for titel, vondsten in per_deel.items() if vondsten},
            onleesbaar=[titel for titel, vondsten in per_deel.items() if vondsten is None],
            kort_nummer=gevraagd.staart is not None,
            gezocht=True,
        )

    return router


def _toon(request: Request, status: int = 200, *, zoekterm: str = "", **meer: object) -> HTMLResponse:
    leeg = {"fouten": {}, "gevonden": {}, "onleesbaar": [], "gezocht": False, "volgcode": False, "kort_nummer": False}
    return pagina(request, "zoeken.html", status=status, velden={"zoekterm": zoekterm}, **{**leeg, **meer})
