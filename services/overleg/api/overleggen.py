"""Meetings and agendas over HTTP."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Query, Request

from services.overleg.application import Inzage, Naslag, Overlegdienst
from services.overleg.beelden import Agenda, Overlegbeeld
from services.overleg.vormen import (
    Afsluiting,
    Agendapunten,
    Agendas,
    Opening,
    Overleggen,
    Overlegvraag,
    Pagina,
    Plekvraag,
    Reeksen,
    Sluiting,
    ZonderOverleg,
)
from services.overleg.vormen.bevoegd import ziet
from shared.klok import Klok
from shared.ledger import Ledger
from shared.profiel import Profielen
from shared.web import actie, api_router, context, wie


def lezen(inzage: Inzage, naslag: Naslag, profielen: Profielen, klok: Klok) -> APIRouter:
    """Look at meetings."""
    router = api_router(tags=["overleggen"])

    @router.get("/overleggen")
    @actie("overleg.lezen")
    async def lijst(request: Request, vraag: Annotated[Overlegvraag, Query()]) -> Overleggen:
        """Geef overleggen op volgorde van aanvang; met teSluiten alleen die voorbij zijn en nog niet gesloten."""
        zicht = ziet(profielen, wie(request), locatie=vraag.locatie, gemeente=vraag.gemeente)
        gevonden = await inzage.overleggen(
            vraag.vraag(klok()), zicht, hoogstens=vraag.per_pagina, sla_over=vraag.sla_over
        )
        return Overleggen(overleggen=gevonden, pagina=vraag.pagina, per_pagina=vraag.per_pagina)

    @router.get("/overleggen/{overleg_id}")
    @actie("overleg.lezen")
    async def een(request: Request, overleg_id: UUID) -> Agenda:
        """Geef één overleg met zijn agenda en, na sluiting, de bevindingen."""
        return await inzage.agenda(overleg_id, ziet(profielen, wie(request)))

    @router.get("/overleggen/{overleg_id}/agendapunten")
    @actie("overleg.lezen")
    async def punten(request: Request, overleg_id: UUID) -> Agendapunten:
        """Geef de agendapunten van één overleg."""
        agenda = await inzage.agenda(overleg_id, ziet(profielen, wie(request)))
        return Agendapunten(overleg_id=overleg_id, agendapunten=agenda.agendapunten)

    @router.get("/agendas")
    @actie("overleg.lezen")
    async def agendas(request: Request, vraag: Annotated[Plekvraag, Query()]) -> Agendas:
        """Geef van elke reeks het eerstvolgende overleg met zijn agenda."""
        zicht = ziet(profielen, wie(request), locatie=vraag.locatie, gemeente=vraag.gemeente)
        return Agendas(agendas=await inzage.volgende(vraag.vraag(), zicht))

    @router.get("/meldingen-zonder-overleg")
    @actie("overleg.lezen")
    async def zonder(request: Request, deel: Annotated[Pagina, Query()]) -> ZonderOverleg:
        """Geef de meldingen die volgens het profiel in geen enkel overleg besproken worden (LVS-2.4)."""
        zicht = ziet(profielen, wie(request))
        gevonden = await inzage.zonder_overleg(zicht, hoogstens=deel.per_pagina, sla_over=deel.sla_over)
        return ZonderOverleg(meldingen=gevonden, pagina=deel.pagina, per_pagina=deel.per_pagina)

    @router.get("/reeksen")
    @actie("overleg.lezen")
    async def reeksen(request: Request) -> Reeksen:
        """Geef de reeksen van het profiel en de fase waarin ze vandaag zijn."""
        return Reeksen(reeksen=naslag.reeksen(ziet(profielen, wie(request))))

    return router


def houden(dienst: Overlegdienst, inzage: Inzage, ledger: Ledger, klok: Klok) -> APIRouter:
    """Open and close meetings."""
    router = api_router(tags=["overleggen"])

    @router.post("/overleggen/{overleg_id}/_open")
    @actie("overleg.sluiten")
    async def open_(request: Request, overleg_id: UUID, invoer: Opening | None = None) -> Overlegbeeld:
        """Open het overleg: de agenda staat vast, wat nog komt is voor het volgende. zeker=false: niet te vroeg."""
        zicht, gekozen = ziet(dienst.profielen, wie(request)), invoer or Opening()
        await inzage.agenda(overleg_id, zicht)
        await ledger.run(lambda tx: dienst.open(tx, overleg_id, zeker=gekozen.zeker), context(request, klok))
        return (await inzage.agenda(overleg_id, zicht)).overleg

    @router.post("/overleggen/{overleg_id}/_sluit")
    @actie("overleg.sluiten")
    async def sluit(request: Request, overleg_id: UUID, invoer: Sluiting | None = None) -> Afsluiting:
        """Sluit het overleg: elk punt is besproken, behalve wat u noemt; dat gaat naar het volgende overleg."""
        zicht, gekozen = ziet(dienst.profielen, wie(request)), invoer or Sluiting()
        await inzage.agenda(overleg_id, zicht)
        naar = await ledger.run(
            lambda tx: dienst.sluit(
                tx,
                overleg_id,
                niet_besproken=gekozen.niet_besproken,
                bevindingen=gekozen.bevindingen,
                reden=gekozen.reden,
            ),
            context(request, klok),
        )
        return Afsluiting(overleg=(await inzage.agenda(overleg_id, zicht)).overleg, naar_overleg_id=naar)

    return router
