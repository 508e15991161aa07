"""`/overleg/{id}`: one meeting with its agenda; open it, write down what is said, close it."""

from uuid import UUID

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse
from starlette.responses import Response

from services.overleg.application import Inzage, Overlegdienst
from services.overleg.overleg import NogTeVroeg
from services.overleg.paginas import sluiten
from services.overleg.paginas.formulieren import Aanwezigformulier, Openformulier, Sluitformulier
from services.overleg.paginas.overlegblad import Overlegblad
from services.overleg.paginas.woorden import Woorden
from services.overleg.vormen.bevoegd import ziet
from shared.facts import Fout, OngeldigeInvoer
from shared.klok import Klok
from shared.ledger import Ledger
from shared.web import actie, context, eis_zeker, formulier, lees_invoer, omleiding, page_router, wie
from shared.web.gevoelig import lees_gevoelig

ZEKER = Fout("zeker", "kruis aan dat u dit overleg eerder wilt openen dan gepland")

GESLOTEN = "Na het sluiten staat het verslag vast."


def router(
    inzage: Inzage, dienst: Overlegdienst, ledger: Ledger, klok: Klok, woorden: Woorden, blad: Overlegblad
) -> APIRouter:
    """Look at a meeting and hold it."""
    router = page_router()

    @router.get("/overleg/{overleg_id}")
    @actie("overleg.lezen")
    async def een(request: Request, overleg_id: UUID) -> HTMLResponse:
        return await blad.toon(request, overleg_id)

    @router.post("/overleg/{overleg_id}/open")
    @actie("overleg.sluiten")
    async def open_(request: Request, overleg_id: UUID) -> Response:
        await inzage.agenda(overleg_id, ziet(dienst.profielen, wie(request)))
        keuze = lees_invoer(Openformulier, await formulier(request))
        try:
            await ledger.run(lambda tx: dienst.open(tx, overleg_id, zeker=keuze.zeker), context(request, klok))
        except NogTeVroeg:
            return await blad.toon(request, overleg_id, 400, zeker=ZEKER.reden)
        return omleiding(f"/overleg/{overleg_id}")

    @router.post("/overleg/{overleg_id}/aanwezig")
    @actie("overleg.sluiten")
    async def aanwezig(request: Request, overleg_id: UUID) -> Response:
        await inzage.agenda(overleg_id, ziet(dienst.profielen, wie(request)))
        keuze = lees_invoer(Aanwezigformulier, await formulier(request))
        await ledger.run(lambda tx: dienst.noteer_aanwezigen(tx, overleg_id, keuze.aanwezig), context(request, klok))
        return omleiding(f"/overleg/{overleg_id}")

    @router.post("/overleg/{overleg_id}/sluit")
    @actie("overleg.sluiten")
    async def sluit(request: Request, overleg_id: UUID) -> Response:
        gezien = await inzage.agenda(overleg_id, ziet(dienst.profielen, wie(request)))
        profiel = dienst.profielen.van(gezien.overleg.gemeente)
        gevoelig, punten = lees_gevoelig(await formulier(request), "bevindingen"), woorden.agenda(gezien)["punten"]
        try:
            keuze = lees_invoer(Sluitformulier, gevoelig.velden)
            te_bespreken = sluiten.te_bespreken(punten, await inzage.gemaakt_bij(overleg_id))
            liggend = sluiten.niet_besproken(te_bespreken, keuze)
            sluiten.eis_toch(te_bespreken, gevoelig.velden, keuze)
            sluiten.eis_reden(sluiten.vreemd(gezien.overleg, profiel, klok()), keuze)
            sluiten.eis_nagekeken(punten, gevoelig, keuze)
            eis_zeker(gevoelig.velden, GESLOTEN)
        except OngeldigeInvoer as fout:
            fouten = {each.veld: each.reden for each in fout.fouten}
            return await blad.toon(request, overleg_id, 400, gevoelig.velden, gevoelig, **fouten)
        await ledger.run(
            lambda tx: dienst.sluit(
                tx, overleg_id, niet_besproken=liggend, bevindingen=keuze.bevindingen, reden=keuze.reden
            ),
            context(request, klok),
        )
        return omleiding(f"/overleg/{overleg_id}")

    return router
