"""`/overleg/{id}/wijzig`: another moment for one meeting, or none; a refusal stands above the form."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse
from starlette.responses import Response

from services.overleg.application import Inzage, Overlegdienst
from services.overleg.beelden import Agenda
from services.overleg.paginas.formulieren import Annuleerformulier, Verzetformulier
from services.overleg.paginas.woorden import Woorden
from services.overleg.vormen.bevoegd import ziet
from shared.facts import Fout, OngeldigeInvoer, Rejected
from shared.klok import Klok
from shared.ledger import Ledger
from shared.web import actie, context, eis_zeker, formulier, lees_invoer, omleiding, page_router, pagina, wie

GEEN_REDEN = Fout("reden", "schrijf waarom dit overleg niet doorgaat: de deelnemers lezen dat")
GEANNULEERD = "Een geannuleerd overleg komt niet terug."
Velden = dict[str, object]
Doe = Callable[[Velden], Awaitable[None]]


@dataclass(frozen=True)
class Deur:
    """What these pages need."""

    inzage: Inzage
    dienst: Overlegdienst
    ledger: Ledger
    klok: Klok
    woorden: Woorden

    async def agenda(self, request: Request, overleg_id: UUID) -> Agenda:
        """The meeting, for who may see it."""
        return await self.inzage.agenda(overleg_id, ziet(self.dienst.profielen, wie(request)))

    async def blad(self, request: Request, overleg_id: UUID, status: int = 200, **meer: object) -> HTMLResponse:
        """The page with both forms."""
        overleg = self.woorden.agenda(await self.agenda(request, overleg_id))
        wat = {"overleg": overleg, "velden": {}, "fouten": {}, "weigering": None, **meer}
        return pagina(request, "overleg/wijzig.html", status=status, **wat)

    async def probeer(self, request: Request, overleg_id: UUID, doe: Doe) -> Response:
        """Do what a form asks, or say above it why not."""
        velden: Velden = dict(await formulier(request))
        try:
            await doe(velden)
        except OngeldigeInvoer as fout:
            gebreken = {each.veld: each.reden for each in fout.fouten}
            return await self.blad(request, overleg_id, 400, velden=velden, fouten=gebreken)
        except Rejected as weigering:
            return await self.blad(request, overleg_id, 409, velden=velden, weigering=weigering.reden)
        return omleiding(f"/overleg/{overleg_id}")


def router(deur: Deur) -> APIRouter:
    """Move and cancel."""
    router, dienst = page_router(), deur.dienst

    @router.get("/overleg/{overleg_id}/wijzig")
    @actie("overleg.voorbereiden")
    async def toon(request: Request, overleg_id: UUID) -> HTMLResponse:
        return await deur.blad(request, overleg_id)

    @router.post("/overleg/{overleg_id}/verzet")
    @actie("overleg.voorbereiden")
    async def verzet(request: Request, overleg_id: UUID) -> Response:
        gemeente = (await deur.agenda(request, overleg_id)).overleg.gemeente

        async def doe(velden: Velden) -> None:
            keuze = lees_invoer(Verzetformulier, velden)
            naar, waarom = lokaal(dienst, gemeente, keuze.naar), keuze.toelichting
            await deur.ledger.run(lambda tx: dienst.verzet(tx, overleg_id, naar, waarom), context(request, deur.klok))

        return await deur.probeer(request, overleg_id, doe)

    @router.post("/overleg/{overleg_id}/annuleer")
    @actie("overleg.voorbereiden")
    async def annuleer(request: Request, overleg_id: UUID) -> Response:
        await deur.agenda(request, overleg_id)

        async def doe(velden: Velden) -> None:
            waarom = lees_invoer(Annuleerformulier, velden).reden
            if not waarom:
                raise OngeldigeInvoer(GEEN_REDEN)
            eis_zeker(velden, GEANNULEERD)
            await deur.ledger.run(lambda tx: dienst.annuleer(tx, overleg_id, waarom), context(request, deur.klok))

        return await deur.probeer(request, overleg_id, doe)

    return router


def lokaal(dienst: Overlegdienst, gemeente: str, op_de_klok: datetime) -> datetime:
    """A moment as the clocks of the municipality have it."""
    return op_de_klok if op_de_klok.tzinfo else op_de_klok.replace(tzinfo=dienst.profielen.van(gemeente).zone)
