"""Overleg over HTTP."""

from fastapi import APIRouter

from services.overleg.api import kalender, overleggen, uitvoeren, zitting
from services.overleg.application import Dossierbeheer, Inzage, Naslag, Overlegdienst, Uitvoering
from shared.klok import Klok
from shared.ledger import Ledger
from shared.web import api_router


def router(
    overleg: Overlegdienst,
    uitvoering: Uitvoering,
    dossiers: Dossierbeheer,
    inzage: Inzage,
    naslag: Naslag,
    ledger: Ledger,
    klok: Klok,
) -> APIRouter:
    """What overleg offers over HTTP."""
    router = api_router()
    router.include_router(overleggen.lezen(inzage, naslag, overleg.profielen, klok))
    router.include_router(overleggen.houden(overleg, inzage, ledger, klok))
    router.include_router(kalender.wijzigen(overleg, inzage, ledger, klok))
    router.include_router(kalender.vragen(overleg, ledger, klok))
    router.include_router(zitting.noteren(overleg, inzage, ledger, klok))
    router.include_router(uitvoeren.router(uitvoering, dossiers, naslag, ledger, klok))
    return router


__all__ = ["router"]
