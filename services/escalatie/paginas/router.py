"""The pages of escalatie for who is signed in: the list, one escalation, confirm and close."""

import asyncio
from collections.abc import Mapping
from datetime import datetime
from typing import Any
from uuid import UUID

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse, RedirectResponse, Response

from services.escalatie.application import Dossier, Escalatiedienst, Filter, Inzage
from services.escalatie.escalatie import Uitkomst, ontbrekende_stappen
from services.escalatie.gebeurd import in_het_kort, tegen_wie
from services.escalatie.paginas import splitsen
from services.escalatie.paginas.beeld import eigen_bevestigingen, kaart, telvenster
from services.escalatie.paginas.link import Linkdeur
from services.escalatie.paginas.terug import eis_terug_zeker
from services.escalatie.situatie import ONGEZIEN
from services.escalatie.tijdlijn import UITKOMSTEN
from services.escalatie.verzending import Bevestiglink
from services.escalatie.vormen import Bevestiging, Sluiting, Terugname, drempelstand, tijdlijn, uitleg
from services.escalatie.woorden import STAPPEN, dienst_naam, kanaal_naam, rol_naam
from services.escalatie.zicht import binnen, eis_zicht
from shared.facts import OngeldigeInvoer
from shared.klok import Klok
from shared.ledger import Ledger
from shared.web import actie, context, eis_zeker, formulier, lees_invoer, mag, omleiding, page_router, pagina, wie

OP_EEN_PAGINA = 50
LEEG: Mapping[str, object] = {}


def router(dienst: Escalatiedienst, inzage: Inzage, ledger: Ledger, klok: Klok, link: Bevestiglink) -> APIRouter:
    """The pages of escalatie."""
    router = page_router()
    _lezen(router, inzage, klok)
    _doen(router, dienst, inzage, ledger, klok)
    splitsen.voeg_toe(router, inzage, ledger, klok)
    Linkdeur(dienst, inzage, ledger, klok, link).voeg_toe(router)
    return router


def _lezen(router: APIRouter, inzage: Inzage, klok: Klok) -> None:
    @router.get("/escalaties")
    @actie("escalatie.lezen")
    async def lijst(request: Request) -> HTMLResponse:
        lezer = wie(request)
        rijen = await inzage.lijst(Filter(*binnen(lezer, None, None)), aantal=OP_EEN_PAGINA)
        zaken = await asyncio.gather(*(inzage.zaak(UUID(rij["escalatie_id"])) for rij in rijen))
        kaarten = [kaart(rij, zaak, lezer.rol, klok()) for rij, zaak in zip(rijen, zaken, strict=True)]
        standen = await inzage.standen(klok(), lezer.gemeente, lezer.locatie) if mag(lezer, "drempels.lezen") else []
        return pagina(
            request, "escalatie/escalaties.html", kaarten=kaarten, drempels=[drempelstand(stand) for stand in standen]
        )

    @router.get("/escalaties/{escalatie_id}")
    @actie("escalatie.lezen")
    async def een(request: Request, escalatie_id: UUID) -> HTMLResponse:
        return _toon(request, await _zichtbaar(request, inzage, escalatie_id), klok())


def _doen(router: APIRouter, dienst: Escalatiedienst, inzage: Inzage, ledger: Ledger, klok: Klok) -> None:
    @router.post("/escalaties/{escalatie_id}/bevestig")
    @actie("escalatie.bevestigen")
    async def bevestig(request: Request, escalatie_id: UUID) -> RedirectResponse:
        await _zichtbaar(request, inzage, escalatie_id)
        stap, door = lees_invoer(Bevestiging, await formulier(request)).stap, str(wie(request).rol)
        await ledger.run(
            lambda tx: dienst.bevestig(tx, escalatie_id, door=door, stap=stap, weg="pagina"), context(request, klok)
        )
        return omleiding(f"/escalaties/{escalatie_id}")

    @router.post("/escalaties/{escalatie_id}/neem-terug")
    @actie("escalatie.bevestigen")
    async def neem_terug(request: Request, escalatie_id: UUID) -> Response:
        dossier, velden = await _zichtbaar(request, inzage, escalatie_id), await formulier(request)
        stap, door = lees_invoer(Terugname, {"stap": velden.get("stap", "")}).stap, str(wie(request).rol)
        try:
            eis_terug_zeker(stap, velden)
        except OngeldigeInvoer as fout:
            return _toon(request, dossier, klok(), fout=fout)
        await ledger.run(
            lambda tx: dienst.neem_terug(tx, escalatie_id, door=door, stap=stap, weg="pagina"), context(request, klok)
        )
        return omleiding(f"/escalaties/{escalatie_id}")

    @router.post("/escalaties/{escalatie_id}/sluit")
    @actie("escalatie.sluiten")
    async def sluit(request: Request, escalatie_id: UUID) -> Response:
        dossier, velden = await _zichtbaar(request, inzage, escalatie_id), await formulier(request)
        door = str(wie(request).rol)
        try:
            uitkomst = _uitkomst(velden)
        except OngeldigeInvoer as fout:
            return _toon(request, dossier, klok(), velden, fout)
        await ledger.run(
            lambda tx: dienst.sluit(tx, escalatie_id, door=door, uitkomst=uitkomst), context(request, klok)
        )
        return omleiding(f"/escalaties/{escalatie_id}")


def _uitkomst(velden: Mapping[str, object]) -> Uitkomst:
    """Read how it ended, and whether somebody is sure.

    Raises:
        OngeldigeInvoer: what must change in the form.
    """
    uitkomst = lees_invoer(Sluiting, {naam: velden[naam] for naam in velden if naam != "zeker"}).uitkomst
    eis_zeker(velden)
    return uitkomst


def _toon(
    request: Request,
    dossier: Dossier,
    op: datetime,
    velden: Mapping[str, object] = LEEG,
    fout: OngeldigeInvoer | None = None,
) -> HTMLResponse:
    lezer = wie(request)
    return pagina(
        request,
        "escalatie/escalatie.html",
        status=400 if fout else 200,
        velden=velden,
        fouten={gebrek.veld: gebrek.reden for gebrek in fout.fouten} if fout else {},
        kaart=kaart(dossier.rij, dossier.zaak, lezer.rol, op),
        zaak=dossier.zaak,
        uitleg=uitleg(dossier),
        telvenster=telvenster(dossier),
        tegen=tegen_wie(dossier.zaak.leden),
        ongezien=ONGEZIEN,
        kort={str(lid.id): in_het_kort(dossier.zaak.profiel, lid) for lid in dossier.leden},
        eigen=eigen_bevestigingen(dossier, str(lezer.rol), op) if mag(lezer, "escalatie.bevestigen") else (),
        nog_nodig=ontbrekende_stappen(dossier.zaak.escalatie),
        alarmen=[_bericht(alarm) for alarm in dossier.alarmen],
        tijdlijn=tijdlijn(dossier),
        samengevoegd=splitsen.samengevoegd(dossier),
        onderdrukt=splitsen.onderdrukt(dossier),
        uitkomsten=[(code.value, UITKOMSTEN[code].capitalize()) for code in Uitkomst],
    )


async def _zichtbaar(request: Request, inzage: Inzage, escalatie_id: UUID) -> Dossier:
    dossier = await inzage.dossier(escalatie_id)
    eis_zicht(wie(request), dossier.rij["gemeente"], dossier.rij["locatie"])
    return dossier


def _bericht(alarm: dict[str, Any]) -> dict[str, Any]:
    """One notice in words: for whom, about what, and how it went."""
    hoe = kanaal_naam(alarm["kanaal"]) if alarm["kanaal"] else ""
    namens = f" (via {rol_naam(alarm['terugval'])})" if alarm["terugval"] else ""
    dienst = f", {dienst_naam(alarm['dienst'])}" if alarm["dienst"] else ""
    return {**alarm, "wie": f"{rol_naam(alarm['rol'])}{dienst}{namens}", "wat": STAPPEN[alarm["stap"]], "hoe": hoe}
