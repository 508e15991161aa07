"""The parts of the API as one router."""

from fastapi import APIRouter

from services.intake.api import behandelen, inzien, melden, melder, signalen, verbinden
from services.intake.api.uitvoering import Uitvoering
from services.intake.application import Behandeling, Intakedienst, Inzage, Verband
from services.intake.application.melderkant import Melderkant
from shared.klok import Klok
from shared.ledger import Ledger
from shared.web import api_router


def router(
    dienst: Intakedienst,
    inzage: Inzage,
    behandeling: Behandeling,
    verband: Verband,
    melderkant: Melderkant,
    ledger: Ledger,
    klok: Klok,
) -> APIRouter:
    """What intake offers over HTTP."""
    router = api_router()
    router.include_router(melden.router(dienst, melderkant.aanname, ledger, klok))
    router.include_router(signalen.router(melderkant.aanname, klok))
    router.include_router(melder.router(inzage, melderkant, klok))
    router.include_router(inzien.router(inzage, verband))
    uitvoering = Uitvoering(inzage, verband, ledger, klok)
    router.include_router(behandelen.router(behandeling, uitvoering))
    router.include_router(verbinden.router(behandeling, uitvoering))
    return router
