"""Measures over HTTP."""

from typing import Annotated, Any
from uuid import UUID, uuid4, uuid5

from fastapi import APIRouter, Header, Query, Request
from fastapi.responses import JSONResponse
from pydantic.alias_generators import to_camel

from services.overleg.application import Maatregeldienst, Naslag
from services.overleg.application.effect import Effecten
from services.overleg.beelden import Maatregelbeeld
from services.overleg.maatregel import ALTIJD_AFGESCHERMD, MaatregelOnbekend
from services.overleg.reeks import NAAMRUIMTE
from services.overleg.vormen import Maatregelen, MaatregelInvoer, Maatregellijstvraag
from services.overleg.vormen.bevoegd import verhul, voor_gemeente, ziet
from services.overleg.vormen.partij import eis_bevoegd
from services.overleg.vormen.uitvoering import Catalogusbeeld, Intrekking, Verlenging
from services.overleg.werkbeelden import Effect
from shared.klok import Klok
from shared.ledger import Ledger
from shared.web import Wie, actie, api_router, context, wie

PAD = "/overleg/v1/maatregelen"
OPGELEGD: dict[int | str, dict[str, Any]] = {
    200: {"model": Maatregelbeeld, "description": "Deze aanvraag was al opgelegd"},
    201: {"model": Maatregelbeeld, "description": "Opgelegd"},
    409: {"description": "Geweigerd: een grens van de maatregel is overschreden; `regel` zegt welke"},
}


def lezen(naslag: Naslag, dienst: Maatregeldienst, klok: Klok) -> APIRouter:
    """Look at measures."""
    router = api_router(tags=["maatregelen"])

    @router.get("/maatregelen", response_model_exclude_none=True)
    @actie("maatregelen.lezen")
    async def lijst(request: Request, vraag: Annotated[Maatregellijstvraag, Query()]) -> Maatregelen:
        """Geef maatregelen, de nieuwste eerst; de betrokkene alleen aan wie dat mag weten."""
        lezer = wie(request)
        zicht = ziet(dienst.profielen, lezer, locatie=vraag.locatie, gemeente=vraag.gemeente)
        gevonden = await naslag.maatregelen(
            vraag.vraag(klok()), zicht, hoogstens=vraag.per_pagina, sla_over=vraag.sla_over
        )
        beelden = [verhul(lezer, maatregel) for maatregel in gevonden]
        return Maatregelen(maatregelen=beelden, pagina=vraag.pagina, per_pagina=vraag.per_pagina)

    @router.get("/maatregelen/{maatregel_id}", response_model_exclude_none=True)
    @actie("maatregelen.lezen")
    async def een(request: Request, maatregel_id: UUID) -> Maatregelbeeld:
        """Geef één maatregel."""
        lezer = wie(request)
        return verhul(lezer, await naslag.maatregel(maatregel_id, ziet(dienst.profielen, lezer)))

    return router


def opleggen(dienst: Maatregeldienst, naslag: Naslag, ledger: Ledger, klok: Klok) -> APIRouter:
    """Impose measures."""
    router = api_router(tags=["maatregelen"])

    @router.post("/maatregelen", status_code=201, response_model=None, responses=OPGELEGD)
    @actie("maatregel.opleggen")
    async def leg_op(
        request: Request, invoer: MaatregelInvoer, idempotency_key: Annotated[UUID | None, Header()] = None
    ) -> JSONResponse:
        """Leg een maatregel op; wat een grens overschrijdt wordt geweigerd met de regel en de reden."""
        door = wie(request)
        maatregel_id, gemeente = _id(door, idempotency_key), voor_gemeente(dienst.profielen, door, invoer.gemeente)
        eis_bevoegd(door, dienst.profielen.van(gemeente).maatregel(invoer.soort))
        nieuw = await ledger.run(
            lambda tx: dienst.leg_op(
                tx,
                invoer.soort,
                invoer.aanvraag(),
                maatregel_id=maatregel_id,
                gemeente=gemeente,
                door=door.rol,
                toelichting=invoer.toelichting,
            ),
            context(request, klok),
        )
        beeld = verhul(door, await naslag.maatregel(maatregel_id, ziet(dienst.profielen, door)))
        inhoud = beeld.model_dump(mode="json", exclude_none=True)
        return JSONResponse(inhoud, 201 if nieuw else 200, {"Location": f"{PAD}/{maatregel_id}"})

    return router


def beheren(dienst: Maatregeldienst, naslag: Naslag, effecten: Effecten, ledger: Ledger, klok: Klok) -> APIRouter:
    """Extend and withdraw measures, and see what meldingen did around them."""
    router, profielen = api_router(tags=["maatregelen"]), dienst.profielen

    async def toon(lezer: Wie, maatregel_id: UUID) -> Maatregelbeeld:
        return verhul(lezer, await naslag.maatregel(maatregel_id, ziet(profielen, lezer)))

    @router.post("/maatregelen/{maatregel_id}/_verleng", response_model_exclude_none=True)
    @actie("maatregel.opleggen")
    async def verleng(request: Request, maatregel_id: UUID, invoer: Verlenging) -> Maatregelbeeld:
        """Verleng een lopende maatregel; wat een grens overschrijdt wordt geweigerd met de regel en de reden."""
        door, eind, waarom = wie(request), invoer.eindigt, invoer.toelichting
        await toon(door, maatregel_id)
        await ledger.run(
            lambda tx: dienst.verleng(tx, maatregel_id, eind, door=door.rol, toelichting=waarom), context(request, klok)
        )
        return await toon(door, maatregel_id)

    @router.post("/maatregelen/{maatregel_id}/_trek-in", response_model_exclude_none=True)
    @actie("maatregel.opleggen")
    async def trek_in(request: Request, maatregel_id: UUID, invoer: Intrekking | None = None) -> Maatregelbeeld:
        """Trek een maatregel in: die eindigt nu."""
        door, waarom = wie(request), (invoer or Intrekking()).toelichting
        await toon(door, maatregel_id)
        await ledger.run(
            lambda tx: dienst.trek_in(tx, maatregel_id, door=door.rol, toelichting=waarom), context(request, klok)
        )
        return await toon(door, maatregel_id)

    @router.get("/maatregelen/{maatregel_id}/effect")
    @actie("maatregelen.lezen")
    async def effect(request: Request, maatregel_id: UUID) -> Effect:
        """Geef de meldingen in het gebied voor, tijdens en na de maatregel; dat is geen bewijs van effect."""
        maatregel = await toon(wie(request), maatregel_id)
        if maatregel.soort in ALTIJD_AFGESCHERMD:
            raise MaatregelOnbekend("Van deze maatregel wordt geen beeld per plek gemaakt.")
        return await effecten.effect(maatregel)

    @router.get("/maatregelsoorten")
    @actie("maatregelen.lezen")
    async def soorten(request: Request) -> Catalogusbeeld:
        """Geef de catalogus: elke maatregel met grondslag, bevoegd gezag, grenzen en herkomst."""
        gemeenten = [profiel for profiel in profielen.alle() if wie(request).gemeente in (None, profiel.gemeente.code)]
        alle = [
            {"gemeente": profiel.gemeente.code, **soort.model_dump(mode="json", exclude_none=True)}
            for profiel in gemeenten
            for soort in profiel.maatregelen
        ]
        return Catalogusbeeld(soorten=[{to_camel(veld): waarde for veld, waarde in each.items()} for each in alle])

    return router


def _id(door: Wie, sleutel: UUID | None) -> UUID:
    return uuid5(NAAMRUIMTE, f"maatregel/{door.id}/{sleutel}") if sleutel else uuid4()
