"""Deciding about a meeting that was proposed, and the way to it from the escalation that asks for it (LVS-1.6)."""

from typing import Annotated, Literal
from uuid import UUID

from fastapi import APIRouter, Request
from pydantic import StringConstraints
from starlette.responses import Response

from services.overleg.application import Inzage, Overlegdienst
from services.overleg.overleg import AlBeslist
from services.overleg.paginas.formulieren import Formulier
from services.overleg.paginas.overlegblad import Overlegblad
from services.overleg.vormen.bevoegd import eis_beslisser, ziet
from shared.facts import OngeldigeInvoer
from shared.klok import Klok
from shared.ledger import Ledger
from shared.web import actie, context, formulier, lees_invoer, omleiding, page_router, wie


class Beslisformulier(Formulier):
    """Whether it goes on, and why not."""

    besluit: Literal["gaat-door", "niet-nodig"]
    toelichting: Annotated[str, StringConstraints(max_length=1000, strip_whitespace=True)] = ""


def router(inzage: Inzage, dienst: Overlegdienst, ledger: Ledger, klok: Klok, blad: Overlegblad) -> APIRouter:
    """Find and decide."""
    router = page_router()

    @router.get("/overleg/bij-escalatie/{escalatie_id}")
    @actie("overleg.lezen")
    async def vind(request: Request, escalatie_id: UUID) -> Response:
        overleg_id = await inzage.bij_escalatie(escalatie_id, ziet(dienst.profielen, wie(request)))
        return omleiding(f"/overleg/{overleg_id}")

    @router.post("/overleg/{overleg_id}/beslis")
    @actie("voorstel.beslissen")
    async def beslis(request: Request, overleg_id: UUID) -> Response:
        overleg = (await inzage.agenda(overleg_id, ziet(dienst.profielen, wie(request)))).overleg
        door = eis_beslisser(dienst.profielen, wie(request), overleg)
        velden = await formulier(request)
        try:
            keuze = lees_invoer(Beslisformulier, velden)
            doe = dienst.gaat_door if keuze.besluit == "gaat-door" else dienst.niet_nodig
            await ledger.run(
                lambda tx: doe(tx, overleg_id, door=door, toelichting=keuze.toelichting), context(request, klok)
            )
        except OngeldigeInvoer as fout:
            return await blad.toon(request, overleg_id, 400, velden, **{f.veld: f.reden for f in fout.fouten})
        except AlBeslist as weigering:
            return await blad.toon(request, overleg_id, 409, {}, besluit=weigering.reden)
        return omleiding(f"/overleg/{overleg_id}?gedaan=beslist")

    return router
