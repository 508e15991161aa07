"""The dashboard, and the whole picture of a week: on screen and on paper."""

import asyncio
from collections.abc import Mapping
from functools import partial
from pathlib import Path
from typing import Annotated, Any

from fastapi import APIRouter, Query, Request
from fastapi.responses import HTMLResponse, Response
from pydantic import BaseModel, ConfigDict, Field
from pydantic.alias_generators import to_camel

from services.rapportage.application import Rapportagedienst, kijker
from services.rapportage.grafiek import Beeld, Palet
from services.rapportage.paginas.gefilterd import Filter, toon
from services.rapportage.paginas.kiezen import kies_plek
from services.rapportage.paginas.platen import OP_EEN_PAGINA, als_bestanden, op_papier
from services.rapportage.paginas.weekcijfers import PLATEN
from services.rapportage.paginas.weekstuk import stuk
from services.rapportage.plek import Plek
from services.rapportage.weekbeelden.uitsnede import keuzes
from services.rapportage.weekbeelden.weekbeeld import Weekbeeld
from services.rapportage.woorden import woorden
from shared.klok import Klok
from shared.pdf import maak_pdf, pdf_antwoord
from shared.profiel.regels import in_cellen
from shared.web import actie, wie
from shared.web.dagen import Dagtekst
from shared.web.guard import still_may
from shared.web.stroom import Stroom

Tekst = Annotated[str, Field(max_length=40)]
SJABLOON = Path(__file__).parents[1] / "templates" / "rapportage" / "weekbeeld.typ"


class Weekfilter(BaseModel):
    """What stands in the form; empty is what most want: the first location, now, everything."""

    model_config = ConfigDict(alias_generator=to_camel, validate_by_name=True, serialize_by_alias=True)

    locatie: Tekst = ""
    week: Tekst = ""
    peildatum: Dagtekst = ""
    aard: Tekst = ""
    plaats: Tekst = ""
    gebied: Tekst = ""
    thema: Tekst = ""
    kanaal: Tekst = ""
    gericht_tegen: Tekst = ""

    def gekozen(self) -> Filter:
        """Return it as every page takes it."""
        return Filter(self.locatie, self.model_dump(exclude={"locatie"}))


Gekozen = Annotated[Weekfilter, Query()]


def weekpaginas(router: APIRouter, dienst: Rapportagedienst, stroom: Stroom, klok: Klok) -> None:
    """Add the pages, the paper, and the doorbell of the dashboard."""

    @router.get("/rapportage")
    @actie("weekbeeld.lezen")
    async def dashboard(request: Request, gekozen: Gekozen) -> HTMLResponse:
        sjabloon = "rapportage/dashboard.html"
        return await toon(request, dienst, klok(), gekozen.gekozen(), dienst.weekbeeld, sjabloon, _velden)

    @router.get("/rapportage/weekbeeld")
    @actie("weekbeeld.lezen")
    async def weekbeeld(request: Request, gekozen: Gekozen) -> HTMLResponse:
        sjabloon = "rapportage/weekbeeld.html"
        return await toon(request, dienst, klok(), gekozen.gekozen(), dienst.weekbeeld, sjabloon, _velden)

    @router.get("/rapportage/stroom")
    @actie("weekbeeld.lezen")
    async def bel(request: Request) -> Response:
        return stroom.antwoord(partial(still_may, request, "weekbeeld.lezen"))

    @router.get("/rapportage/weekbeeld.pdf")
    @actie("weekbeeld.lezen")
    async def papier(request: Request, gekozen: Gekozen) -> Response:
        wie_kijkt = kijker(wie(request))
        plek = kies_plek(dienst.plekken(wie_kijkt), gekozen.locatie)
        beeld = await dienst.weekbeeld(plek, wie_kijkt, klok(), **gekozen.gekozen().vraag())
        inhoud = await asyncio.to_thread(week_pdf, beeld, plek, klok)
        return pdf_antwoord(inhoud, f"weekbeeld-{plek.locatie.code}-{beeld.deze_week.code}")


def week_pdf(beeld: Weekbeeld, plek: Plek, klok: Klok) -> bytes:
    """Put a week on paper (blocking)."""
    platen = platen_van(beeld, op_papier(plek.profiel))
    return maak_pdf(
        SJABLOON,
        in_cellen(stuk(beeld, plek, platen), plek.profiel),
        gemeente=f"Gemeente {plek.profiel.gemeente.naam}",
        titel=f"Weekbeeld {plek.locatie.naam}",
        op=klok(),
        zone=plek.zone,
        kleur=plek.profiel.huisstijl.kleur,
        bestanden=als_bestanden(platen),
    )


def platen_van(beeld: Weekbeeld, palet: Palet) -> dict[str, Beeld]:
    """Draw every picture of a week, by name."""
    return {naam: teken(beeld, palet) for naam, teken in PLATEN.items()}


def _velden(beeld: Weekbeeld, plek: Plek) -> Mapping[str, Any]:
    platen = platen_van(beeld, OP_EEN_PAGINA)
    per = ("per_week", "per_dag", "per_uur")
    return {
        "beeld": beeld,
        "platen": {soort: [plaat for naam, plaat in platen.items() if naam.endswith(soort)] for soort in per},
        "keuzes": keuzes(woorden(plek.profiel), plek.gebieden),
    }
