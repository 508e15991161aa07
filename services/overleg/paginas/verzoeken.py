"""`/verzoeken`: what the municipality asks of others, and their answer."""

from functools import partial
from typing import Annotated
from uuid import UUID, uuid4

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse
from pydantic import BaseModel, ConfigDict, Field, StringConstraints
from pydantic.alias_generators import to_camel
from starlette.responses import Response

from services.overleg.application import Dossierbeheer, Uitvoering
from services.overleg.application.overzicht import Overzicht
from services.overleg.application.verzoeken import Vraag
from services.overleg.paginas.poging import LEEG, poging
from services.overleg.paginas.woorden import UITKOMSTEN, Woorden
from services.overleg.vormen import Code
from services.overleg.vormen.bevoegd import lezer_van, voor_gemeente, ziet
from shared.contracts.overleg import Uitkomst
from shared.facts import Context, Fout, NietGevonden, OngeldigeInvoer
from shared.klok import Klok
from shared.kluis import Lezer
from shared.ledger import Ledger
from shared.profiel import Profiel, Profielen
from shared.profiel.schema import Verzoeksoort
from shared.web import actie, context, formulier, lees_invoer, omleiding, page_router, pagina, wie

Euro = Annotated[int, Field(ge=1, le=100_000_000)]
Lang = Annotated[str, StringConstraints(max_length=4000, strip_whitespace=True)]
WOORDEN = {
    "dossier": "Zaaknummer van het dossier",
    "toelichting": "Waarom vraagt u dit?",
    "plan": "Plan van aanpak",
    "begrotingEuro": "Begroting in euro",
    "uitkomst": "Wat is het antwoord?",
    "antwoord": "Toelichting op het antwoord",
    "toegekendEuro": "Toegekend bedrag in euro",
}


class Verzoekformulier(BaseModel):
    """What the page sends."""

    model_config = ConfigDict(extra="forbid", alias_generator=to_camel)

    aanvraag: UUID
    gemeente: Code
    soort: Code
    dossier: Annotated[str, StringConstraints(max_length=40, strip_whitespace=True)] = ""
    toelichting: Annotated[str, StringConstraints(min_length=1, max_length=4000, strip_whitespace=True)]
    plan: Lang = ""
    begroting_euro: Euro | None = None
    agendapunt_id: UUID | None = None


class Antwoordformulier(BaseModel):
    """What the other answered."""

    model_config = ConfigDict(extra="forbid", alias_generator=to_camel)

    uitkomst: Uitkomst
    antwoord: Lang = ""
    toegekend_euro: Euro | None = None


def lijst(uitvoering: Uitvoering, overzicht: Overzicht, woorden: Woorden) -> APIRouter:
    """The list."""
    router, profielen = page_router(), uitvoering.profielen

    @router.get("/verzoeken")
    @actie("verzoeken.lezen")
    async def toon(request: Request) -> HTMLResponse:
        gevonden = await overzicht.verzoeken(ziet(profielen, wie(request)))
        van, rol = _profiel(profielen, request), wie(request).rol
        soorten = [(soort.code, soort.naam) for soort in van.verzoeken if rol in soort.door]
        beelden = [woorden.verzoek(verzoek) for verzoek in gevonden]
        return pagina(
            request,
            "overleg/verzoeken.html",
            verzoeken=beelden,
            soorten=soorten,
            gemeente=van.gemeente.code,
            velden=request.query_params,
        )

    return router


def doen(uitvoering: Uitvoering, dossiers: Dossierbeheer, ledger: Ledger, klok: Klok, woorden: Woorden) -> APIRouter:
    """The form for one kind."""
    router, profielen, dienst = page_router(), uitvoering.profielen, uitvoering.verzoek

    def toon(request: Request, van: Profiel, soort: Verzoeksoort, status: int = 200, **meer: object) -> HTMLResponse:
        code = van.gemeente.code
        kop = {"soort": soort, "gemeente": code, "aan": woorden.naam("partner", code, soort.aan), "woorden": WOORDEN}
        return pagina(request, "overleg/verzoek_nieuw.html", status=status, aanvraag=uuid4(), **kop, **{**LEEG, **meer})

    @router.get("/verzoeken/nieuw")
    @actie("verzoek.doen")
    async def nieuw(request: Request) -> Response:
        van = _profiel(profielen, request)
        return toon(request, van, _soort(van, request.query_params.get("soort", "")), velden=request.query_params)

    @router.post("/verzoeken/nieuw")
    @actie("verzoek.doen")
    async def doe_verzoek(request: Request) -> Response:
        velden, rol = await formulier(request), wie(request).rol
        van = profielen.van(voor_gemeente(profielen, wie(request), str(velden.get("gemeente", "")) or None))
        soort = _soort(van, str(velden.get("soort", "")))

        async def doe() -> str:
            invoer, nu, code = lees_invoer(Verzoekformulier, velden), context(request, klok), van.gemeente.code
            betrokkene = await _betrokkene(dossiers, invoer, van, soort, lezer_van(wie(request)), nu)
            wat = (soort.code, invoer.toelichting, betrokkene, invoer.plan, invoer.begroting_euro)
            vraag = Vraag(*wat, agendapunt_id=invoer.agendapunt_id)
            await ledger.run(lambda tx: dienst.doe(tx, vraag, verzoek_id=invoer.aanvraag, gemeente=code, door=rol), nu)
            return f"/verzoeken/{invoer.aanvraag}"

        async def opnieuw(status: int, **meer: object) -> HTMLResponse:
            return toon(request, van, soort, status, **meer)

        return await poging(doe, opnieuw, velden, WOORDEN)

    return router


def volgen(uitvoering: Uitvoering, overzicht: Overzicht, ledger: Ledger, klok: Klok, woorden: Woorden) -> APIRouter:
    """One request and its answer."""
    router, profielen, dienst = page_router(), uitvoering.profielen, uitvoering.verzoek

    async def toon(request: Request, verzoek_id: UUID, status: int = 200, **meer: object) -> HTMLResponse:
        verzoek = await overzicht.verzoek(verzoek_id, ziet(profielen, wie(request)))
        soort = profielen.van(verzoek.gemeente).verzoek(verzoek.soort)
        wat = {"verzoek": woorden.verzoek(verzoek), "soort": soort, "woorden": WOORDEN}
        kan = {"uitkomsten": list(UITKOMSTEN.items())}
        return pagina(request, "overleg/verzoek.html", status=status, **wat, **kan, **{**LEEG, **meer})

    @router.get("/verzoeken/{verzoek_id}")
    @actie("verzoeken.lezen")
    async def een(request: Request, verzoek_id: UUID) -> HTMLResponse:
        return await toon(request, verzoek_id)

    @router.post("/verzoeken/{verzoek_id}/antwoord")
    @actie("verzoek.doen")
    async def beantwoord(request: Request, verzoek_id: UUID) -> Response:
        velden, rol = await formulier(request), wie(request).rol
        await overzicht.verzoek(verzoek_id, ziet(profielen, wie(request)))

        async def doe() -> str:
            wat = lees_invoer(Antwoordformulier, velden)
            await ledger.run(
                lambda tx: dienst.beantwoord(
                    tx, verzoek_id, wat.uitkomst, door=rol, antwoord=wat.antwoord, toegekend_euro=wat.toegekend_euro
                ),
                context(request, klok),
            )
            return f"/verzoeken/{verzoek_id}"

        return await poging(doe, partial(toon, request, verzoek_id), velden, WOORDEN)

    @router.post("/verzoeken/{verzoek_id}/trek-in")
    @actie("verzoek.doen")
    async def trek_in(request: Request, verzoek_id: UUID) -> Response:
        door = wie(request)
        await overzicht.verzoek(verzoek_id, ziet(profielen, door))
        await ledger.run(lambda tx: dienst.trek_in(tx, verzoek_id, door=door.rol), context(request, klok))
        return omleiding(f"/verzoeken/{verzoek_id}")

    return router


async def _betrokkene(
    dossiers: Dossierbeheer, invoer: Verzoekformulier, van: Profiel, soort: Verzoeksoort, lezer: Lezer, nu: Context
) -> UUID | None:
    if not soort.over_persoon:
        return None
    if not invoer.dossier:
        raise OngeldigeInvoer(Fout("dossier", "verplicht"))
    return await dossiers.betrokkene(van.gemeente.code, invoer.dossier, lezer, nu)


def _profiel(profielen: Profielen, request: Request) -> Profiel:
    gevraagd = request.query_params.get("gemeente") or wie(request).gemeente
    return profielen.van(voor_gemeente(profielen, wie(request), gevraagd or profielen.alle()[0].gemeente.code))


def _soort(profiel: Profiel, code: str) -> Verzoeksoort:
    if (soort := profiel.verzoek(code)) is None:
        raise NietGevonden("Dit verzoek staat niet in het profiel van de gemeente. Kies er een uit de lijst.")
    return soort
