"""`/privacy`: what for, on what ground, how long, and what somebody can ask; the terms are those of the profile."""

from datetime import timedelta

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse

from services.intake.bewaartermijn import termijn
from shared.profiel import Profiel, Profielen
from shared.profiel.schema.melder import Bewaarsoort
from shared.web import actie, page_router, pagina

BEWAARD: dict[Bewaarsoort, str] = {
    "toelichting": "De tekst van uw melding, zonder wat wij weghaalden",
    "contact": "Uw e-mailadres en telefoonnummer, als u die gaf",
    "gesprek": "Wat u later toevoegde, en vragen aan u",
    "volgcode": "De afdruk van uw volgcode",
}


def router(profielen: Profielen) -> APIRouter:
    """Show it to everyone."""
    router = page_router()
    gemeenten = [(profiel.gemeente.naam, _termijnen(profiel)) for profiel in profielen.alle()]
    contacten = [(een.naam, een.privacy) for een in (profiel.gemeente for profiel in profielen.alle())]

    @router.get("/privacy")
    @actie("uitleg.lezen")
    async def privacy(request: Request) -> HTMLResponse:
        return pagina(request, "intake/privacy.html", gemeenten=gemeenten, contacten=contacten)

    return router


def _termijnen(profiel: Profiel) -> list[tuple[str, str]]:
    return [(woorden, _hoe_lang(profiel, soort)) for soort, woorden in BEWAARD.items()]


def _hoe_lang(profiel: Profiel, soort: Bewaarsoort) -> str:
    gevonden = termijn(profiel, soort)
    if gevonden.vanaf_einde:
        duur, hoogstens = _duur(gevonden.duur), _duur(gevonden.hoogstens)
        return f"tot {duur} nadat uw melding is afgesloten, en nooit langer dan {hoogstens}"
    return f"{_duur(gevonden.duur)} na uw melding"


def _duur(duur: timedelta) -> str:
    if duur.days and duur.days % 365 == 0:
        return f"{duur.days // 365} jaar"
    return "1 dag" if duur.days == 1 else f"{duur.days} dagen"
