"""`/rapportage/evaluatie`: the evaluation on screen and on paper (LVS-0.5, LVS-1.3)."""

import asyncio
from pathlib import Path
from typing import Annotated

from fastapi import APIRouter, Query, Request
from fastapi.responses import HTMLResponse, Response

from services.rapportage.application import Evaluatiedienst, Rapportagedienst, kijker
from services.rapportage.evaluatie import Evaluatie
from services.rapportage.paginas.evaluatiestuk import stuk
from services.rapportage.paginas.kiezen import kies_plek, waarde
from services.rapportage.plek import Kijker, Plek
from shared.facts import OngeldigeInvoer
from shared.klok import Klok
from shared.pdf import maak_pdf, pdf_antwoord
from shared.web import actie, pagina, wie
from shared.web.opmaak import datum, tijdstip

Tekst = Annotated[str, Query(max_length=40)]
SJABLOON = Path(__file__).parents[1] / "templates" / "rapportage" / "evaluatie.typ"


def evaluatiepagina(router: APIRouter, dienst: Rapportagedienst, evaluatie: Evaluatiedienst, klok: Klok) -> None:
    """Add the page and the paper."""

    def voor(request: Request, locatie: str) -> tuple[list[Plek], Plek, Kijker]:
        wie_kijkt = kijker(wie(request))
        plekken = dienst.plekken(wie_kijkt)
        return plekken, kies_plek(plekken, locatie), wie_kijkt

    @router.get("/rapportage/evaluatie")
    @actie("weekbeeld.lezen")
    async def toon(request: Request, locatie: Tekst = "", peildatum: Tekst = "") -> HTMLResponse:
        plekken, plek, wie_kijkt = voor(request, locatie)
        fouten: dict[str, str] = {}
        try:
            uit = await evaluatie.evaluatie(plek, wie_kijkt, klok(), peildatum=peildatum or None)
        except OngeldigeInvoer as fout:
            fouten = {een.veld: een.reden for een in fout.fouten}
            uit = await evaluatie.evaluatie(plek, wie_kijkt, klok())
        keuzes = [(waarde(een), een.locatie.naam) for een in plekken]
        velden = {"locatie": waarde(plek), "peildatum": peildatum}
        wat = {"uit": uit, "delen": stuk(uit, plek.zone), "locaties": keuzes, "velden": velden, "fouten": fouten}
        return pagina(request, "rapportage/evaluatie.html", status=400 if fouten else 200, **wat)

    @router.get("/rapportage/evaluatie.pdf")
    @actie("weekbeeld.lezen")
    async def papier(request: Request, locatie: Tekst = "", peildatum: Tekst = "") -> Response:
        _, plek, wie_kijkt = voor(request, locatie)
        uit = await evaluatie.evaluatie(plek, wie_kijkt, klok(), peildatum=peildatum or None)
        inhoud = await asyncio.to_thread(
            maak_pdf,
            SJABLOON,
            _gegevens(uit, plek),
            gemeente=f"Gemeente {plek.profiel.gemeente.naam}",
            titel=f"Evaluatie {plek.locatie.naam}",
            op=klok(),
            zone=plek.zone,
        )
        return pdf_antwoord(inhoud, f"evaluatie-{plek.locatie.code}")


def _gegevens(uit: Evaluatie, plek: Plek) -> dict[str, object]:
    gelezen = ", ".join(f"{bron} {plaats}" for bron, plaats in uit.gelezen.items()) or "nog niets"
    return {
        "volledig": uit.volledig,
        "aankomst": datum(uit.aankomst) if uit.aankomst else None,
        "kenmerken": [
            ["Periode", f"{datum(uit.van)} tot en met {datum(uit.tot)}"],
            ["Bekend op", tijdstip(uit.peildatum)],
            ["Regels", ", ".join(uit.regels)],
            ["Gelezen tot en met", gelezen],
            ["Versie van het profiel", uit.profielversie],
        ],
        "delen": stuk(uit, plek.zone),
    }
