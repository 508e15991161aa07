"""`/privacy`: what for, on what ground, how long, and what somebody can ask; the terms are those of the profile."""

from datetime import timedelta

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse

from services.intake.bewaartermijn import termijn
from shared.profiel import Profiel, Profielen
from shared.profiel.schema.melder import Bewaarsoort
from shared.web import actie, page_router, pagina, taal_van
from shared.web.talen import Taal

BEWAARD: tuple[Bewaarsoort, ...] = ("toelichting", "contact", "gesprek", "volgcode")
"""What is kept of a reporter."""


def router(profielen: Profielen) -> APIRouter:
    """Show it to everyone."""
    router, alle = page_router(), profielen.alle()
    contacten = [(een.naam, een.privacy) for een in (profiel.gemeente for profiel in alle)]

    @router.get("/privacy")
    @actie("uitleg.lezen")
    async def privacy(request: Request) -> HTMLResponse:
        taal = taal_van(request, "privacy")
        gemeenten = [(profiel.gemeente.naam, _termijnen(profiel, taal)) for profiel in alle]
        return pagina(request, "intake/privacy.html", t=taal, gemeenten=gemeenten, contacten=contacten)

    return router


def _termijnen(profiel: Profiel, taal: Taal) -> list[tuple[str, str]]:
    return [(taal(f"privacy.bewaard.{soort}"), _hoe_lang(profiel, soort, taal)) for soort in BEWAARD]


def _hoe_lang(profiel: Profiel, soort: Bewaarsoort, taal: Taal) -> str:
    gevonden = termijn(profiel, soort)
    duur = duur_in_woorden(gevonden.duur, taal)
    if gevonden.vanaf_einde:
        return taal("privacy.duur.na_einde", duur=duur, hoogstens=duur_in_woorden(gevonden.hoogstens, taal))
    return taal("privacy.duur.na_melding", duur=duur)


def duur_in_woorden(duur: timedelta, taal: Taal) -> str:
    """Write a term in days, or in years where it is whole years."""
    aantal, eenheid, meer = (duur.days, "dag", "dagen")
    if duur.days and duur.days % 365 == 0:
        aantal, eenheid, meer = (duur.days // 365, "jaar", "jaren")
    return taal(f"privacy.duur.{eenheid if aantal == 1 else meer}", aantal=aantal)
