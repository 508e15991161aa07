"""`/overleg`: what is coming, what must still be closed, and one meeting with its agenda."""

from datetime import timedelta
from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse
from pydantic import BaseModel, BeforeValidator, ConfigDict, Field
from starlette.responses import Response

from services.overleg.application import Inzage, Overlegdienst
from services.overleg.overleg import Status
from services.overleg.paginas.woorden import Woorden
from services.overleg.store.filters import Vraag
from services.overleg.vormen import Bevindingen
from services.overleg.vormen.bevoegd import ziet
from shared.klok import Klok
from shared.ledger import Ledger
from shared.web import actie, context, formulier, lees_invoer, omleiding, page_router, pagina, wie

KOMEND = timedelta(weeks=5)
ZONDER = 20
"""How many meldingen without a meeting the page shows; the API gives all."""


def _lijst(waarde: object) -> object:
    return [waarde] if isinstance(waarde, str) else waarde


class Sluitformulier(BaseModel):
    """The boxes that were ticked, and the findings."""

    model_config = ConfigDict(extra="forbid")

    niet_besproken: Annotated[tuple[UUID, ...], BeforeValidator(_lijst), Field(alias="nietBesproken")] = ()
    bevindingen: Bevindingen = ""


def lezen(inzage: Inzage, dienst: Overlegdienst, klok: Klok, woorden: Woorden) -> APIRouter:
    """Pages that show."""
    router = page_router()

    @router.get("/overleg")
    @actie("overleg.lezen")
    async def lijst(request: Request) -> HTMLResponse:
        zicht, nu = ziet(dienst.profielen, wie(request)), klok()
        komend = await inzage.overleggen(Vraag(vanaf=nu, tot=nu + KOMEND), zicht)
        te_sluiten = await inzage.overleggen(Vraag(te_sluiten=nu, met_punten=True), zicht)
        leeg = await inzage.overleggen(Vraag(te_sluiten=nu, met_punten=False, nieuwste_eerst=True), zicht)
        gesloten = Vraag(status=Status.GESLOTEN, nieuwste_eerst=True)
        zonder = await inzage.zonder_overleg(zicht, hoogstens=ZONDER + 1)
        return pagina(
            request,
            "overleg/overleggen.html",
            eerste=[woorden.agenda(agenda) for agenda in await inzage.volgende(Vraag(vanaf=nu), zicht)],
            komend=[woorden.overleg(overleg) for overleg in komend if overleg.status is not Status.GESLOTEN],
            te_sluiten=[woorden.overleg(overleg) for overleg in te_sluiten],
            leeg_te_sluiten=[woorden.overleg(overleg) for overleg in leeg],
            gesloten=[woorden.overleg(overleg) for overleg in await inzage.overleggen(gesloten, zicht, hoogstens=10)],
            zonder=[woorden.melding(melding, melding.gemeente) for melding in zonder[:ZONDER]],
            meer_zonder=len(zonder) > ZONDER,
        )

    @router.get("/overleg/{overleg_id}")
    @actie("overleg.lezen")
    async def een(request: Request, overleg_id: UUID) -> HTMLResponse:
        agenda = await inzage.agenda(overleg_id, ziet(dienst.profielen, wie(request)))
        open_ = agenda.overleg.status in {Status.VOORGESTELD, Status.GEPLAND}
        return pagina(request, "overleg/overleg.html", overleg=woorden.agenda(agenda), te_openen=open_)

    return router


def houden(inzage: Inzage, dienst: Overlegdienst, ledger: Ledger, klok: Klok) -> APIRouter:
    """Pages that act."""
    router = page_router()

    @router.post("/overleg/{overleg_id}/open")
    @actie("overleg.sluiten")
    async def open_(request: Request, overleg_id: UUID) -> Response:
        await inzage.agenda(overleg_id, ziet(dienst.profielen, wie(request)))
        await ledger.run(lambda tx: dienst.open(tx, overleg_id), context(request, klok))
        return omleiding(f"/overleg/{overleg_id}")

    @router.post("/overleg/{overleg_id}/sluit")
    @actie("overleg.sluiten")
    async def sluit(request: Request, overleg_id: UUID) -> Response:
        await inzage.agenda(overleg_id, ziet(dienst.profielen, wie(request)))
        keuze = lees_invoer(Sluitformulier, await formulier(request))
        await ledger.run(
            lambda tx: dienst.sluit(tx, overleg_id, niet_besproken=keuze.niet_besproken, bevindingen=keuze.bevindingen),
            context(request, klok),
        )
        return omleiding(f"/overleg/{overleg_id}")

    return router
