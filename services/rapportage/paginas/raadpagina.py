"""`/raadsverslag`: reports to the council, on screen and on paper (KN-inleiding)."""

import asyncio
from collections.abc import Mapping
from typing import Annotated

from fastapi import APIRouter, Query, Request
from fastapi.responses import HTMLResponse, Response

from services.rapportage.application import Raadsdienst, Rapportagedienst, kijker
from services.rapportage.paginas.gefilterd import Filter, toon
from services.rapportage.paginas.kiezen import kies_plek
from services.rapportage.paginas.papier import Papier, vindplaats
from services.rapportage.paginas.raadstuk import let_op, raadstuk
from services.rapportage.plek import Plek
from services.rapportage.verslagen.raad import Raadsverslag, Soort
from shared.klok import Klok
from shared.pdf import pdf_antwoord
from shared.web import actie, wie
from shared.web.dagen import Dagtekst
from shared.web.opmaak import datum

Tekst = Annotated[str, Query(max_length=40)]


def raadpagina(router: APIRouter, dienst: Rapportagedienst, raad: Raadsdienst, klok: Klok) -> None:
    """Add the page and the paper."""

    @router.get("/raadsverslag")
    @actie("raadsverslag.lezen")
    async def scherm(
        request: Request, locatie: Tekst = "", soort: Soort = "jaar", jaar: Tekst = "", peildatum: Dagtekst = ""
    ) -> HTMLResponse:
        gekozen = Filter(locatie, {"soort": soort, "jaar": jaar, "peildatum": peildatum})
        return await toon(request, dienst, klok(), gekozen, raad.verslag, "rapportage/raad.html", _in_delen)

    @router.get("/raadsverslag.pdf")
    @actie("raadsverslag.lezen")
    async def papier(
        request: Request, locatie: Tekst = "", soort: Soort = "jaar", jaar: Tekst = "", peildatum: Dagtekst = ""
    ) -> Response:
        wie_kijkt = kijker(wie(request))
        plek = kies_plek(dienst.plekken(wie_kijkt), locatie)
        velden = {"jaar": jaar or None, "peildatum": peildatum or None}
        uit = await raad.verslag(plek, wie_kijkt, klok(), soort=soort, **velden)
        inhoud = await asyncio.to_thread(raadspapier(uit, plek).pdf, klok(), plek.profiel)
        return pdf_antwoord(inhoud, f"raad-{plek.locatie.code}-{uit.soort}-{uit.tot.year}")


def raadspapier(uit: Raadsverslag, plek: Plek) -> Papier:
    """Put it on paper."""
    return Papier(
        titel=uit.titel,
        gemeente=uit.gemeente_naam,
        kenmerken=[
            ("Locatie", uit.locatie_naam),
            ("Periode", f"{datum(uit.van)} tot en met {datum(uit.tot)}"),
            ("Regels", ", ".join(uit.regels)),
            *vindplaats(uit.peildatum, uit.gelezen, uit.profielversie),
        ],
        delen=raadstuk(uit, plek.locatie),
        let_op=let_op(uit),
    )


def _in_delen(uit: Raadsverslag, plek: Plek) -> Mapping[str, object]:
    return {"uit": uit, "delen": raadstuk(uit, plek.locatie), "let_op": let_op(uit)}
