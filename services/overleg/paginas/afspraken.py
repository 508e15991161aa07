"""`/afspraken`: the afsprakenmatrix (KG-2.2.1), a new agreement, and one agreement."""

from collections.abc import Callable, Iterable, Mapping
from datetime import date, datetime, timedelta
from functools import partial
from typing import Annotated, Any, Literal
from uuid import UUID, uuid4
from zoneinfo import ZoneInfo

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse
from pydantic import BaseModel, ConfigDict, StringConstraints
from pydantic.alias_generators import to_camel
from starlette.responses import Response

from services.overleg.application import Inzage, Uitvoering
from services.overleg.application.afspreken import Afspraakdienst, Voornemen
from services.overleg.application.overzicht import Overzicht
from services.overleg.paginas.poging import LEEG, poging
from services.overleg.paginas.vindplaats import vindplaats
from services.overleg.paginas.woorden import Woorden
from services.overleg.paginas.woorden_agenda import terug_naar
from services.overleg.vormen import Code
from services.overleg.vormen.bevoegd import voor_gemeente, ziet
from services.overleg.vormen.partij import REGIE, eigen, eis_van_mij
from services.overleg.vormen.uitvoering import Afspraaklijstvraag, moment
from services.overleg.werkbeelden import Afspraakbeeld
from shared.facts import Fout, OngeldigeInvoer
from shared.klok import Klok
from shared.ledger import Ledger, Transaction
from shared.profiel import Profielen
from shared.web import Wie, actie, context, eis_zeker, formulier, lees_invoer, mag, page_router, pagina, wie
from shared.web.weigering import GeenToegang

STATUSSEN = [("open", "Open"), ("te-laat", "Te laat"), ("nagekomen", "Nagekomen"), ("vervallen", "Vervallen")]
VOLGORDE = [("uiterlijk", "Eerst wat nog moet"), ("wie", "Wie"), ("status", "Status"), ("gemaakt", "Nieuwste eerst")]
WOORDEN = {"wat": "Wat is afgesproken?", "wie": "Wie doet het?", "uiterlijk": "Uiterlijk op", "uitkomst": "Uitkomst"}
VER_WEG = timedelta(days=5 * 366)
Stap = Literal["verzet", "nagekomen", "vervallen"]
Lang = Annotated[str, StringConstraints(max_length=4000, strip_whitespace=True)]


class Afspraakformulier(BaseModel):
    """What the page sends."""

    model_config = ConfigDict(extra="forbid", alias_generator=to_camel)

    aanvraag: UUID
    gemeente: Code
    wat: Annotated[str, StringConstraints(min_length=1, max_length=4000, strip_whitespace=True)]
    wie: Code
    uiterlijk: date
    agendapunt_id: UUID | None = None


class Verzetformulier(BaseModel):
    """Another day."""

    model_config = ConfigDict(extra="forbid")

    uiterlijk: date


class Afrondformulier(BaseModel):
    """What came of it."""

    model_config = ConfigDict(extra="forbid")

    uitkomst: Lang = ""
    zeker: bool = False


def lezen(uitvoering: Uitvoering, overzicht: Overzicht, klok: Klok, woorden: Woorden) -> APIRouter:
    """The matrix."""
    router, profielen = page_router(), uitvoering.profielen

    @router.get("/afspraken")
    @actie("afspraken.lezen")
    async def matrix(request: Request) -> HTMLResponse:
        lezer, gekozen = wie(request), {k: w for k, w in request.query_params.items() if w}
        vraag = lees_invoer(Afspraaklijstvraag, {"perPagina": 500, **gekozen})
        zicht = ziet(profielen, lezer, locatie=vraag.locatie, gemeente=vraag.gemeente)
        gevonden = await overzicht.afspraken(vraag.vraag(), zicht, eigen(profielen, lezer), klok())
        partners = {partner.code: partner.naam for profiel in profielen.alle() for partner in profiel.partners}
        return pagina(
            request,
            "overleg/afspraken.html",
            afspraken=[woorden.afspraak(afspraak) for afspraak in _open_eerst(gevonden, vraag.sorteer)],
            velden=gekozen,
            partners=list(partners.items()),
            statussen=STATUSSEN,
            volgorde=VOLGORDE,
            vraag=str(request.url.query),
        )

    return router


def _open_eerst(afspraken: Iterable[Afspraakbeeld], sorteer: str) -> list[Afspraakbeeld]:
    """What is late or still to be done above what is over, unless somebody asked for another order."""
    if sorteer != "uiterlijk":
        return list(afspraken)
    return sorted(afspraken, key=lambda afspraak: afspraak.status not in ("open", "te-laat"))


def maken(uitvoering: Uitvoering, inzage: Inzage, ledger: Ledger, klok: Klok, woorden: Woorden) -> APIRouter:
    """A new agreement."""
    router, profielen, dienst = page_router(), uitvoering.profielen, uitvoering.afspraak

    waar = partial(vindplaats, profielen=profielen, inzage=inzage, woorden=woorden)

    async def toon(request: Request, status: int = 200, **meer: object) -> HTMLResponse:
        gevraagd = request.query_params.get("gemeente") or wie(request).gemeente
        gemeente = voor_gemeente(profielen, wie(request), gevraagd or profielen.alle()[0].gemeente.code)
        partners = [(partner.code, partner.naam) for partner in profielen.van(gemeente).partners]
        nieuw = {"aanvraag": uuid4(), "gemeente": gemeente, "woorden": WOORDEN, "partners": partners}
        gestuurd: dict[str, Any] = {**LEEG, "velden": dict(request.query_params), **meer}
        plek = await waar(request, gemeente=gemeente, punt_id=gestuurd["velden"].get("agendapuntId"))
        return pagina(request, "overleg/afspraak_nieuw.html", status=status, **nieuw, **gestuurd, **plek)

    @router.get("/afspraken/nieuw")
    @actie("afspraak.maken")
    async def nieuw(request: Request) -> HTMLResponse:
        return await toon(request)

    @router.post("/afspraken/nieuw")
    @actie("afspraak.maken")
    async def maak(request: Request) -> Response:
        velden = await formulier(request)

        async def doe() -> str:
            invoer = lees_invoer(Afspraakformulier, velden)
            gemeente = voor_gemeente(profielen, wie(request), invoer.gemeente)
            voor = moment(invoer.uiterlijk, profielen.van(gemeente).zone)
            voornemen = Voornemen(invoer.wat, invoer.wie, _bedoeld(voor, klok()), invoer.agendapunt_id)
            await ledger.run(
                lambda tx: dienst.maak(tx, voornemen, afspraak_id=invoer.aanvraag, gemeente=gemeente),
                context(request, klok),
            )
            plek = await waar(request, gemeente=gemeente, punt_id=invoer.agendapunt_id)
            return _daarna(plek, invoer.aanvraag)

        return await poging(doe, partial(toon, request), velden, WOORDEN)

    return router


def _bedoeld(uiterlijk: datetime, op: datetime) -> datetime:
    """Give a term that a person can have meant; a program may have its reasons for one of many years.

    Raises:
        OngeldigeInvoer: it has passed, or is so far away that the year must be wrong: a slip, and no rule is named.
    """
    if uiterlijk <= op:
        raise OngeldigeInvoer(Fout("uiterlijk", "ligt in het verleden; kies een dag die nog komt"))
    if uiterlijk > op + VER_WEG:
        raise OngeldigeInvoer(Fout("uiterlijk", "ligt meer dan vijf jaar vooruit; controleer het jaar"))
    return uiterlijk


def _daarna(plek: Mapping[str, Any], afspraak_id: UUID) -> str:
    """Back to the item that it follows from; else the agreement itself."""
    if plek["punt"] is None:
        return f"/afspraken/{afspraak_id}"
    return terug_naar(plek["overleg"]["id"], plek["punt"]["id"], "afgesproken")


def afronden(uitvoering: Uitvoering, overzicht: Overzicht, ledger: Ledger, klok: Klok, woorden: Woorden) -> APIRouter:
    """One agreement, and what became of it."""
    router, profielen = page_router(), uitvoering.profielen

    async def haal(request: Request, afspraak_id: UUID) -> Afspraakbeeld:
        lezer = wie(request)
        return await overzicht.afspraak(afspraak_id, ziet(profielen, lezer), eigen(profielen, lezer), klok())

    async def toon(request: Request, afspraak_id: UUID, status: int = 200, **meer: object) -> HTMLResponse:
        afspraak, lezer = await haal(request, afspraak_id), wie(request)
        van_mij = lezer.rol in REGIE or afspraak.wie in eigen(profielen, lezer)
        wat = {"afspraak": woorden.afspraak(afspraak), "van_mij": van_mij, "woorden": WOORDEN}
        return pagina(request, "overleg/afspraak.html", status=status, **wat, **{**LEEG, **meer})

    @router.get("/afspraken/{afspraak_id}")
    @actie("afspraken.lezen")
    async def een(request: Request, afspraak_id: UUID) -> HTMLResponse:
        return await toon(request, afspraak_id)

    @router.post("/afspraken/{afspraak_id}/{stap}")
    @actie("afspraak.afronden")
    async def rond_af(request: Request, afspraak_id: UUID, stap: Stap) -> Response:
        velden, door, afspraak = await formulier(request), wie(request), await haal(request, afspraak_id)
        _eis_stap(profielen, door, afspraak, stap)

        async def doe() -> str:
            zone = profielen.van(afspraak.gemeente).zone
            await ledger.run(_zet(uitvoering.afspraak, afspraak_id, stap, velden, door, zone), context(request, klok))
            return f"/afspraken/{afspraak_id}"

        return await poging(doe, partial(toon, request, afspraak_id), velden, WOORDEN)

    return router


def _eis_stap(profielen: Profielen, door: Wie, afspraak: Afspraakbeeld, stap: Stap) -> None:
    eis_van_mij(profielen, door, afspraak)
    if stap != "nagekomen" and not mag(door, "afspraak.maken"):
        raise GeenToegang("Alleen de gemeente verzet een afspraak of laat haar vervallen.")


def _zet(
    dienst: Afspraakdienst, afspraak_id: UUID, stap: Stap, velden: Mapping[str, object], door: Wie, zone: ZoneInfo
) -> Callable[[Transaction], None]:
    if stap == "verzet":
        naar = moment(lees_invoer(Verzetformulier, velden).uiterlijk, zone)
        return lambda tx: dienst.verzet(tx, afspraak_id, _bedoeld(naar, tx.op))
    tekst = lees_invoer(Afrondformulier, velden).uitkomst
    if stap == "nagekomen":
        return lambda tx: dienst.kom_na(tx, afspraak_id, door.rol, tekst)
    eis_zeker(velden)
    return lambda tx: dienst.laat_vervallen(tx, afspraak_id, door.rol, tekst)
