"""Agreements over HTTP: the matrix, and each agreement (KG-2.2.1)."""

from typing import Annotated
from uuid import UUID, uuid4, uuid5

from fastapi import APIRouter, Header, Query, Request
from fastapi.responses import JSONResponse, Response

from services.overleg.application import Uitvoering
from services.overleg.application.overzicht import Overzicht
from services.overleg.reeks import NAAMRUIMTE
from services.overleg.vormen.bevoegd import voor_gemeente, ziet
from services.overleg.vormen.matrix import BESTANDEN, werkblad
from services.overleg.vormen.partij import eigen, eis_van_mij
from services.overleg.vormen.uitvoering import (
    Afronding,
    Afspraakbestandvraag,
    AfspraakInvoer,
    Afspraaklijstvraag,
    Afspraken,
    Verzetting,
    moment,
)
from services.overleg.werkbeelden import Afspraakbeeld
from shared.klok import Klok
from shared.ledger import Ledger
from shared.web import Wie, actie, api_router, context, wie

PAD = "/overleg/v1/afspraken"


def lezen(uitvoering: Uitvoering, overzicht: Overzicht, klok: Klok) -> APIRouter:
    """Look at agreements."""
    router, profielen = api_router(tags=["afspraken"]), uitvoering.profielen

    async def zoek(lezer: Wie, vraag: Afspraaklijstvraag) -> list[Afspraakbeeld]:
        zicht = ziet(profielen, lezer, locatie=vraag.locatie, gemeente=vraag.gemeente)
        deel = {"hoogstens": vraag.per_pagina, "sla_over": vraag.sla_over}
        return await overzicht.afspraken(vraag.vraag(), zicht, eigen(profielen, lezer), klok(), **deel)

    @router.get("/afspraken")
    @actie("afspraken.lezen")
    async def lijst(request: Request, vraag: Annotated[Afspraaklijstvraag, Query()]) -> Afspraken:
        """Geef de afsprakenmatrix: wat, wie, voor wanneer, hoe het staat en waar het uit volgt."""
        gevonden = await zoek(wie(request), vraag)
        return Afspraken(afspraken=gevonden, pagina=vraag.pagina, per_pagina=vraag.per_pagina)

    @router.get("/afspraken/_exporteer", response_class=Response)
    @actie("afspraken.lezen")
    async def exporteer(request: Request, vraag: Annotated[Afspraakbestandvraag, Query()]) -> Response:
        """Geef de afsprakenmatrix als bestand voor een rekenblad."""
        return BESTANDEN[vraag.formaat](werkblad(await zoek(wie(request), vraag), profielen))

    @router.get("/afspraken/{afspraak_id}")
    @actie("afspraken.lezen")
    async def een(request: Request, afspraak_id: UUID) -> Afspraakbeeld:
        """Geef één afspraak."""
        lezer = wie(request)
        return await overzicht.afspraak(afspraak_id, ziet(profielen, lezer), eigen(profielen, lezer), klok())

    return router


def maken(uitvoering: Uitvoering, overzicht: Overzicht, ledger: Ledger, klok: Klok) -> APIRouter:
    """Make, move and finish agreements."""
    router, profielen, dienst = api_router(tags=["afspraken"]), uitvoering.profielen, uitvoering.afspraak

    async def toon(lezer: Wie, afspraak_id: UUID) -> Afspraakbeeld:
        return await overzicht.afspraak(afspraak_id, ziet(profielen, lezer), eigen(profielen, lezer), klok())

    @router.post("/afspraken", status_code=201, response_model=Afspraakbeeld)
    @actie("afspraak.maken")
    async def maak(
        request: Request, invoer: AfspraakInvoer, idempotency_key: Annotated[UUID | None, Header()] = None
    ) -> JSONResponse:
        """Maak een afspraak: wie doet wat, voor wanneer."""
        door = wie(request)
        gemeente = voor_gemeente(profielen, door, invoer.gemeente)
        afspraak_id = uuid5(NAAMRUIMTE, f"afspraak/{door.id}/{idempotency_key}") if idempotency_key else uuid4()
        voornemen = invoer.voornemen(profielen.van(gemeente).zone)
        nieuw = await ledger.run(
            lambda tx: dienst.maak(tx, voornemen, afspraak_id=afspraak_id, gemeente=gemeente), context(request, klok)
        )
        inhoud = (await toon(door, afspraak_id)).model_dump(mode="json")
        return JSONResponse(inhoud, 201 if nieuw else 200, {"Location": f"{PAD}/{afspraak_id}"})

    @router.post("/afspraken/{afspraak_id}/_verzet")
    @actie("afspraak.maken")
    async def verzet(request: Request, afspraak_id: UUID, invoer: Verzetting) -> Afspraakbeeld:
        """Geef een open afspraak een andere datum."""
        afspraak = await toon(wie(request), afspraak_id)
        naar = moment(invoer.uiterlijk, profielen.van(afspraak.gemeente).zone)
        await ledger.run(lambda tx: dienst.verzet(tx, afspraak_id, naar), context(request, klok))
        return await toon(wie(request), afspraak_id)

    @router.post("/afspraken/{afspraak_id}/_kom-na")
    @actie("afspraak.afronden")
    async def kom_na(request: Request, afspraak_id: UUID, invoer: Afronding | None = None) -> Afspraakbeeld:
        """Leg vast dat de afspraak is nagekomen, en wat eruit kwam."""
        door, uitkomst = wie(request), (invoer or Afronding()).uitkomst
        eis_van_mij(profielen, door, await toon(door, afspraak_id))
        await ledger.run(lambda tx: dienst.kom_na(tx, afspraak_id, door.rol, uitkomst), context(request, klok))
        return await toon(door, afspraak_id)

    @router.post("/afspraken/{afspraak_id}/_laat-vervallen")
    @actie("afspraak.maken")
    async def laat_vervallen(request: Request, afspraak_id: UUID, invoer: Afronding | None = None) -> Afspraakbeeld:
        """Laat een open afspraak vervallen."""
        door, reden = wie(request), (invoer or Afronding()).uitkomst
        await toon(door, afspraak_id)
        await ledger.run(lambda tx: dienst.laat_vervallen(tx, afspraak_id, door.rol, reden), context(request, klok))
        return await toon(door, afspraak_id)

    return router
