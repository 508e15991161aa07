"""What follows from a meeting, over HTTP."""

from fastapi import APIRouter

from services.overleg.api import afspraken, berichten, betrokkenen, draden, maatregelen, verzoeken
from services.overleg.application import Dossierbeheer, Naslag, Uitvoering
from services.overleg.application.draad import Draden
from services.overleg.application.effect import Effecten
from services.overleg.application.overzicht import Overzicht
from shared.klok import Klok
from shared.ledger import Ledger
from shared.web import api_router


def router(uitvoering: Uitvoering, dossiers: Dossierbeheer, naslag: Naslag, ledger: Ledger, klok: Klok) -> APIRouter:
    """Measures, agreements, requests, messages, and the thread between them."""
    overzicht, maatregel = Overzicht(ledger, uitvoering.profielen), uitvoering.maatregel
    router = api_router()
    router.include_router(maatregelen.lezen(naslag, maatregel, klok))
    router.include_router(maatregelen.opleggen(maatregel, naslag, ledger, klok))
    router.include_router(maatregelen.beheren(maatregel, naslag, Effecten(ledger, klok), ledger, klok))
    router.include_router(afspraken.lezen(uitvoering, overzicht, klok))
    router.include_router(afspraken.maken(uitvoering, overzicht, ledger, klok))
    router.include_router(verzoeken.router(uitvoering, overzicht, ledger, klok))
    router.include_router(berichten.lezen(uitvoering, overzicht))
    router.include_router(berichten.opstellen(uitvoering, overzicht, ledger, klok))
    router.include_router(berichten.beoordelen(uitvoering, overzicht, ledger, klok))
    router.include_router(betrokkenen.router(dossiers, uitvoering.profielen, klok))
    router.include_router(draden.router(Draden(ledger, uitvoering.profielen), uitvoering.profielen))
    return router
