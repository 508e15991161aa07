"""The pages of what follows from a meeting."""

from fastapi import APIRouter

from services.overleg.application import Dossierbeheer, Inzage, Naslag, Uitvoering
from services.overleg.application.effect import Effecten
from services.overleg.application.overzicht import Overzicht
from services.overleg.paginas import afspraken, berichten, maatregel, maatregelen, verzoeken
from services.overleg.paginas.woorden import Woorden
from shared.klok import Klok
from shared.ledger import Ledger
from shared.web import page_router


def router(
    uitvoering: Uitvoering, dossiers: Dossierbeheer, naslag: Naslag, ledger: Ledger, klok: Klok, woorden: Woorden
) -> APIRouter:
    """Measures, agreements, requests and messages. The page for a new one comes before that of one of them."""
    overzicht, dienst = Overzicht(ledger, uitvoering.profielen), uitvoering.maatregel
    blad = maatregel.Blad(dienst, naslag, Effecten(ledger, klok), woorden)
    router = page_router()
    router.include_router(maatregelen.lijst(dienst, naslag, klok, woorden))
    router.include_router(maatregelen.opleggen(dienst, dossiers, ledger, klok))
    router.include_router(maatregel.router(dienst, blad, dossiers, ledger, klok))
    router.include_router(afspraken.lezen(uitvoering, overzicht, klok, woorden))
    router.include_router(
        afspraken.maken(uitvoering, Inzage(ledger, uitvoering.profielen, klok), ledger, klok, woorden)
    )
    router.include_router(afspraken.afronden(uitvoering, overzicht, ledger, klok, woorden))
    router.include_router(verzoeken.lijst(uitvoering, overzicht, woorden))
    router.include_router(verzoeken.doen(uitvoering, dossiers, ledger, klok, woorden))
    router.include_router(verzoeken.volgen(uitvoering, overzicht, ledger, klok, woorden))
    router.include_router(berichten.opstellen(uitvoering, overzicht, ledger, klok, woorden))
    router.include_router(berichten.volgen(uitvoering, overzicht, ledger, klok, woorden))
    return router
