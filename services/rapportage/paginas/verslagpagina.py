"""`/rapportage/verslag`: the report over a quarter or a year, on screen and on paper (LV-2, KN-inleiding)."""

import asyncio
import re
from collections.abc import Mapping
from typing import Annotated, Literal

from fastapi import APIRouter, Query, Request
from fastapi.responses import HTMLResponse, Response

from services.rapportage.application import Rapportagedienst, Verslagdienst, kijker
from services.rapportage.paginas.gefilterd import Filter, toon
from services.rapportage.paginas.kiezen import kies_plek
from services.rapportage.paginas.papier import LOOPT_NOG, Papier, vindplaats
from services.rapportage.paginas.verslagstuk import titel, verslagstuk
from services.rapportage.plek import Plek
from services.rapportage.verslagen.verslag import Verslag
from shared.klok import Klok
from shared.pdf import pdf_antwoord
from shared.web import actie, wie
from shared.web.dagen import Dagtekst
from shared.web.opmaak import datum

KWARTAAL, JAAR = re.compile(r"[0-9]{4}-K[1-4]"), re.compile(r"[0-9]{4}")
Tekst = Annotated[str, Query(max_length=40)]
Soort = Literal["kwartaal", "jaar"]


def verslagpagina(router: APIRouter, dienst: Rapportagedienst, verslagen: Verslagdienst, klok: Klok) -> None:
    """Add the page and the paper."""

    @router.get("/rapportage/verslag")
    @actie("weekbeeld.lezen")
    async def scherm(
        request: Request, locatie: Tekst = "", soort: Soort = "kwartaal", periode: Tekst = "", peildatum: Dagtekst = ""
    ) -> HTMLResponse:
        gekozen = Filter(locatie, {"soort": soort, "periode": _passend(soort, periode), "peildatum": peildatum})
        return await toon(request, dienst, klok(), gekozen, verslagen.verslag, "rapportage/verslag.html", _in_delen)

    @router.get("/rapportage/verslag.pdf")
    @actie("weekbeeld.lezen")
    async def papier(
        request: Request, locatie: Tekst = "", soort: Soort = "kwartaal", periode: Tekst = "", peildatum: Dagtekst = ""
    ) -> Response:
        wie_kijkt = kijker(wie(request))
        plek = kies_plek(dienst.plekken(wie_kijkt), locatie)
        velden = {"periode": _passend(soort, periode) or None, "peildatum": peildatum or None}
        uit = await verslagen.verslag(plek, wie_kijkt, klok(), soort=soort, **velden)
        inhoud = await asyncio.to_thread(verslagpapier(uit, plek).pdf, klok(), plek.profiel)
        return pdf_antwoord(inhoud, f"verslag-{plek.locatie.code}-{uit.periode}")


def _passend(soort: Soort, periode: str) -> str:
    """The form shows the quarters or the years; who then takes the other kind still sends what was chosen before."""
    if soort == "jaar" and KWARTAAL.fullmatch(periode):
        return periode[:4]
    return "" if soort == "kwartaal" and JAAR.fullmatch(periode) else periode


def verslagpapier(uit: Verslag, plek: Plek) -> Papier:
    """Put it on paper."""
    return Papier(
        titel=f"{titel(uit)}, {uit.locatie_naam}",
        gemeente=plek.profiel.gemeente.naam,
        kenmerken=[
            ("Periode", f"{datum(uit.van)} tot en met {datum(uit.tot)}"),
            ("Regels", ", ".join(uit.regels)),
            *vindplaats(uit.peildatum, uit.gelezen, uit.profielversie),
        ],
        delen=verslagstuk(uit, plek.zone),
        let_op=() if uit.volledig else (LOOPT_NOG,),
    )


def _in_delen(uit: Verslag, plek: Plek) -> Mapping[str, object]:
    return {"uit": uit, "titel": titel(uit), "delen": verslagstuk(uit, plek.zone)}
