"""The calendar over HTTP: extra meetings, moves, cancellations, requests, and what an evaluation decided."""

from typing import Annotated
from uuid import UUID, uuid4, uuid5

from fastapi import APIRouter, Header, Request
from fastapi.responses import JSONResponse, Response

from services.overleg.application import Inzage, Overlegdienst
from services.overleg.application.beleggen import Belegging, Evaluatiebesluit, Verzoek
from services.overleg.beelden import Overlegbeeld
from services.overleg.reeks import NAAMRUIMTE
from services.overleg.vormen.bevoegd import voor_gemeente, ziet
from services.overleg.vormen.vergadering import (
    Agendaverzoek,
    Annulering,
    Beleggen,
    Besluitinvoer,
    Geplaatst,
    Verzetting,
)
from shared.klok import Klok
from shared.ledger import Ledger
from shared.web import Wie, actie, api_router, context, eis_locatie, wie

PAD = "/overleg/v1/overleggen"
Sleutel = Annotated[UUID | None, Header(alias="Idempotency-Key")]


def wijzigen(dienst: Overlegdienst, inzage: Inzage, ledger: Ledger, klok: Klok) -> APIRouter:
    """Plan, move and cancel meetings."""
    router = api_router(tags=["overleggen"])

    @router.post("/overleggen", status_code=201, response_model=Overlegbeeld)
    @actie("overleg.voorbereiden")
    async def beleg(request: Request, invoer: Beleggen, sleutel: Sleutel = None) -> JSONResponse:
        """Beleg een extra overleg van een reeks (LVS-1.2, LVS-1.4); het mag de volgorde niet breken (LVS-1.5)."""
        door = wie(request)
        gemeente, nieuw = voor_gemeente(dienst.profielen, door, invoer.gemeente), _id(door, "overleg", sleutel)
        wens = Belegging(nieuw, gemeente, invoer.reeks, invoer.locatie, invoer.aanvang)
        await ledger.run(lambda tx: dienst.beleg(tx, wens), context(request, klok))
        beeld = (await inzage.agenda(nieuw, ziet(dienst.profielen, door))).overleg
        return JSONResponse(beeld.model_dump(mode="json"), 201, {"Location": f"{PAD}/{nieuw}"})

    @router.post("/overleggen/{overleg_id}/_verzet")
    @actie("overleg.voorbereiden")
    async def verzet(request: Request, overleg_id: UUID, invoer: Verzetting) -> Overlegbeeld:
        """Verzet één overleg; wat aansluit gaat mee. De volgorde tussen reeksen blijft staan (LVS-1.5, KG-2.2.2)."""
        zicht = ziet(dienst.profielen, wie(request))
        await inzage.agenda(overleg_id, zicht)
        await ledger.run(
            lambda tx: dienst.verzet(tx, overleg_id, invoer.naar, invoer.toelichting), context(request, klok)
        )
        return (await inzage.agenda(overleg_id, zicht)).overleg

    @router.post("/overleggen/{overleg_id}/_annuleer")
    @actie("overleg.voorbereiden")
    async def annuleer(request: Request, overleg_id: UUID, invoer: Annulering | None = None) -> Overlegbeeld:
        """Annuleer één overleg; wat op de agenda staat gaat naar het volgende (LVS-2.4)."""
        zicht, toelichting = ziet(dienst.profielen, wie(request)), invoer.toelichting if invoer else ""
        await inzage.agenda(overleg_id, zicht)
        await ledger.run(lambda tx: dienst.annuleer(tx, overleg_id, toelichting), context(request, klok))
        return (await inzage.agenda(overleg_id, zicht)).overleg

    return router


def vragen(dienst: Overlegdienst, ledger: Ledger, klok: Klok) -> APIRouter:
    """Ask a meeting something, and record what the evaluation decided."""
    router = api_router(tags=["overleggen"])

    @router.post("/agendaverzoeken", status_code=201)
    @actie("agendaverzoek.doen")
    async def vraag(request: Request, invoer: Agendaverzoek, sleutel: Sleutel = None) -> Geplaatst:
        """Zet een verzoek op de agenda van het overleg dat daarvoor is, zoals meer politie (LVS-0.1, LVS-0.2)."""
        door = wie(request)
        eis_locatie(door, invoer.locatie)
        gemeente, nieuw = voor_gemeente(dienst.profielen, door, invoer.gemeente), _id(door, "verzoek", sleutel)
        verzoek = Verzoek(nieuw, gemeente, invoer.locatie, invoer.onderwerp, invoer.toelichting)
        return Geplaatst(overleg_id=await ledger.run(lambda tx: dienst.vraag(tx, verzoek), context(request, klok)))

    @router.post("/reeksen/{reeks}/_besluit", status_code=204)
    @actie("overleg.sluiten")
    async def besluit(request: Request, reeks: str, invoer: Besluitinvoer, sleutel: Sleutel = None) -> Response:
        """Leg vast wat de evaluatie besloot over een reeks; wat gepland stond volgt (LVS-1.3)."""
        door = wie(request)
        gemeente, nieuw = voor_gemeente(dienst.profielen, door, invoer.gemeente), _id(door, "besluit", sleutel)
        wens = Evaluatiebesluit(nieuw, gemeente, invoer.locatie, reeks, invoer.uitkomst, invoer.overleg_id)
        await ledger.run(lambda tx: dienst.besluit(tx, wens), context(request, klok))
        return Response(status_code=204)

    return router


def _id(door: Wie, wat: str, sleutel: UUID | None) -> UUID:
    return uuid5(NAAMRUIMTE, f"{wat}/{door.id}/{sleutel}") if sleutel else uuid4()
