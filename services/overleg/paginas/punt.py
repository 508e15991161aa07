"""`/overleg/{id}/punt/{punt}`: one item of an agenda: write down what is said, let the reporter read something."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse
from starlette.responses import Response

from services.overleg.application import Inzage, Overlegdienst
from services.overleg.application.vergaderen import Notitie
from services.overleg.beelden import Agenda, Puntbeeld
from services.overleg.overleg import AgendapuntOnbekend
from services.overleg.paginas.formulieren import Melderformulier, Notitieformulier
from services.overleg.paginas.melderzinnen import zinnen
from services.overleg.paginas.woorden import Woorden
from services.overleg.paginas.woorden_agenda import terug_naar
from services.overleg.vormen.bevoegd import ziet
from shared.facts import Fout, OngeldigeInvoer
from shared.klok import Klok
from shared.ledger import Ledger
from shared.loket import Loket
from shared.web import actie, context, formulier, lees_invoer, omleiding, page_router, pagina, wie
from shared.web.gevoelig import Gevoelig, lees_gevoelig

PAD = "/overleg/{overleg_id}/punt/{punt_id}"
GEEN = "geen"
TEKSTEN = ("bevinding", "besluit")
WEG = "Dit punt staat niet op deze agenda. Ga terug naar het overleg."


@dataclass(frozen=True, slots=True)
class Puntblad:
    """Shows it, with what is wrong with a form where that was so."""

    inzage: Inzage
    dienst: Overlegdienst
    klok: Klok
    woorden: Woorden
    loket: Loket

    async def lees(self, request: Request, overleg_id: UUID, punt_id: UUID) -> tuple[Agenda, Puntbeeld]:
        """Find the item, for this reader.

        Raises:
            OverlegOnbekend, AgendapuntOnbekend: it is not there.
        """
        agenda = await self.inzage.agenda(overleg_id, ziet(self.dienst.profielen, wie(request)))
        punt = next((each for each in agenda.agendapunten if each.agendapunt_id == punt_id), None)
        if punt is None:
            raise AgendapuntOnbekend(WEG)
        return agenda, punt

    async def toon(
        self,
        request: Request,
        overleg_id: UUID,
        punt_id: UUID,
        velden: Mapping[str, object] | None = None,
        fout: OngeldigeInvoer | None = None,
        gevoelig: Gevoelig | None = None,
    ) -> HTMLResponse:
        """Give the page."""
        agenda, punt = await self.lees(request, overleg_id, punt_id)
        profiel = self.dienst.profielen.van(agenda.overleg.gemeente)
        al_gezegd, dag = {each.zin for each in punt.ingelicht}, self.klok().astimezone(profiel.zone).date()
        overleg = self.woorden.agenda(agenda)
        wat = {
            "overleg": overleg,
            "punt": next(each for each in overleg["punten"] if each["id"] == punt_id),
            "teksten": await self.loket.teksten_van(wie(request), punt.meldingen),
            "zinnen": zinnen(profiel, al_gezegd, dag),
            "velden": velden or {},
            "fouten": {each.veld: each.reden for each in fout.fouten} if fout else {},
            "gevoelig": gevoelig,
        }
        return pagina(request, "overleg/punt.html", status=400 if fout else 200, **wat)


def router(blad: Puntblad, dienst: Overlegdienst, ledger: Ledger, klok: Klok) -> APIRouter:
    """The page and its two forms."""
    router = page_router()

    @router.get(PAD)
    @actie("overleg.sluiten")
    async def toon(request: Request, overleg_id: UUID, punt_id: UUID) -> HTMLResponse:
        return await blad.toon(request, overleg_id, punt_id)

    @router.post(PAD)
    @actie("overleg.sluiten")
    async def noteer(request: Request, overleg_id: UUID, punt_id: UUID) -> Response:
        agenda = await blad.inzage.agenda(overleg_id, ziet(dienst.profielen, wie(request)))
        gevoelig = lees_gevoelig(await formulier(request), *TEKSTEN)
        velden = gevoelig.velden
        try:
            keuze = lees_invoer(Notitieformulier, velden)
            _eis_tekst(keuze, [punt for punt in agenda.agendapunten if punt.agendapunt_id == punt_id])
        except OngeldigeInvoer as fout:
            return await blad.toon(request, overleg_id, punt_id, velden, fout, gevoelig)
        if gevoelig.nieuw:
            return await blad.toon(request, overleg_id, punt_id, velden, gevoelig=gevoelig)
        notitie = Notitie(punt_id, keuze.bevinding, keuze.besluit, keuze.vertrouwelijk)
        await ledger.run(lambda tx: dienst.noteer(tx, overleg_id, [notitie]), context(request, klok))
        return omleiding(terug_naar(overleg_id, punt_id, "genoteerd"))

    @router.post(f"{PAD}/melder")
    @actie("overleg.sluiten")
    async def kies_zin(request: Request, overleg_id: UUID, punt_id: UUID) -> Response:
        await blad.lees(request, overleg_id, punt_id)
        door, velden = wie(request).rol, await formulier(request)
        try:
            keuze = lees_invoer(Melderformulier, velden)
        except OngeldigeInvoer as fout:
            return await blad.toon(request, overleg_id, punt_id, velden, fout)
        zin = None if keuze.zin == GEEN else keuze.zin
        await ledger.run(
            lambda tx: dienst.kies_melderzin(tx, overleg_id, punt_id, zin, door=door), context(request, klok)
        )
        return omleiding(terug_naar(overleg_id, punt_id, "gekozen" if zin else "geen-zin"))

    return router


def _eis_tekst(keuze: Notitieformulier, punten: Sequence[Puntbeeld]) -> None:
    """Keep only what says something; what was noted is replaced by other words, never by nothing.

    Raises:
        OngeldigeInvoer: nothing was written, or what stood there was emptied.
    """
    stond = [(veld, getattr(punt, veld)) for punt in punten for veld in TEKSTEN]
    if leeg := [veld for veld, tekst in stond if tekst and not getattr(keuze, veld)]:
        raise OngeldigeInvoer(
            *(Fout(veld, "dit stond er al en gaat niet weg; schrijf hoe het wel is") for veld in leeg)
        )
    if not (keuze.bevinding or keuze.besluit):
        raise OngeldigeInvoer(Fout("bevinding", "vul een bevinding of een besluit in; er is nog niets bewaard"))
