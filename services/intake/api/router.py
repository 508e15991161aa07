"""The two halves of the API as one router."""

from fastapi import APIRouter

from services.intake.api import inzien, melden
from services.intake.application import Intakedienst, Inzage
from shared.klok import Klok
from shared.ledger import Ledger
from shared.web import api_router


def router(dienst: Intakedienst, inzage: Inzage, ledger: Ledger, klok: Klok) -> APIRouter:
    """What intake offers over HTTP."""
    router = api_router()
    router.include_router(melden.router(dienst, ledger, klok))
    router.include_router(inzien.router(inzage))
    return router
