"""`/beheer/bewaren`: how long anything is kept, what was erased, and who read contact details."""

import asyncio
from datetime import timedelta

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse

from services.intake.application.melderkant import Melderkant
from services.intake.bewaartermijn import termijn
from services.intake.kluis import DOELEN, Doel
from services.intake.store.verlopen import VERNIETIGD
from shared.ledger import from_iso
from shared.profiel import Profiel, Profielen
from shared.profiel.namen import BEWAARD
from shared.profiel.schema.melder import Bewaarsoort
from shared.web import actie, page_router, pagina

GEWIST_ALS = {"toelichting": ("tekst",), "quarantaine": ("coa-quarantaine",)}
"""Under which names the facts count what was erased, where that is not the name of the term."""
OVERIG = {"deel-van-tekst": "Woorden die een medewerker onleesbaar maakte"}
REGELS = 100


def router(melderkant: Melderkant, profielen: Profielen) -> APIRouter:
    """Show it to who supervises."""
    router = page_router()

    @router.get("/beheer/bewaren")
    @actie("bewaren.lezen")
    async def toon(request: Request) -> HTMLResponse:
        gemeenten = [(profiel.gemeente.naam, await _rijen(melderkant, profiel)) for profiel in profielen.alle()]
        regels = await asyncio.to_thread(melderkant.kluis.logboek.regels)
        gelezen = [_gelezen(regel) for regel in reversed(regels[-REGELS:])]
        return pagina(request, "intake/bewaren.html", gemeenten=gemeenten, gelezen=gelezen, aantal=len(regels))

    return router


async def _rijen(melderkant: Melderkant, profiel: Profiel) -> list[list[object]]:
    vernietigd = await melderkant.ledger.query(VERNIETIGD, (profiel.gemeente.code,))
    gewist = {soort: (aantal, from_iso(op)) for soort, aantal, op in vernietigd}
    rijen: list[list[object]] = []
    for soort, naam in BEWAARD.items():
        namen = GEWIST_ALS.get(soort, (soort,))
        rijen.append([naam, _termijn(profiel, soort), sum(gewist[n][0] for n in namen if n in gewist)])
    return [*rijen, *([naam, "–", gewist[soort][0]] for soort, naam in OVERIG.items() if soort in gewist)]


def _termijn(profiel: Profiel, soort: Bewaarsoort) -> str:
    gevonden = termijn(profiel, soort)
    if gevonden.vanaf_einde:
        hoogstens = f"hoogstens {_dagen(gevonden.hoogstens)} na ontvangst"
        return f"{_dagen(gevonden.duur)} na het sluiten van de melding, {hoogstens}"
    return f"{_dagen(gevonden.duur)} na ontvangst"


def _dagen(duur: timedelta) -> str:
    return "1 dag" if duur.days == 1 else f"{duur.days} dagen"


def _gelezen(regel: dict[str, object]) -> tuple[object, str, str, str]:
    kenmerken = regel["attributes"]
    assert isinstance(kenmerken, dict)  # noqa: S101  see `logboek`
    woorden = {str(doel): naam for doel, naam in DOELEN.items()} | {str(Doel.WISSEN): "Om ze te laten wissen"}
    waarvoor = woorden.get(kenmerken["meldketen.doel"], "Om een bericht te sturen waar de melder om vroeg")
    gelukt = "Ja" if regel["status"] == "Ok" else "Nee"
    return from_iso(str(regel["start_time"])), str(kenmerken["meldketen.rol"]), waarvoor, gelukt
