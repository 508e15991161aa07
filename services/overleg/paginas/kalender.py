"""Pages that change the calendar or an agenda: an extra meeting, a request, another order."""

from collections.abc import Callable, Mapping
from uuid import UUID, uuid4

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse
from starlette.responses import Response

from services.overleg.application import Inzage, Overlegdienst
from services.overleg.application.beleggen import Belegging, Verzoek
from services.overleg.paginas import wijzigen
from services.overleg.paginas.formulieren import Nieuwformulier
from services.overleg.paginas.woorden import Woorden
from services.overleg.vormen.bevoegd import voor_gemeente, ziet
from shared.facts import Fout, OngeldigeInvoer, Rejected
from shared.klok import Klok
from shared.ledger import Ledger, Transaction
from shared.web import actie, context, formulier, lees_invoer, mag, omleiding, page_router, pagina, wie

Doe = Callable[[Transaction], UUID | None]


def router(inzage: Inzage, dienst: Overlegdienst, ledger: Ledger, klok: Klok, woorden: Woorden) -> APIRouter:
    """Plan, ask, move, cancel, order."""
    router = page_router()
    router.include_router(_nieuw(dienst, ledger, klok))
    router.include_router(wijzigen.router(wijzigen.Deur(inzage, dienst, ledger, klok, woorden)))
    router.include_router(_volgorde(inzage, dienst, ledger, klok, woorden))
    return router


def _nieuw(dienst: Overlegdienst, ledger: Ledger, klok: Klok) -> APIRouter:
    router = page_router()

    def blad(request: Request, status: int = 200, **meer: object) -> HTMLResponse:
        wat = {"velden": {}, "fouten": {}, "weigering": None, **_keuzes(dienst), **meer}
        return pagina(request, "overleg/nieuw.html", status=status, **wat)

    @router.get("/overleg/nieuw")
    @actie("agendaverzoek.doen")
    async def toon(request: Request) -> HTMLResponse:
        return blad(request)

    @router.post("/overleg/nieuw")
    @actie("agendaverzoek.doen")
    async def doe(request: Request) -> Response:
        velden = await formulier(request)
        try:
            overleg_id = await ledger.run(_wens(request, dienst, velden), context(request, klok))
        except OngeldigeInvoer as fout:
            return blad(request, 400, velden=velden, fouten={each.veld: each.reden for each in fout.fouten})
        except Rejected as weigering:
            return blad(request, 409, velden=velden, weigering=weigering.reden)
        return omleiding(f"/overleg/{overleg_id}")

    return router


def _wens(request: Request, dienst: Overlegdienst, velden: Mapping[str, object]) -> Doe:
    """What the form asks for: with a moment an extra meeting, without one a request."""
    invoer, door = lees_invoer(Nieuwformulier, velden), wie(request)
    gemeente, code, locatie = invoer.wat.split("/")
    gemeente = voor_gemeente(dienst.profielen, door, gemeente)
    if invoer.aanvang is None:
        verzoek = Verzoek(uuid4(), gemeente, locatie, code, invoer.toelichting)
        return lambda tx: dienst.vraag(tx, verzoek)
    if not mag(door, "overleg.voorbereiden"):
        raise OngeldigeInvoer(Fout("aanvang", "een extra overleg belegt het team openbare orde en veiligheid"))
    aanvang = wijzigen.lokaal(dienst, gemeente, invoer.aanvang)
    belegging = Belegging(uuid4(), gemeente, code, locatie, aanvang)

    def beleg(tx: Transaction) -> UUID:
        dienst.beleg(tx, belegging)
        return belegging.overleg_id

    return beleg


def _volgorde(inzage: Inzage, dienst: Overlegdienst, ledger: Ledger, klok: Klok, woorden: Woorden) -> APIRouter:
    router = page_router()

    @router.get("/overleg/{overleg_id}/volgorde")
    @actie("overleg.voorbereiden")
    async def toon(request: Request, overleg_id: UUID) -> HTMLResponse:
        agenda = await inzage.agenda(overleg_id, ziet(dienst.profielen, wie(request)))
        return pagina(request, "overleg/volgorde.html", overleg=woorden.agenda(agenda), fouten={})

    @router.post("/overleg/{overleg_id}/volgorde")
    @actie("overleg.voorbereiden")
    async def orden(request: Request, overleg_id: UUID) -> Response:
        agenda = await inzage.agenda(overleg_id, ziet(dienst.profielen, wie(request)))
        velden = await formulier(request)
        vast = {str(punt.agendapunt_id): punt.agendapunt_id for punt in agenda.agendapunten}
        genoemd = sorted((_nummer(waarde), naam) for naam, waarde in velden.items() if naam in vast)
        volgorde = [vast[naam] for _, naam in genoemd]
        await ledger.run(lambda tx: dienst.orden(tx, overleg_id, volgorde), context(request, klok))
        return omleiding(f"/overleg/{overleg_id}")

    return router


def _nummer(waarde: object) -> int:
    tekst = str(waarde)
    return int(tekst) if tekst.isdecimal() and len(tekst) < 4 else 999


def _keuzes(dienst: Overlegdienst) -> dict[str, list[tuple[str, str]]]:
    """Which series can meet extra, and which requests can be done, at which location."""
    reeksen, verzoeken = [], []
    for profiel in dienst.profielen.alle():
        for reeks in profiel.reeksen:
            for code in reeks.locaties:
                plek = profiel.locatie(code)
                waar = f"{reeks.naam}, {plek.naam if plek else code}"
                reeksen.append((f"{profiel.gemeente.code}/{reeks.code}/{code}", waar))
                verzoeken += [
                    (f"{profiel.gemeente.code}/{each.code}/{code}", f"{each.naam} (naar: {reeks.naam})")
                    for each in reeks.verzoeken
                ]
    return {"reeksen": reeksen, "verzoeken": verzoeken}
