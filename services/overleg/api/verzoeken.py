"""Requests to others over HTTP (LVS-0.1, LVS-0.2, TB-1.3)."""

from typing import Annotated
from uuid import UUID, uuid4, uuid5

from fastapi import APIRouter, Header, Request
from fastapi.responses import JSONResponse

from services.overleg.application import Uitvoering
from services.overleg.application.overzicht import Overzicht
from services.overleg.reeks import NAAMRUIMTE
from services.overleg.vormen.bevoegd import voor_gemeente, ziet
from services.overleg.vormen.uitvoering import AntwoordInvoer, Verzoeken, VerzoekInvoer
from services.overleg.werkbeelden import Verzoekbeeld
from shared.klok import Klok
from shared.ledger import Ledger
from shared.web import actie, api_router, context, wie

PAD = "/overleg/v1/verzoeken"


def router(uitvoering: Uitvoering, overzicht: Overzicht, ledger: Ledger, klok: Klok) -> APIRouter:
    """Ask others, and record what they answered."""
    router, profielen, dienst = api_router(tags=["verzoeken"]), uitvoering.profielen, uitvoering.verzoek

    @router.get("/verzoeken")
    @actie("verzoeken.lezen")
    async def lijst(request: Request) -> Verzoeken:
        """Geef de verzoeken aan anderen, het nieuwste eerst."""
        return Verzoeken(verzoeken=await overzicht.verzoeken(ziet(profielen, wie(request))))

    @router.get("/verzoeken/{verzoek_id}")
    @actie("verzoeken.lezen")
    async def een(request: Request, verzoek_id: UUID) -> Verzoekbeeld:
        """Geef één verzoek met het antwoord."""
        return await overzicht.verzoek(verzoek_id, ziet(profielen, wie(request)))

    @router.post("/verzoeken", status_code=201, response_model=Verzoekbeeld)
    @actie("verzoek.doen")
    async def doe(
        request: Request, invoer: VerzoekInvoer, idempotency_key: Annotated[UUID | None, Header()] = None
    ) -> JSONResponse:
        """Vraag een ander om iets waarover die beslist."""
        door = wie(request)
        gemeente = voor_gemeente(profielen, door, invoer.gemeente)
        verzoek_id = uuid5(NAAMRUIMTE, f"verzoek/{door.id}/{idempotency_key}") if idempotency_key else uuid4()
        nieuw = await ledger.run(
            lambda tx: dienst.doe(tx, invoer.vraag(), verzoek_id=verzoek_id, gemeente=gemeente, door=door.rol),
            context(request, klok),
        )
        inhoud = (await overzicht.verzoek(verzoek_id, ziet(profielen, door))).model_dump(mode="json")
        return JSONResponse(inhoud, 201 if nieuw else 200, {"Location": f"{PAD}/{verzoek_id}"})

    @router.post("/verzoeken/{verzoek_id}/_beantwoord")
    @actie("verzoek.doen")
    async def beantwoord(request: Request, verzoek_id: UUID, invoer: AntwoordInvoer) -> Verzoekbeeld:
        """Leg het antwoord vast; een later antwoord vervangt het."""
        door = wie(request)
        await overzicht.verzoek(verzoek_id, ziet(profielen, door))
        velden = invoer.model_dump(by_alias=False)
        await ledger.run(lambda tx: dienst.beantwoord(tx, verzoek_id, door=door.rol, **velden), context(request, klok))
        return await overzicht.verzoek(verzoek_id, ziet(profielen, door))

    @router.post("/verzoeken/{verzoek_id}/_trek-in")
    @actie("verzoek.doen")
    async def trek_in(request: Request, verzoek_id: UUID) -> Verzoekbeeld:
        """Trek een verzoek in."""
        door = wie(request)
        await overzicht.verzoek(verzoek_id, ziet(profielen, door))
        await ledger.run(lambda tx: dienst.trek_in(tx, verzoek_id, door=door.rol), context(request, klok))
        return await overzicht.verzoek(verzoek_id, ziet(profielen, door))

    return router
