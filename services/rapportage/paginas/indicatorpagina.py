"""`/rapportage/indicatoren`: priorities, goals and figures of the municipality (KN-besluit-2, LV-3, TB-1.2)."""

from typing import Annotated

from fastapi import APIRouter, Query, Request
from fastapi.responses import HTMLResponse

from services.rapportage.application import Indicatorendienst, kijker
from services.rapportage.doelen.indicatoren import Indicatoren
from services.rapportage.paginas.indicatorstuk import (
    cijferdeel,
    meter_in_woorden,
    speerpunten_in_woorden,
)
from shared.facts import NietGevonden, OngeldigeInvoer
from shared.klok import Klok
from shared.profiel import Profiel
from shared.web import actie, pagina, wie
from shared.web.dagen import Dagtekst

Tekst = Annotated[str, Query(max_length=40)]


def indicatorpagina(router: APIRouter, dienst: Indicatorendienst, klok: Klok) -> None:
    """Add the page."""

    @router.get("/rapportage/indicatoren")
    @actie("indicatoren.lezen")
    async def scherm(request: Request, gemeente: Tekst = "", peildatum: Dagtekst = "") -> HTMLResponse:
        wie_kijkt = kijker(wie(request))
        profielen, alles = dienst.profielen(wie_kijkt), wie_kijkt.zicht.hele_getallen
        profiel = _gekozen(profielen, gemeente)
        fouten: dict[str, str] = {}
        try:
            uit = await dienst.indicatoren(profiel, klok(), hele_getallen=alles, peildatum=peildatum or None)
        except OngeldigeInvoer as fout:
            uit = await dienst.indicatoren(profiel, klok(), hele_getallen=alles)
            fouten = {een.veld: een.reden for een in fout.fouten}
        return pagina(
            request,
            "rapportage/indicatoren.html",
            status=400 if fouten else 200,
            gemeenten=[(een.gemeente.code, een.gemeente.naam) for een in profielen],
            velden={"gemeente": profiel.gemeente.code, "peildatum": peildatum},
            fouten=fouten,
            **_in_woorden(uit),
        )


def _gekozen(profielen: list[Profiel], gemeente: str) -> Profiel:
    for profiel in profielen:
        if gemeente in ("", profiel.gemeente.code):
            return profiel
    raise NietGevonden("Deze gemeente is er niet, of niet voor u. Kies een gemeente uit de lijst.")


def _in_woorden(uit: Indicatoren) -> dict[str, object]:
    return {
        "uit": uit,
        "speerpunten": speerpunten_in_woorden(uit),
        "doelen": [meter_in_woorden(doel) for doel in uit.doelen],
        "cijfers": cijferdeel(uit.cijfers, uit.kleinste_getal),
    }
