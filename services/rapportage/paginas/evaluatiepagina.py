"""`/rapportage/evaluatie`: the evaluation on screen and on paper (LVS-0.5, LVS-1.3)."""

import asyncio
from collections.abc import Mapping
from datetime import datetime
from pathlib import Path
from typing import Annotated

from fastapi import APIRouter, Query, Request
from fastapi.responses import HTMLResponse, Response

from services.rapportage.application import Evaluatiedienst, Rapportagedienst, kijker
from services.rapportage.paginas.evaluatiestuk import stuk
from services.rapportage.paginas.gefilterd import Filter, toon
from services.rapportage.paginas.kiezen import kies_plek
from services.rapportage.paginas.papier import meegeteld
from services.rapportage.paginas.platen import OP_EEN_PAGINA, als_bestanden, in_woorden, op_papier
from services.rapportage.plek import Plek
from services.rapportage.verslagen.evaluatie import Evaluatie
from services.rapportage.verslagen.evaluatietekening import evaluatieplaten
from shared.klok import Klok
from shared.pdf import maak_pdf, pdf_antwoord
from shared.profiel.regels import in_cellen
from shared.web import actie, wie
from shared.web.dagen import Dagtekst
from shared.web.opmaak import datum, tijdstip

Tekst = Annotated[str, Query(max_length=40)]
SJABLOON = Path(__file__).parents[1] / "templates" / "rapportage" / "evaluatie.typ"


def evaluatiepagina(router: APIRouter, dienst: Rapportagedienst, evaluatie: Evaluatiedienst, klok: Klok) -> None:
    """Add the page and the paper."""

    @router.get("/rapportage/evaluatie")
    @actie("weekbeeld.lezen")
    async def scherm(request: Request, locatie: Tekst = "", peildatum: Dagtekst = "") -> HTMLResponse:
        gekozen = Filter(locatie, {"peildatum": peildatum})
        return await toon(request, dienst, klok(), gekozen, evaluatie.evaluatie, "rapportage/evaluatie.html", _in_delen)

    @router.get("/rapportage/evaluatie.pdf")
    @actie("weekbeeld.lezen")
    async def papier(request: Request, locatie: Tekst = "", peildatum: Dagtekst = "") -> Response:
        wie_kijkt = kijker(wie(request))
        plek = kies_plek(dienst.plekken(wie_kijkt), locatie)
        uit = await evaluatie.evaluatie(plek, wie_kijkt, klok(), peildatum=peildatum or None)
        inhoud = await asyncio.to_thread(evaluatie_pdf, uit, plek, klok())
        return pdf_antwoord(inhoud, f"evaluatie-{plek.locatie.code}")


def evaluatie_pdf(uit: Evaluatie, plek: Plek, op: datetime) -> bytes:
    """Put it on paper (blocking)."""
    return maak_pdf(
        SJABLOON,
        in_cellen(_gegevens(uit, plek), plek.profiel),
        gemeente=f"Gemeente {plek.profiel.gemeente.naam}",
        titel=f"Evaluatie {plek.locatie.naam}",
        op=op,
        zone=plek.zone,
        kleur=plek.profiel.huisstijl.kleur,
        bestanden=als_bestanden(evaluatieplaten(uit, op_papier(plek.profiel))),
    )


def _in_delen(uit: Evaluatie, plek: Plek) -> Mapping[str, object]:
    return {
        "uit": uit,
        "delen": stuk(uit, plek.zone),
        "platen": list(evaluatieplaten(uit, OP_EEN_PAGINA).values()),
    }


def _gegevens(uit: Evaluatie, plek: Plek) -> dict[str, object]:
    return {
        "volledig": uit.volledig,
        "aankomst": datum(uit.aankomst) if uit.aankomst else None,
        "kenmerken": [
            ["Periode", f"{datum(uit.van)} tot en met {datum(uit.tot)}"],
            ["Bekend op", tijdstip(uit.peildatum)],
            ["Regels", ", ".join(uit.regels)],
            ["Meegeteld tot en met gebeurtenis", meegeteld(uit.gelezen)],
            ["Versie van het profiel", uit.profielversie],
        ],
        "delen": stuk(uit, plek.zone),
        "platen": in_woorden(evaluatieplaten(uit, op_papier(plek.profiel))),
    }
