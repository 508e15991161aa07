"""Pages over a period: service times, how good the figures are, and what changed."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from functools import partial
from typing import Annotated, Any

from fastapi import APIRouter, Query, Request
from fastapi.responses import HTMLResponse

from services.rapportage.application import Rapportagedienst, Verloopdienst, kijker, veranderingen
from services.rapportage.duren import in_woorden, procent
from services.rapportage.paginas.kiezen import kies_plek, waarde
from services.rapportage.plek import Kijker, Plek
from shared.facts import OngeldigeInvoer
from shared.klok import Klok
from shared.web import actie, pagina, wie

Tekst = Annotated[str, Query(max_length=40)]
Vraag = Callable[..., Awaitable[object]]


@dataclass(frozen=True)
class Filter:
    """What stands in the form; empty is what most want."""

    locatie: str
    dagen: dict[str, str]

    def vraag(self) -> dict[str, str | None]:
        """Return the dates as the application takes them."""
        return {veld: tekst or None for veld, tekst in self.dagen.items()}


def verlooppaginas(router: APIRouter, dienst: Rapportagedienst, verloop: Verloopdienst, klok: Klok) -> None:
    """Add the pages."""

    @router.get("/rapportage/doorlooptijden")
    @actie("weekbeeld.lezen")
    async def doorlooptijden(
        request: Request, locatie: Tekst = "", van: Tekst = "", tot: Tekst = "", peildatum: Tekst = ""
    ) -> HTMLResponse:
        filter_ = Filter(locatie, {"van": van, "tot": tot, "peildatum": peildatum})
        return await _toon(request, dienst, klok, filter_, verloop.doorlooptijden, "rapportage/doorlooptijden.html")

    @router.get("/rapportage/kwaliteit")
    @actie("weekbeeld.lezen")
    async def kwaliteit(
        request: Request, locatie: Tekst = "", van: Tekst = "", tot: Tekst = "", peildatum: Tekst = ""
    ) -> HTMLResponse:
        filter_ = Filter(locatie, {"van": van, "tot": tot, "peildatum": peildatum})
        return await _toon(request, dienst, klok, filter_, verloop.kwaliteit, "rapportage/kwaliteit.html")

    @router.get("/rapportage/veranderd")
    @actie("weekbeeld.lezen")
    async def veranderd(
        request: Request, locatie: Tekst = "", eerder: Tekst = "", peildatum: Tekst = "", week: Tekst = ""
    ) -> HTMLResponse:
        filter_ = Filter(locatie, {"eerder": eerder, "peildatum": peildatum, "week": week})
        vraag = partial(veranderingen, dienst)
        return await _toon(request, dienst, klok, filter_, vraag, "rapportage/veranderd.html")


async def _toon(
    request: Request, dienst: Rapportagedienst, klok: Klok, filter_: Filter, vraag: Vraag, sjabloon: str
) -> HTMLResponse:
    """Show the answer; with a wrong date the form says so, above the answer without dates."""
    wie_kijkt = kijker(wie(request))
    plekken = dienst.plekken(wie_kijkt)
    plek = kies_plek(plekken, filter_.locatie)
    antwoord, fouten = await _antwoord(vraag, plek, wie_kijkt, klok, filter_)
    velden = {"locatie": waarde(plek), **filter_.dagen}
    vaste: dict[str, Any] = {"locaties": [(waarde(een), een.locatie.naam) for een in plekken], "velden": velden}
    status = 400 if fouten else 200
    return pagina(
        request, sjabloon, status=status, fouten=fouten, uit=antwoord, duur=in_woorden, procent=procent, **vaste
    )


async def _antwoord(
    vraag: Vraag, plek: Plek, wie_kijkt: Kijker, klok: Klok, filter_: Filter
) -> tuple[object, dict[str, str]]:
    try:
        return await vraag(plek, wie_kijkt, klok(), **filter_.vraag()), {}
    except OngeldigeInvoer as fout:
        return await vraag(plek, wie_kijkt, klok()), {een.veld: een.reden for een in fout.fouten}
