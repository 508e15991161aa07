"""`/overleg/{id}/verslag`: the record as a page and as PDF, in full and without what is confidential."""

from dataclasses import replace
from uuid import UUID

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse
from starlette.responses import Response

from services.overleg.application import Inzage, Overlegdienst
from services.overleg.application.overzicht import Afspraakvraag, Overzicht
from services.overleg.beelden import Agenda
from services.overleg.paginas.formulieren import Correctieformulier
from services.overleg.paginas.papier import kenteken, papier
from services.overleg.paginas.stuk import gegevens, per_punt
from services.overleg.paginas.woorden import Woorden
from services.overleg.vormen.bevoegd import ziet
from shared.facts import NietGevonden, OngeldigeInvoer
from shared.klok import Klok
from shared.ledger import Ledger
from shared.pdf import pdf_antwoord
from shared.web import actie, context, formulier, lees_invoer, mag, omleiding, page_router, pagina, wie
from shared.web.weigering import GeenToegang

VERSIES = ("volledig", "zonder-vertrouwelijk")


def router(inzage: Inzage, dienst: Overlegdienst, ledger: Ledger, klok: Klok, woorden: Woorden) -> APIRouter:
    """Read, keep, correct."""
    router, overzicht = page_router(), Overzicht(ledger, dienst.profielen)

    async def lees(request: Request, overleg_id: UUID, *, volledig: bool) -> Agenda:
        zicht = ziet(dienst.profielen, wie(request))
        return await inzage.agenda(overleg_id, replace(zicht, vertrouwelijk=zicht.vertrouwelijk and volledig))

    async def afgesproken(request: Request, overleg_id: UUID, *, volledig: bool) -> list[dict[str, object]]:
        """The agreements of this meeting; one at a confidential item is for the full record, whoever does it."""
        zicht = ziet(dienst.profielen, wie(request))
        grens = replace(zicht, vertrouwelijk=zicht.vertrouwelijk and volledig)
        gevonden = await overzicht.afspraken(Afspraakvraag(overleg_id=overleg_id), grens, (), klok())
        return [woorden.afspraak(each) for each in gevonden]

    async def blad(request: Request, overleg_id: UUID, status: int = 200, **meer: object) -> HTMLResponse:
        agenda = await lees(request, overleg_id, volledig=True)
        afspraken = await afgesproken(request, overleg_id, volledig=True)
        overleg, gemaakt = woorden.agenda(agenda), per_punt(afspraken)
        wat = {"overleg": overleg, "afspraken": afspraken, "gemaakt": gemaakt, "velden": {}, "fouten": {}, **meer}
        return pagina(request, "overleg/verslag.html", status=status, volledig=_volledig(request), **wat)

    @router.get("/overleg/{overleg_id}/verslag")
    @actie("overleg.lezen")
    async def toon(request: Request, overleg_id: UUID) -> HTMLResponse:
        return await blad(request, overleg_id)

    @router.get("/overleg/{overleg_id}/verslag/{versie}.pdf")
    @actie("overleg.lezen")
    async def stuk(request: Request, overleg_id: UUID, versie: str) -> Response:
        volledig = _mag_versie(request, versie)
        agenda = await lees(request, overleg_id, volledig=volledig)
        afspraken = await afgesproken(request, overleg_id, volledig=volledig)
        zone = dienst.profielen.van(agenda.overleg.gemeente).zone
        wat = gegevens(woorden.agenda(agenda), afspraken, zone, volledig=volledig)
        inhoud = await papier(dienst, agenda, wat, f"Verslag {agenda.overleg.naam}", klok())
        return pdf_antwoord(inhoud, f"verslag-{kenteken(agenda, zone)}-{versie}")

    @router.post("/overleg/{overleg_id}/corrigeer")
    @actie("overleg.sluiten")
    async def corrigeer(request: Request, overleg_id: UUID) -> Response:
        await inzage.agenda(overleg_id, ziet(dienst.profielen, wie(request)))
        velden = await formulier(request)
        try:
            keuze = lees_invoer(Correctieformulier, velden)
        except OngeldigeInvoer as fout:
            gebreken = {each.veld: each.reden for each in fout.fouten}
            return await blad(request, overleg_id, 400, velden=velden, fouten=gebreken)
        await ledger.run(
            lambda tx: dienst.corrigeer(tx, overleg_id, keuze.tekst, vertrouwelijk=keuze.vertrouwelijk),
            context(request, klok),
        )
        return omleiding(f"/overleg/{overleg_id}/verslag")

    return router


def _volledig(request: Request) -> bool:
    return mag(wie(request), "vertrouwelijk.lezen")


def _mag_versie(request: Request, versie: str) -> bool:
    """Whether it is the full record that is asked for; refuses what is not there, or not for this reader."""
    if versie not in VERSIES:
        raise NietGevonden("Dit verslag is er niet. Kies een versie op de pagina van het verslag.")
    if versie == VERSIES[0] and not _volledig(request):
        raise GeenToegang("U ziet alleen het verslag zonder vertrouwelijke delen.")
    return versie == VERSIES[0]
