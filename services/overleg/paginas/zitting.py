"""`/overleg/{id}`: one meeting with its agenda; open it, write down what is said, close it."""

from collections.abc import Sequence
from uuid import UUID

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse
from starlette.responses import Response

from services.overleg.application import Inzage, Overlegdienst
from services.overleg.application.vergaderen import Notitie
from services.overleg.beelden import Puntbeeld
from services.overleg.overleg import AgendapuntOnbekend, NogTeVroeg
from services.overleg.paginas import sluiten
from services.overleg.paginas.formulieren import Aanwezigformulier, Notitieformulier, Openformulier, Sluitformulier
from services.overleg.paginas.overlegblad import Overlegblad
from services.overleg.paginas.woorden import Woorden
from services.overleg.paginas.woorden_agenda import terug_naar
from services.overleg.vormen.bevoegd import ziet
from shared.facts import Fout, OngeldigeInvoer
from shared.klok import Klok
from shared.ledger import Ledger
from shared.web import actie, context, eis_zeker, formulier, lees_invoer, omleiding, page_router, pagina, wie

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
        agenda = woorden.agenda(await inzage.agenda(overleg_id, ziet(dienst.profielen, wie(request))))
        velden = await formulier(request)
        try:
            keuze = lees_invoer(Sluitformulier, velden)
            liggend = sluiten.niet_besproken(sluiten.te_bespreken(agenda["punten"]), keuze)
            eis_zeker(velden, GESLOTEN)
        except OngeldigeInvoer as fout:
            return await blad.toon(request, overleg_id, 400, velden, **{each.veld: each.reden for each in fout.fouten})
        await ledger.run(
            lambda tx: dienst.sluit(tx, overleg_id, niet_besproken=liggend, bevindingen=keuze.bevindingen),
            context(request, klok),
        )
        return omleiding(f"/overleg/{overleg_id}")

    router.include_router(_punten(inzage, dienst, ledger, klok, woorden))
    return router


def _punten(inzage: Inzage, dienst: Overlegdienst, ledger: Ledger, klok: Klok, woorden: Woorden) -> APIRouter:
    router = page_router()

    async def blad(
        request: Request, overleg_id: UUID, punt_id: UUID, velden: object, fouten: dict[str, str]
    ) -> HTMLResponse:
        agenda = await inzage.agenda(overleg_id, ziet(dienst.profielen, wie(request)))
        for punt in agenda.agendapunten:
            if punt.agendapunt_id == punt_id:
                wat = {"overleg": woorden.agenda(agenda), "punt": woorden.punt(punt, agenda.overleg.gemeente)}
                status = 400 if fouten else 200
                return pagina(request, "overleg/punt.html", status=status, **wat, velden=velden, fouten=fouten)
        raise AgendapuntOnbekend("Dit punt staat niet op deze agenda. Ga terug naar het overleg.")

    @router.get("/overleg/{overleg_id}/punt/{punt_id}")
    @actie("overleg.sluiten")
    async def toon(request: Request, overleg_id: UUID, punt_id: UUID) -> HTMLResponse:
        return await blad(request, overleg_id, punt_id, {}, {})

    @router.post("/overleg/{overleg_id}/punt/{punt_id}")
    @actie("overleg.sluiten")
    async def noteer(request: Request, overleg_id: UUID, punt_id: UUID) -> Response:
        agenda = await inzage.agenda(overleg_id, ziet(dienst.profielen, wie(request)))
        velden = await formulier(request)
        try:
            keuze = lees_invoer(Notitieformulier, velden)
            _eis_tekst(keuze, [punt for punt in agenda.agendapunten if punt.agendapunt_id == punt_id])
        except OngeldigeInvoer as fout:
            return await blad(request, overleg_id, punt_id, velden, {each.veld: each.reden for each in fout.fouten})
        notitie = Notitie(punt_id, keuze.bevinding, keuze.besluit, keuze.vertrouwelijk)
        await ledger.run(lambda tx: dienst.noteer(tx, overleg_id, [notitie]), context(request, klok))
        return omleiding(terug_naar(overleg_id, punt_id, "genoteerd"))

    return router


def _eis_tekst(keuze: Notitieformulier, punten: Sequence[Puntbeeld]) -> None:
    """Keep only what says something; what was noted is replaced by other words, never by nothing.

    Raises:
        OngeldigeInvoer: nothing was written, or what stood there was emptied.
    """
    stond = [(veld, getattr(punt, veld)) for punt in punten for veld in ("bevinding", "besluit")]
    if leeg := [veld for veld, tekst in stond if tekst and not getattr(keuze, veld)]:
        raise OngeldigeInvoer(
            *(Fout(veld, "dit stond er al en gaat niet weg; schrijf hoe het wel is") for veld in leeg)
        )
    if not (keuze.bevinding or keuze.besluit):
        raise OngeldigeInvoer(Fout("bevinding", "vul een bevinding of een besluit in; er is nog niets bewaard"))
