"""`/maatregelen`: what runs, and a measure to impose: first its kind, then what that kind asks."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import cast
from uuid import UUID

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse
from starlette.responses import Response

from services.overleg.application import Dossierbeheer, Maatregeldienst, Naslag
from services.overleg.maatregel import Aanvraag
from services.overleg.paginas.maatregel_nakijken import VASTLEGGEN, WIJZIGEN, Gezien, nakijken
from services.overleg.paginas.maatregelformulier import WOORDEN, Maatregelformulier, eis_alles, keuzes
from services.overleg.paginas.poging import LEEG, poging
from services.overleg.paginas.woorden import Woorden
from services.overleg.paginas.zinnen import aangevinkt
from services.overleg.store.filters import Maatregelvraag
from services.overleg.vormen.bevoegd import lezer_van, verhul, voor_gemeente, ziet
from services.overleg.vormen.partij import eis_bevoegd
from shared.contracts.overleg import GerichtOp
from shared.facts import Context, Fout, NietGevonden, OngeldigeInvoer
from shared.klok import Klok
from shared.kluis import Lezer
from shared.ledger import Ledger, Transaction
from shared.profiel import Maatregelsoort, Profiel, Rol
from shared.web import Wie, actie, context, formulier, lees_invoer, mag, omleiding, page_router, pagina, wie
from shared.web.weigering import GeenToegang

AARDEN = {"acuut": "Bij acuut gevaar", "repressief": "Tegen overlast en verstoring", "preventief": "Om te voorkomen"}


def lijst(dienst: Maatregeldienst, naslag: Naslag, klok: Klok, woorden: Woorden) -> APIRouter:
    """The list of measures."""
    router, profielen = page_router(), dienst.profielen

    @router.get("/maatregelen")
    @actie("maatregelen.lezen")
    async def toon(request: Request) -> HTMLResponse:
        lezer, nu = wie(request), klok()
        gevonden = await naslag.maatregelen(Maatregelvraag(), ziet(profielen, lezer))
        beelden = [woorden.maatregel(verhul(lezer, maatregel)) for maatregel in gevonden]
        profiel = _profiel(dienst, lezer, request)
        return pagina(
            request,
            "overleg/maatregelen.html",
            nu=nu,
            lopend=[beeld for beeld in beelden if beeld["code"] in {"loopt", "komt-nog"}],
            voorbij=[beeld for beeld in beelden if beeld["code"] not in {"loopt", "komt-nog"}],
            soorten=_te_kiezen(profiel, lezer) if mag(lezer, "maatregel.opleggen") else [],
            gemeente=profiel.gemeente,
            velden=request.query_params,
            gemeenten=[(each.gemeente.code, each.gemeente.naam) for each in profielen.alle()],
        )

    return router


def opleggen(dienst: Maatregeldienst, dossiers: Dossierbeheer, ledger: Ledger, klok: Klok) -> APIRouter:
    """The form for one kind, and what is wrong with it."""
    router, profielen = page_router(), dienst.profielen

    @router.get("/maatregelen/nieuw")
    @actie("maatregel.opleggen")
    async def nieuw(request: Request) -> Response:
        profiel = _profiel(dienst, wie(request), request)
        if not (code := request.query_params.get("soort")):
            return omleiding("/maatregelen#nieuw")
        return _formulier(request, profiel, _soort(profiel, wie(request), code))

    @router.post("/maatregelen/nieuw")
    @actie("maatregel.opleggen")
    async def leg_op(request: Request) -> Response:
        velden, door = await formulier(request), wie(request)
        profiel = profielen.van(voor_gemeente(profielen, door, str(velden.get("gemeente", "")) or None))
        soort, stap = _soort(profiel, door, str(velden.get("soort", ""))), velden.pop("stap", None)
        if stap == WIJZIGEN:
            return _formulier(request, profiel, soort, velden=velden)

        async def doe() -> str | HTMLResponse:
            eis_alles(profiel, soort, velden)
            invoer, nu = lees_invoer(Maatregelformulier, velden), context(request, klok)
            betrokkene = await _betrokkene(dossiers, invoer, profiel, soort, lezer_van(wie(request)), nu)
            aanvraag = invoer.lees(profiel, betrokkene)
            hoe = Oplegging(invoer.aanvraag, profiel.gemeente.code, door.rol, invoer.toelichting)
            if stap != VASTLEGGEN:
                gezien = await ledger.run(lambda tx: _bekijk(dienst, tx, soort, aanvraag, hoe), nu)
                return nakijken(request, profiel, soort, invoer, gezien, velden)
            await ledger.run(lambda tx: _leg_op(dienst, tx, soort, aanvraag, hoe), nu)
            return f"/maatregelen/{invoer.aanvraag}?opgelegd"

        async def opnieuw(status: int, **meer: object) -> HTMLResponse:
            return _formulier(request, profiel, soort, status, **meer)

        return await poging(doe, opnieuw, velden, WOORDEN)

    return router


@dataclass(frozen=True, slots=True)
class Oplegging:
    """Under what a measure is imposed."""

    maatregel_id: UUID
    gemeente: str
    door: Rol | None
    toelichting: str


def _leg_op(
    dienst: Maatregeldienst, tx: Transaction, soort: Maatregelsoort, aanvraag: Aanvraag, hoe: Oplegging
) -> None:
    dienst.leg_op(
        tx,
        soort.code,
        aanvraag,
        maatregel_id=hoe.maatregel_id,
        gemeente=hoe.gemeente,
        door=hoe.door,
        toelichting=hoe.toelichting,
    )


def _bekijk(
    dienst: Maatregeldienst, tx: Transaction, soort: Maatregelsoort, aanvraag: Aanvraag, hoe: Oplegging
) -> Gezien:
    bekijk = dienst.bekijk(tx, soort.code, aanvraag, gemeente=hoe.gemeente, door=hoe.door, toelichting=hoe.toelichting)
    return Gezien(bekijk, eerste=dienst.is_eerste(tx, aanvraag.betrokkene))


def _formulier(
    request: Request, profiel: Profiel, soort: Maatregelsoort, status: int = 200, **meer: object
) -> HTMLResponse:
    sent = {**LEEG, "velden": dict(request.query_params), **meer}
    gekozen = aangevinkt(cast("Mapping[str, object]", sent["velden"]), "voorwaarden")
    kan = {"keuzes": keuzes(profiel, soort), "woorden": WOORDEN, "gekozen": gekozen}
    return pagina(request, "overleg/maatregel_nieuw.html", status=status, **kan, **sent)


async def _betrokkene(
    dossiers: Dossierbeheer,
    invoer: Maatregelformulier,
    profiel: Profiel,
    soort: Maatregelsoort,
    lezer: Lezer,
    nu: Context,
) -> UUID | None:
    if invoer.gericht_op is GerichtOp.GEBIED or soort.afgeschermd:
        return None
    if not invoer.dossier:
        raise OngeldigeInvoer(Fout("dossier", "verplicht"))
    return await dossiers.betrokkene(profiel.gemeente.code, invoer.dossier, lezer, nu)


def _soort(profiel: Profiel, lezer: Wie, code: str) -> Maatregelsoort:
    soort = profiel.maatregel(code)
    if soort is None:
        raise NietGevonden("Deze maatregel staat niet in de catalogus. Kies er een uit de lijst.")
    eis_bevoegd(lezer, soort)
    return soort


def _te_kiezen(profiel: Profiel, lezer: Wie) -> list[tuple[str, list[tuple[str, str]]]]:
    """The kinds that this role imposes, by what they are for."""
    eigen = [soort for soort in profiel.maatregelen if soort.bevoegd is lezer.rol]
    groepen = {kop: [(soort.code, soort.naam) for soort in eigen if soort.aard == aard] for aard, kop in AARDEN.items()}
    return [(kop, soorten) for kop, soorten in groepen.items() if soorten]


def _profiel(dienst: Maatregeldienst, lezer: Wie, request: Request) -> Profiel:
    """Of one's own municipality, of the one chosen, or the first."""
    gekozen = request.query_params.get("gemeente", "")
    if lezer.gemeente and gekozen not in ("", lezer.gemeente):
        raise GeenToegang("U doet dit alleen voor uw eigen gemeente.")
    eerste = dienst.profielen.alle()[0].gemeente.code
    return dienst.profielen.van(lezer.gemeente or (gekozen if gekozen in dienst.profielen else eerste))
