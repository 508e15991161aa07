"""`/maatregelen/{id}`: one measure: what it stands on, extend, withdraw, and the meldingen around it."""

from dataclasses import dataclass
from datetime import datetime
from functools import partial
from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse
from pydantic import BaseModel, ConfigDict, StringConstraints
from starlette.responses import Response

from services.overleg.application import Dossierbeheer, Maatregeldienst, Naslag
from services.overleg.application.effect import Effecten
from services.overleg.beelden import Maatregelbeeld
from services.overleg.maatregel import ALTIJD_AFGESCHERMD
from services.overleg.paginas.poging import LEEG, poging
from services.overleg.paginas.woorden import Woorden
from services.overleg.paginas.zinnen import moment
from services.overleg.vormen.bevoegd import eis_hele_gemeente, lezer_van, verhul, ziet
from shared.facts import NietGevonden
from shared.klok import Klok
from shared.ledger import Ledger
from shared.profiel import Maatregelsoort
from shared.web import actie, context, eis_zeker, formulier, lees_invoer, page_router, pagina, wie

Kort = Annotated[str, StringConstraints(max_length=2000, strip_whitespace=True)]
WOORDEN = {"eindigt": "Nieuw einde", "toelichting": "Toelichting", "reden": "Waarom?"}


class Verlengformulier(BaseModel):
    """A later end, on the clocks of the municipality."""

    model_config = ConfigDict(extra="forbid")

    eindigt: datetime
    toelichting: Kort = ""


class Intrekformulier(BaseModel):
    """Why it ends now."""

    model_config = ConfigDict(extra="forbid")

    reden: Kort = ""
    zeker: bool = False


@dataclass(frozen=True, slots=True)
class Blad:
    """The page of one measure."""

    dienst: Maatregeldienst
    naslag: Naslag
    effecten: Effecten
    woorden: Woorden

    async def haal(self, request: Request, maatregel_id: UUID) -> Maatregelbeeld:
        """Find it, as far as this reader may know it."""
        lezer = wie(request)
        return verhul(lezer, await self.naslag.maatregel(maatregel_id, ziet(self.dienst.profielen, lezer)))

    async def toon(self, request: Request, maatregel_id: UUID, status: int = 200, **meer: object) -> HTMLResponse:
        """Give the page."""
        maatregel = await self.haal(request, maatregel_id)
        soort = self.dienst.profielen.van(maatregel.gemeente).maatregel(maatregel.soort)
        afgeschermd = maatregel.soort in ALTIJD_AFGESCHERMD or (soort is not None and soort.afgeschermd)
        return pagina(
            request,
            "overleg/maatregel.html",
            status=status,
            maatregel=self.woorden.maatregel(maatregel),
            soort=soort,
            gesteld=_gesteld(soort, maatregel),
            mag_wijzigen=soort is not None and wie(request).rol is soort.bevoegd,
            verlengbaar=soort is not None and (soort.verlengbaar or maatregel.verlengd < soort.verlengingen_hoogstens),
            effect=None if afgeschermd else await self.effecten.effect(maatregel),
            opgelegd="opgelegd" in request.query_params,
            **{**LEEG, "zaaknummer": None, **meer},
        )


def router(dienst: Maatregeldienst, blad: Blad, dossiers: Dossierbeheer, ledger: Ledger, klok: Klok) -> APIRouter:
    """The page and its forms; the number of a case is shown in an answer, each time it is asked for and logged."""
    router, profielen = page_router(), dienst.profielen

    @router.get("/maatregelen/{maatregel_id}")
    @actie("maatregelen.lezen")
    async def een(request: Request, maatregel_id: UUID) -> HTMLResponse:
        return await blad.toon(request, maatregel_id)

    @router.post("/maatregelen/{maatregel_id}/zaaknummer")
    @actie("betrokkene.vastleggen")
    async def zaaknummer(request: Request, maatregel_id: UUID) -> HTMLResponse:
        await formulier(request)
        maatregel, lezer = await blad.haal(request, maatregel_id), eis_hele_gemeente(wie(request))
        if maatregel.betrokkene is None:
            raise NietGevonden("Deze maatregel heeft geen zaaknummer.")
        nummer = await dossiers.lees(
            maatregel.betrokkene, lezer_van(lezer), context(request, klok), binnen=lezer.gemeente
        )
        return await blad.toon(request, maatregel_id, zaaknummer=nummer)

    @router.post("/maatregelen/{maatregel_id}/verleng")
    @actie("maatregel.opleggen")
    async def verleng(request: Request, maatregel_id: UUID) -> Response:
        velden, rol, maatregel = await formulier(request), wie(request).rol, await blad.haal(request, maatregel_id)

        async def doe() -> str:
            invoer = lees_invoer(Verlengformulier, velden)
            eind = moment(invoer.eindigt, profielen.van(maatregel.gemeente).zone) or invoer.eindigt
            waarom = invoer.toelichting
            await ledger.run(
                lambda tx: dienst.verleng(tx, maatregel_id, eind, door=rol, toelichting=waarom), context(request, klok)
            )
            return f"/maatregelen/{maatregel_id}"

        return await poging(doe, partial(blad.toon, request, maatregel_id), velden, WOORDEN)

    @router.post("/maatregelen/{maatregel_id}/trek-in")
    @actie("maatregel.opleggen")
    async def trek_in(request: Request, maatregel_id: UUID) -> Response:
        velden, rol = await formulier(request), wie(request).rol
        await blad.haal(request, maatregel_id)

        async def doe() -> str:
            eis_zeker(velden)
            reden = lees_invoer(Intrekformulier, velden).reden
            await ledger.run(
                lambda tx: dienst.trek_in(tx, maatregel_id, door=rol, toelichting=reden), context(request, klok)
            )
            return f"/maatregelen/{maatregel_id}"

        return await poging(doe, partial(blad.toon, request, maatregel_id), velden, WOORDEN)

    return router


def _gesteld(soort: Maatregelsoort | None, maatregel: Maatregelbeeld) -> list[str]:
    namen = {each.code: each.naam for each in soort.voorwaarden} if soort else {}
    return [namen.get(code, code) for code in maatregel.voorwaarden]
