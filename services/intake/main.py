"""Intake, wired."""

from services.intake import api, klok, paginas
from services.intake.application import Intakedienst, Inzage, Quarantaine
from services.intake.bus import CoaDeur
from services.intake.geheim import Geheim
from services.intake.store import FEITEN, TABLES, VERLOOPT, VIEWS
from shared.dienst import Dienst, Omgeving
from shared.ledger import open_ledger


def bouw(omgeving: Omgeving) -> Dienst:
    """Open the ledger and connect every door to it."""
    geheim, tijd, quarantaine = _geheim(omgeving), omgeving.klok, _quarantaine(omgeving)
    ledger = open_ledger(omgeving.instellingen.opslag, "intake", FEITEN, views=VIEWS, tables=TABLES)
    dienst, inzage = maak_intakedienst(omgeving), Inzage(ledger, geheim)
    return Dienst(
        naam="intake",
        ledger=ledger,
        api=api.router(dienst, inzage, ledger, tijd),
        paginas=paginas.router(dienst, inzage, ledger, tijd, omgeving.profielen),
        timers={VERLOOPT: klok.verloopt(quarantaine, ledger)},
        coa=CoaDeur(dienst, quarantaine, ledger, tijd).neem,
    )


def maak_intakedienst(omgeving: Omgeving) -> Intakedienst:
    """Make the use cases alone, for a command that brings its own door."""
    return Intakedienst(omgeving.profielen, _geheim(omgeving))


def _quarantaine(omgeving: Omgeving) -> Quarantaine:
    return Quarantaine(_geheim(omgeving), [profiel.gemeente.code for profiel in omgeving.profielen.alle()])


def _geheim(omgeving: Omgeving) -> Geheim:
    sleutel = omgeving.instellingen.geheim.get_secret_value()
    if not sleutel:
        raise ValueError("intake cannot keep codes without the secret of the installation")
    return Geheim(sleutel.encode())
