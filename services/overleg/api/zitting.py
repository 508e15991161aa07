"""What is written down in a meeting, over HTTP."""

from uuid import UUID

from fastapi import APIRouter, Request

from services.overleg.application import Inzage, Overlegdienst
from services.overleg.beelden import Agenda
from services.overleg.vormen.bevoegd import ziet
from services.overleg.vormen.vergadering import Aantekeningen, Correctieinvoer, Volgorde
from shared.klok import Klok
from shared.ledger import Ledger, Transaction
from shared.web import actie, api_router, context, wie


def noteren(dienst: Overlegdienst, inzage: Inzage, ledger: Ledger, klok: Klok) -> APIRouter:
    """Order, note, decide, correct."""
    router = api_router(tags=["overleggen"])

    @router.post("/overleggen/{overleg_id}/_orden")
    @actie("overleg.voorbereiden")
    async def orden(request: Request, overleg_id: UUID, invoer: Volgorde) -> Agenda:
        """Zet de agendapunten op volgorde; wat u niet noemt komt erna."""
        zicht = ziet(dienst.profielen, wie(request))
        await inzage.agenda(overleg_id, zicht)
        await ledger.run(lambda tx: dienst.orden(tx, overleg_id, invoer.volgorde), context(request, klok))
        return await inzage.agenda(overleg_id, zicht)

    @router.post("/overleggen/{overleg_id}/_noteer")
    @actie("overleg.sluiten")
    async def noteer(request: Request, overleg_id: UUID, invoer: Aantekeningen) -> Agenda:
        """Leg vast wie er is, en per punt de bevinding en het besluit; teksten worden eerst gemaskeerd."""
        zicht = ziet(dienst.profielen, wie(request))
        await inzage.agenda(overleg_id, zicht)

        def schrijf(tx: Transaction) -> None:
            if invoer.aanwezig is not None:
                dienst.noteer_aanwezigen(tx, overleg_id, invoer.aanwezig)
            dienst.noteer(tx, overleg_id, [each.notitie() for each in invoer.notities])

        await ledger.run(schrijf, context(request, klok))
        return await inzage.agenda(overleg_id, zicht)

    @router.post("/overleggen/{overleg_id}/_corrigeer")
    @actie("overleg.sluiten")
    async def corrigeer(request: Request, overleg_id: UUID, invoer: Correctieinvoer) -> Agenda:
        """Zeg wat er niet klopt in een vastgesteld verslag; het verslag zelf blijft zoals het is."""
        zicht = ziet(dienst.profielen, wie(request))
        await inzage.agenda(overleg_id, zicht)

        def schrijf(tx: Transaction) -> None:
            punt_id, geheim = invoer.agendapunt_id, invoer.vertrouwelijk
            dienst.corrigeer(tx, overleg_id, invoer.tekst, punt_id=punt_id, vertrouwelijk=geheim)

        await ledger.run(schrijf, context(request, klok))
        return await inzage.agenda(overleg_id, zicht)

    return router
