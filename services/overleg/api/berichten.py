"""Messages about meldingen over HTTP (LVS-4)."""

from collections.abc import Awaitable, Callable
from typing import Annotated
from uuid import UUID, uuid4, uuid5

from fastapi import APIRouter, Header, Request
from fastapi.responses import JSONResponse

from services.overleg.application import Uitvoering
from services.overleg.application.overzicht import Overzicht
from services.overleg.reeks import NAAMRUIMTE
from services.overleg.vormen.bevoegd import voor_gemeente, ziet
from services.overleg.vormen.uitvoering import Berichten, BerichtInvoer, Publicatie, RaadplegingInvoer
from services.overleg.werkbeelden import Berichtbeeld
from shared.klok import Klok
from shared.ledger import Ledger, Transaction
from shared.web import Wie, actie, api_router, context, mag, wie
from shared.web.weigering import GeenToegang

PAD = "/overleg/v1/berichten"


def eis_spoed(door: Wie, reden: str) -> None:
    """Only who approves may let a message go before everybody was heard.

    Raises:
        GeenToegang: another role (403).
    """
    if reden and not mag(door, "bericht.goedkeuren"):
        raise GeenToegang("Alleen de burgemeester of openbare orde en veiligheid kan met spoed publiceren.")


def lezen(uitvoering: Uitvoering, overzicht: Overzicht) -> APIRouter:
    """Look at messages."""
    router, profielen = api_router(tags=["berichten"]), uitvoering.profielen

    @router.get("/berichten")
    @actie("berichten.lezen")
    async def lijst(request: Request) -> Berichten:
        """Geef de berichten over meldingen; wie geraadpleegd wordt ziet geen concepten."""
        lezer = wie(request)
        concepten = not mag(lezer, "bericht.raadplegen")
        return Berichten(berichten=await overzicht.berichten(ziet(profielen, lezer), ook_concepten=concepten))

    @router.get("/berichten/{bericht_id}")
    @actie("berichten.lezen")
    async def een(request: Request, bericht_id: UUID) -> Berichtbeeld:
        """Geef één bericht met wat COA en politie ervan vonden."""
        lezer = wie(request)
        concepten = not mag(lezer, "bericht.raadplegen")
        return await overzicht.bericht(bericht_id, ziet(profielen, lezer), ook_concepten=concepten)

    return router


def opstellen(uitvoering: Uitvoering, overzicht: Overzicht, ledger: Ledger, klok: Klok) -> APIRouter:
    """Write, change, put before others, drop."""
    router, profielen, dienst = api_router(tags=["berichten"]), uitvoering.profielen, uitvoering.bericht
    doe = _doe(uitvoering, overzicht, ledger, klok)

    @router.post("/berichten", status_code=201, response_model=Berichtbeeld)
    @actie("bericht.opstellen")
    async def stel_op(
        request: Request, invoer: BerichtInvoer, idempotency_key: Annotated[UUID | None, Header()] = None
    ) -> JSONResponse:
        """Stel een bericht op."""
        door = wie(request)
        gemeente = voor_gemeente(profielen, door, invoer.gemeente)
        bericht_id = uuid5(NAAMRUIMTE, f"bericht/{door.id}/{idempotency_key}") if idempotency_key else uuid4()
        nieuw = await ledger.run(
            lambda tx: dienst.stel_op(tx, invoer.concept(), bericht_id=bericht_id, gemeente=gemeente, door=door.rol),
            context(request, klok),
        )
        inhoud = (await overzicht.bericht(bericht_id, ziet(profielen, door))).model_dump(mode="json")
        return JSONResponse(inhoud, 201 if nieuw else 200, {"Location": f"{PAD}/{bericht_id}"})

    @router.post("/berichten/{bericht_id}/_wijzig")
    @actie("bericht.opstellen")
    async def wijzig(request: Request, bericht_id: UUID, invoer: BerichtInvoer) -> Berichtbeeld:
        """Verander de tekst; het COA en de politie worden daarna opnieuw geraadpleegd."""
        rol, concept = wie(request).rol, invoer.concept()
        return await doe(request, bericht_id, lambda tx: dienst.wijzig(tx, bericht_id, concept, door=rol))

    @router.post("/berichten/{bericht_id}/_leg-voor")
    @actie("bericht.opstellen")
    async def leg_voor(request: Request, bericht_id: UUID) -> Berichtbeeld:
        """Leg het bericht voor aan het COA en de politie."""
        return await doe(request, bericht_id, lambda tx: dienst.leg_voor(tx, bericht_id))

    @router.post("/berichten/{bericht_id}/_laat-vervallen")
    @actie("bericht.opstellen")
    async def laat_vervallen(request: Request, bericht_id: UUID) -> Berichtbeeld:
        """Laat een bericht vervallen."""
        rol = wie(request).rol
        return await doe(request, bericht_id, lambda tx: dienst.laat_vervallen(tx, bericht_id, door=rol))

    return router


def beoordelen(uitvoering: Uitvoering, overzicht: Overzicht, ledger: Ledger, klok: Klok) -> APIRouter:
    """Consult, approve and publish."""
    router, dienst = api_router(tags=["berichten"]), uitvoering.bericht
    doe = _doe(uitvoering, overzicht, ledger, klok)

    @router.post("/berichten/{bericht_id}/_raadpleeg")
    @actie("bericht.raadplegen")
    async def raadpleeg(request: Request, bericht_id: UUID, invoer: RaadplegingInvoer) -> Berichtbeeld:
        """Zeg wat u van het bericht vindt."""
        rol, wat = wie(request).rol, invoer.model_dump(by_alias=False)
        return await doe(request, bericht_id, lambda tx: dienst.raadpleeg(tx, bericht_id, door=rol, **wat))

    @router.post("/berichten/{bericht_id}/_keur-goed")
    @actie("bericht.goedkeuren")
    async def keur_goed(request: Request, bericht_id: UUID) -> Berichtbeeld:
        """Keur het bericht goed, nadat iedereen is geraadpleegd."""
        rol = wie(request).rol
        return await doe(request, bericht_id, lambda tx: dienst.keur_goed(tx, bericht_id, door=rol))

    @router.post("/berichten/{bericht_id}/_publiceer")
    @actie("bericht.publiceren")
    async def publiceer(request: Request, bericht_id: UUID, invoer: Publicatie | None = None) -> Berichtbeeld:
        """Publiceer het bericht; met een reden van spoed ook voordat iedereen is geraadpleegd."""
        door, reden = wie(request), (invoer or Publicatie()).spoed_reden
        eis_spoed(door, reden)
        return await doe(
            request, bericht_id, lambda tx: dienst.publiceer(tx, bericht_id, door=door.rol, spoed_reden=reden)
        )

    return router


def _doe(
    uitvoering: Uitvoering, overzicht: Overzicht, ledger: Ledger, klok: Klok
) -> Callable[[Request, UUID, Callable[[Transaction], object]], Awaitable[Berichtbeeld]]:
    """One step with a message that the caller may see, and how it stands afterwards."""

    async def doe(request: Request, bericht_id: UUID, stap: Callable[[Transaction], object]) -> Berichtbeeld:
        zicht, concepten = ziet(uitvoering.profielen, wie(request)), not mag(wie(request), "bericht.raadplegen")
        await overzicht.bericht(bericht_id, zicht, ook_concepten=concepten)
        await ledger.run(stap, context(request, klok))
        return await overzicht.bericht(bericht_id, zicht, ook_concepten=concepten)

    return doe
