"""Escalatie over HTTP."""

from typing import Annotated
from urllib.parse import urlencode
from uuid import UUID

from fastapi import APIRouter, Query, Request

from services.escalatie.api import splitsen
from services.escalatie.application import Escalatiedienst, Inzage
from services.escalatie.vormen import (
    Bevestiging,
    Drempelstanden,
    Lijst,
    Sluiting,
    Terugname,
    Volledig,
    Vraag,
    drempelstand,
    uittreksel,
    volledig,
)
from services.escalatie.zicht import binnen, eis_zicht
from shared.klok import Klok
from shared.ledger import Ledger
from shared.web import actie, api_router, context, wie

PAD = "/escalatie/v1/escalaties"


def router(dienst: Escalatiedienst, inzage: Inzage, ledger: Ledger, klok: Klok) -> APIRouter:
    """What escalatie offers over HTTP."""
    router = api_router()
    _lezen(router, inzage, klok)
    _doen(router, dienst, inzage, ledger, klok)
    splitsen.voeg_toe(router, inzage, ledger, klok)
    return router


def _lezen(router: APIRouter, inzage: Inzage, klok: Klok) -> None:
    @router.get("/escalaties", tags=["escalaties"])
    @actie("escalatie.lezen")
    async def lijst(request: Request, vraag: Annotated[Vraag, Query()]) -> Lijst:
        """Geef escalaties in pagina's: open eerst, dan de nieuwste."""
        filters = vraag.filter(*binnen(wie(request), vraag.gemeente, vraag.locatie))
        begin = (vraag.pagina - 1) * vraag.per_pagina
        rijen = await inzage.lijst(filters, aantal=vraag.per_pagina + 1, vanaf=begin)
        volgende = _volgende(vraag) if len(rijen) > vraag.per_pagina else None
        gevonden = [uittreksel(rij) for rij in rijen[: vraag.per_pagina]]
        return Lijst(escalaties=gevonden, pagina=vraag.pagina, volgende=volgende)

    @router.get("/escalaties/{escalatie_id}", tags=["escalaties"])
    @actie("escalatie.lezen")
    async def een(request: Request, escalatie_id: UUID) -> Volledig:
        """Geef één escalatie met de uitleg en alles wat er gebeurde."""
        dossier = await inzage.dossier(escalatie_id)
        eis_zicht(wie(request), dossier.rij["gemeente"], dossier.rij["locatie"])
        return volledig(dossier)

    @router.get("/drempels", tags=["drempels"])
    @actie("drempels.lezen")
    async def drempels(request: Request) -> Drempelstanden:
        """Geef elke drempel met de telling van nu tegenover de grens."""
        lezer = wie(request)
        standen = await inzage.standen(klok(), lezer.gemeente, lezer.locatie)
        return Drempelstanden(drempels=[drempelstand(stand) for stand in standen])


def _doen(router: APIRouter, dienst: Escalatiedienst, inzage: Inzage, ledger: Ledger, klok: Klok) -> None:
    @router.post("/escalaties/{escalatie_id}/_bevestig", tags=["escalaties"])
    @actie("escalatie.bevestigen")
    async def bevestig(request: Request, escalatie_id: UUID, invoer: Bevestiging) -> Volledig:
        """Bevestig dat u het bericht hebt, of dat de burgemeester is ingelicht."""
        door = await _rol(request, inzage, escalatie_id)
        await ledger.run(
            lambda tx: dienst.bevestig(tx, escalatie_id, door=door, stap=invoer.stap, weg="api"),
            context(request, klok),
        )
        return volledig(await inzage.dossier(escalatie_id))

    @router.post("/escalaties/{escalatie_id}/_neem-terug", tags=["escalaties"])
    @actie("escalatie.bevestigen")
    async def neem_terug(request: Request, escalatie_id: UUID, invoer: Terugname) -> Volledig:
        """Neem uw bevestiging terug. Heeft niemand anders bevestigd, dan worden mensen opnieuw gewaarschuwd."""
        door = await _rol(request, inzage, escalatie_id)
        await ledger.run(
            lambda tx: dienst.neem_terug(tx, escalatie_id, door=door, stap=invoer.stap, weg="api"),
            context(request, klok),
        )
        return volledig(await inzage.dossier(escalatie_id))

    @router.post("/escalaties/{escalatie_id}/_sluit", tags=["escalaties"])
    @actie("escalatie.sluiten")
    async def sluit(request: Request, escalatie_id: UUID, invoer: Sluiting) -> Volledig:
        """Sluit de escalatie. Dat kan als elke verplichte stap is gezet."""
        door = await _rol(request, inzage, escalatie_id)
        await ledger.run(
            lambda tx: dienst.sluit(tx, escalatie_id, door=door, uitkomst=invoer.uitkomst), context(request, klok)
        )
        return volledig(await inzage.dossier(escalatie_id))


async def _rol(request: Request, inzage: Inzage, escalatie_id: UUID) -> str:
    """As which role somebody acts, on an escalation that is theirs to see."""
    lezer, zaak = wie(request), await inzage.zaak(escalatie_id)
    eis_zicht(lezer, zaak.escalatie.gemeente, zaak.escalatie.locatie)
    return str(lezer.rol)


def _volgende(vraag: Vraag) -> str:
    gesteld = vraag.model_dump(mode="json", by_alias=True, exclude_none=True)
    return f"{PAD}?{urlencode({**gesteld, 'pagina': vraag.pagina + 1})}"
