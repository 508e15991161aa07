"""`/meldkaart`: whom to call for what around one location, to read, share and print (TB-2.5)."""

import asyncio
from pathlib import Path

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse, Response

from shared.facts import NietGevonden
from shared.klok import Klok
from shared.pdf import maak_pdf, pdf_antwoord
from shared.profiel import Profiel, Profielen
from shared.profiel.schema import Meldkaart, Meldkaartregel
from shared.web import actie, page_router, pagina, taal_van

PAPIER = Path(__file__).parents[1] / "templates" / "intake" / "meldkaart.typ"
KOPPEN = ("Waarvoor", "Wie", "Hoe", "Wanneer")
DEEL = "kaart"
"""The part of the texts that a language must have for these pages."""


def router(profielen: Profielen, klok: Klok) -> APIRouter:
    """Show the cards of every location, on screen and on paper."""
    router = page_router()

    @router.get("/meldkaart")
    @actie("meldkaart.lezen")
    async def lijst(request: Request) -> HTMLResponse:
        kaarten = [(profiel, kaart) for profiel in profielen.alle() for kaart in profiel.meldkaarten]
        koppen = [_kop(*kaart) for kaart in kaarten]
        return pagina(request, "intake/meldkaarten.html", t=taal_van(request, DEEL), kaarten=koppen)

    @router.get("/meldkaart/{gemeente}/{locatie}")
    @actie("meldkaart.lezen")
    async def een(request: Request, gemeente: str, locatie: str) -> HTMLResponse:
        profiel, kaart = _vind(profielen, gemeente, locatie)
        taal, kop = taal_van(request, DEEL), _kop(profiel, kaart)
        return pagina(request, "intake/meldkaart.html", t=taal, kaart=kaart, kop=kop)

    @router.get("/meldkaart/{gemeente}/{locatie}/meldkaart.pdf")
    @actie("meldkaart.lezen")
    async def papier(gemeente: str, locatie: str) -> Response:
        profiel, kaart = _vind(profielen, gemeente, locatie)
        inhoud = await asyncio.to_thread(
            maak_pdf,
            PAPIER,
            _gegevens(kaart),
            gemeente=f"Gemeente {profiel.gemeente.naam}",
            titel=f"Meldkaart {_plek(profiel, kaart)}",
            op=klok(),
            zone=profiel.zone,
            kleur=profiel.huisstijl.kleur,
        )
        return pdf_antwoord(inhoud, f"meldkaart-{kaart.locatie}")

    return router


def _vind(profielen: Profielen, gemeente: str, locatie: str) -> tuple[Profiel, Meldkaart]:
    profiel = profielen.van(gemeente)
    for kaart in profiel.meldkaarten:
        if kaart.locatie == locatie:
            return profiel, kaart
    raise NietGevonden("Van deze locatie is er geen meldkaart.")


def _plek(profiel: Profiel, kaart: Meldkaart) -> str:
    plek = profiel.locatie(kaart.locatie)
    return plek.naam if plek else kaart.locatie


def _kop(profiel: Profiel, kaart: Meldkaart) -> dict[str, str]:
    return {
        "naam": _plek(profiel, kaart),
        "van": profiel.gemeente.naam,
        "adres": f"/meldkaart/{profiel.gemeente.code}/{kaart.locatie}",
    }


def _gegevens(kaart: Meldkaart) -> dict[str, object]:
    rijen = [[regel.waarvoor, regel.wie, hoe(regel), regel.wanneer] for regel in kaart.regels]
    return {"koppen": list(KOPPEN), "rijen": rijen, "onderaan": kaart.onderaan}


def hoe(regel: Meldkaartregel) -> str:
    """Write how to reach somebody."""
    return " of ".join(filter(None, (regel.nummer, regel.website)))
