"""Pages over a period: service times, how good the figures are, and what changed."""

from collections.abc import Mapping
from functools import partial
from typing import Annotated

from fastapi import APIRouter, Query, Request
from fastapi.responses import HTMLResponse

from services.rapportage.application import Rapportagedienst, Sindsdienst, Verloopdienst, veranderingen
from services.rapportage.paginas.gefilterd import Filter, toon
from services.rapportage.plek import Plek
from services.rapportage.verloop.duren import in_woorden, procent
from shared.klok import Klok
from shared.web import actie
from shared.web.dagen import Dagtekst

Tekst = Annotated[str, Query(max_length=40)]


def verlooppaginas(router: APIRouter, dienst: Rapportagedienst, verloop: Verloopdienst, klok: Klok) -> None:
    """Add the pages."""

    @router.get("/rapportage/doorlooptijden")
    @actie("weekbeeld.lezen")
    async def doorlooptijden(
        request: Request, locatie: Tekst = "", van: Dagtekst = "", tot: Dagtekst = "", peildatum: Dagtekst = ""
    ) -> HTMLResponse:
        gekozen = Filter(locatie, {"van": van, "tot": tot, "peildatum": peildatum})
        sjabloon = "rapportage/doorlooptijden.html"
        return await toon(request, dienst, klok(), gekozen, verloop.doorlooptijden, sjabloon, _in_woorden)

    @router.get("/rapportage/kwaliteit")
    @actie("weekbeeld.lezen")
    async def kwaliteit(
        request: Request, locatie: Tekst = "", van: Dagtekst = "", tot: Dagtekst = "", peildatum: Dagtekst = ""
    ) -> HTMLResponse:
        gekozen = Filter(locatie, {"van": van, "tot": tot, "peildatum": peildatum})
        return await toon(request, dienst, klok(), gekozen, verloop.kwaliteit, "rapportage/kwaliteit.html", _in_woorden)

    @router.get("/rapportage/veranderd")
    @actie("weekbeeld.lezen")
    async def veranderd(
        request: Request, locatie: Tekst = "", eerder: Dagtekst = "", peildatum: Dagtekst = "", week: Tekst = ""
    ) -> HTMLResponse:
        gekozen = Filter(locatie, {"eerder": eerder, "peildatum": peildatum, "week": week})
        vraag = partial(veranderingen, dienst)
        return await toon(request, dienst, klok(), gekozen, vraag, "rapportage/veranderd.html", _in_woorden)


def sindspagina(router: APIRouter, dienst: Rapportagedienst, sinds: Sindsdienst, klok: Klok) -> None:
    """Add the page with what is new since the last meeting."""

    @router.get("/rapportage/nieuw")
    @actie("overleg.lezen")
    async def nieuw(request: Request, locatie: Tekst = "", peildatum: Dagtekst = "") -> HTMLResponse:
        gekozen = Filter(locatie, {"peildatum": peildatum})
        return await toon(request, dienst, klok(), gekozen, sinds.nieuw, "rapportage/nieuw.html", _in_woorden)


def _in_woorden(antwoord: object, _: Plek) -> Mapping[str, object]:
    return {"uit": antwoord, "duur": in_woorden, "procent": procent}
