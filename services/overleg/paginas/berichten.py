"""`/berichten`: from draft to publication, with COA and police heard on the way (LVS-4)."""

from collections.abc import Callable, Mapping
from functools import partial
from typing import Annotated, Literal, cast
from uuid import UUID, uuid4

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse
from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, StringConstraints
from pydantic.alias_generators import to_camel
from starlette.responses import Response

from services.overleg.application import Uitvoering
from services.overleg.application.berichten import Concept
from services.overleg.application.overzicht import Overzicht
from services.overleg.paginas.poging import LEEG, poging
from services.overleg.paginas.woorden import PUBLIEKEN, Woorden
from services.overleg.paginas.zinnen import aangevinkt, als_lijst
from services.overleg.vormen import Code
from services.overleg.vormen.bevoegd import voor_gemeente, ziet
from services.overleg.werkbeelden import Berichtbeeld
from shared.contracts.overleg import Publiek
from shared.klok import Klok
from shared.ledger import Ledger, Transaction
from shared.web import Wie, actie, context, eis_zeker, formulier, lees_invoer, mag, page_router, pagina, wie

Lang = Annotated[str, StringConstraints(max_length=4000, strip_whitespace=True)]
Velden = Mapping[str, object]
Doe = Callable[[Transaction], object]
Stap = Callable[[Berichtbeeld, Velden, Wie], Doe]
WOORDEN = {
    "onderwerp": "Onderwerp",
    "tekst": "Tekst",
    "publiek": "Voor wie?",
    "locatie": "Over welke locatie?",
    "instemming": "Kan het zo naar buiten?",
    "opmerking": "Opmerking",
    "spoedReden": "Waarom kan het niet wachten?",
}


class Berichtformulier(BaseModel):
    """What the page sends."""

    model_config = ConfigDict(extra="forbid")

    aanvraag: UUID
    gemeente: Code
    locatie: Code
    onderwerp: Annotated[str, StringConstraints(min_length=1, max_length=200, strip_whitespace=True)]
    tekst: Annotated[str, StringConstraints(min_length=1, max_length=4000, strip_whitespace=True)]
    publiek: Annotated[tuple[Publiek, ...], BeforeValidator(als_lijst), Field(min_length=1)]
    agendapunt_id: Annotated[UUID | None, Field(alias="agendapuntId")] = None

    def concept(self) -> Concept:
        """What it says."""
        return Concept(self.onderwerp, self.tekst, self.publiek, self.locatie, agendapunt_id=self.agendapunt_id)


class Raadformulier(BaseModel):
    """What a partner thinks of it."""

    model_config = ConfigDict(extra="forbid")

    instemming: Literal["ja", "nee"]
    opmerking: Lang = ""


class Spoedformulier(BaseModel):
    """Why it cannot wait."""

    model_config = ConfigDict(extra="forbid", alias_generator=to_camel)

    zeker: bool = False
    spoed_reden: Annotated[str, StringConstraints(min_length=1, max_length=4000, strip_whitespace=True)]


def opstellen(uitvoering: Uitvoering, overzicht: Overzicht, ledger: Ledger, klok: Klok, woorden: Woorden) -> APIRouter:
    """The list, and a new message."""
    router, profielen, dienst = page_router(), uitvoering.profielen, uitvoering.bericht

    def toon(request: Request, status: int = 200, **meer: object) -> HTMLResponse:
        gevraagd = request.query_params.get("gemeente") or wie(request).gemeente
        gemeente = voor_gemeente(profielen, wie(request), gevraagd or profielen.alle()[0].gemeente.code)
        plekken = [(plek.code, plek.naam) for plek in profielen.van(gemeente).locaties]
        gestuurd = {**LEEG, **meer}
        gekozen = aangevinkt(cast("Velden", gestuurd["velden"]), "publiek")
        kan = {
            "aanvraag": uuid4(),
            "gekozen": gekozen,
            "gemeente": gemeente,
            "locaties": plekken,
            "publieken": list(PUBLIEKEN.items()),
            "woorden": WOORDEN,
        }
        return pagina(request, "overleg/bericht_nieuw.html", status=status, **kan, **gestuurd)

    @router.get("/berichten")
    @actie("berichten.lezen")
    async def lijst(request: Request) -> HTMLResponse:
        gevonden = await overzicht.berichten(ziet(profielen, wie(request)), ook_concepten=_concepten(wie(request)))
        return pagina(request, "overleg/berichten.html", berichten=[woorden.bericht(each) for each in gevonden])

    @router.get("/berichten/nieuw")
    @actie("bericht.opstellen")
    async def nieuw(request: Request) -> HTMLResponse:
        return toon(request, velden=request.query_params)

    @router.post("/berichten/nieuw")
    @actie("bericht.opstellen")
    async def stel_op(request: Request) -> Response:
        velden, rol = await formulier(request), wie(request).rol

        async def doe() -> str:
            invoer = lees_invoer(Berichtformulier, velden)
            gemeente, concept = voor_gemeente(profielen, wie(request), invoer.gemeente), invoer.concept()
            await ledger.run(
                lambda tx: dienst.stel_op(tx, concept, bericht_id=invoer.aanvraag, gemeente=gemeente, door=rol),
                context(request, klok),
            )
            return f"/berichten/{invoer.aanvraag}"

        async def opnieuw(status: int, **meer: object) -> HTMLResponse:
            return toon(request, status, **meer)

        return await poging(doe, opnieuw, velden, WOORDEN)

    return router


def volgen(uitvoering: Uitvoering, overzicht: Overzicht, ledger: Ledger, klok: Klok, woorden: Woorden) -> APIRouter:
    """One message and the next step with it."""
    router, profielen, stappen = page_router(), uitvoering.profielen, _stappen(uitvoering)

    async def haal(request: Request, bericht_id: UUID) -> Berichtbeeld:
        lezer = wie(request)
        return await overzicht.bericht(bericht_id, ziet(profielen, lezer), ook_concepten=_concepten(lezer))

    async def toon(request: Request, bericht_id: UUID, status: int = 200, **meer: object) -> HTMLResponse:
        bericht = await haal(request, bericht_id)
        gezegd = any(zei.door == wie(request).rol and zei.versie == bericht.versie for zei in bericht.raadplegingen)
        wat = {"bericht": woorden.bericht(bericht), "gezegd": gezegd, "woorden": WOORDEN}
        kan = {"publieken": list(PUBLIEKEN.items()), "gekozen": list(bericht.publiek)}
        return pagina(request, "overleg/bericht.html", status=status, **wat, **kan, **{**LEEG, **meer})

    @router.get("/berichten/{bericht_id}")
    @actie("berichten.lezen")
    async def een(request: Request, bericht_id: UUID) -> HTMLResponse:
        return await toon(request, bericht_id)

    def post(stap: str, wat: str) -> None:
        @router.post(f"/berichten/{{bericht_id}}/{stap}")
        @actie(wat)
        async def zet(request: Request, bericht_id: UUID) -> Response:
            velden, door = await formulier(request), wie(request)
            bericht = await haal(request, bericht_id)

            async def doe() -> str:
                await ledger.run(stappen[stap](bericht, velden, door), context(request, klok))
                return f"/berichten/{bericht_id}"

            return await poging(doe, partial(toon, request, bericht_id), velden, WOORDEN)

    for stap, wat in ACTIES.items():
        post(stap, wat)
    return router


ACTIES = {
    "wijzig": "bericht.opstellen",
    "leg-voor": "bericht.opstellen",
    "vervalt": "bericht.opstellen",
    "raadpleeg": "bericht.raadplegen",
    "keur-goed": "bericht.goedkeuren",
    "publiceer": "bericht.publiceren",
    "spoed": "bericht.goedkeuren",
}


def _stappen(uitvoering: Uitvoering) -> Mapping[str, Stap]:
    dienst = uitvoering.bericht

    def wijzig(bericht: Berichtbeeld, velden: Velden, door: Wie) -> Doe:
        vast = {"aanvraag": bericht.bericht_id, "gemeente": bericht.gemeente, "locatie": bericht.locatie}
        concept = lees_invoer(Berichtformulier, {**velden, **vast}).concept()
        return lambda tx: dienst.wijzig(tx, bericht.bericht_id, concept, door=door.rol)

    def raadpleeg(bericht: Berichtbeeld, velden: Velden, door: Wie) -> Doe:
        zei = lees_invoer(Raadformulier, velden)
        mening = {"instemming": zei.instemming == "ja", "opmerking": zei.opmerking}
        return lambda tx: dienst.raadpleeg(tx, bericht.bericht_id, door=door.rol, **mening)  # type: ignore[arg-type]

    def spoed(bericht: Berichtbeeld, velden: Velden, door: Wie) -> Doe:
        reden = lees_invoer(Spoedformulier, velden).spoed_reden
        eis_zeker(velden)
        return lambda tx: dienst.publiceer(tx, bericht.bericht_id, door=door.rol, spoed_reden=reden)

    def publiceer(bericht: Berichtbeeld, velden: Velden, door: Wie) -> Doe:
        eis_zeker(velden)
        return lambda tx: dienst.publiceer(tx, bericht.bericht_id, door=door.rol)

    return {
        "publiceer": publiceer,
        "wijzig": wijzig,
        "raadpleeg": raadpleeg,
        "spoed": spoed,
        "leg-voor": lambda bericht, _, __: lambda tx: dienst.leg_voor(tx, bericht.bericht_id),
        "vervalt": lambda bericht, _, door: lambda tx: dienst.laat_vervallen(tx, bericht.bericht_id, door=door.rol),
        "keur-goed": lambda bericht, _, door: lambda tx: dienst.keur_goed(tx, bericht.bericht_id, door=door.rol),
    }


def _concepten(lezer: Wie) -> bool:
    """Who is consulted sees no drafts."""
    return not mag(lezer, "bericht.raadplegen")
