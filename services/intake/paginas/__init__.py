"""The pages of intake."""

from fastapi import APIRouter

from services.intake.application import Intakedienst, Inzage
from services.intake.paginas import melden, overzicht, volgen
from services.intake.paginas.woorden import Woorden
from shared.klok import Klok
from shared.ledger import Ledger
from shared.profiel import Profielen
from shared.web import page_router

__all__ = ["router"]


def router(dienst: Intakedienst, inzage: Inzage, ledger: Ledger, klok: Klok, profielen: Profielen) -> APIRouter:
    """Everything of intake that people see."""
    woorden = Woorden(profielen)
    router = page_router()
    router.include_router(melden.router(dienst, ledger, klok, profielen, woorden))
    router.include_router(volgen.router(inzage, woorden))
    router.include_router(overzicht.router(inzage, woorden))
    return router
