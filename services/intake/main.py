"""Intake, wired."""

import os

from services.intake import api, klok, paginas
from services.intake.application import Behandeling, Doorzetting, Intakedienst, Inzage, Quarantaine, Verband
from services.intake.bus import CoaDeur
from services.intake.geheim import Geheim
from services.intake.klok import Doorzetter
from services.intake.store import BEZORG, FEITEN, KLOK, TABLES, VERLOOPT, VIEWS
from shared.dienst import Dienst, Omgeving
from shared.ledger import Ledger, open_ledger
from shared.verzending.kanalen import Kanalen


def bouw(omgeving: Omgeving) -> Dienst:
    """Open the ledger and connect every door to it."""
    geheim, tijd, quarantaine = _geheim(omgeving), omgeving.klok, _quarantaine(omgeving)
    ledger = open_ledger(omgeving.instellingen.opslag, "intake", FEITEN, views=VIEWS, tables=TABLES)
    dienst, inzage, verband = maak_intakedienst(omgeving), Inzage(ledger, geheim), Verband(ledger)
    behandeling = Behandeling(omgeving.profielen, Doorzetting(omgeving.profielen))
    doorzetter = _doorzetter(omgeving, ledger)
    return Dienst(
        naam="intake",
        ledger=ledger,
        api=api.router(dienst, inzage, behandeling, verband, ledger, tijd),
        paginas=paginas.router(dienst, inzage, behandeling, verband, ledger, tijd, omgeving.profielen),
        timers={VERLOOPT: klok.verloopt(quarantaine, ledger), BEZORG: doorzetter.bezorg, KLOK: doorzetter.klok},
        coa=CoaDeur(dienst, quarantaine, ledger, tijd).neem,
    )


def maak_intakedienst(omgeving: Omgeving) -> Intakedienst:
    """Make the use cases alone, for a command that brings its own door."""
    return Intakedienst(omgeving.profielen, _geheim(omgeving))


def _doorzetter(omgeving: Omgeving, ledger: Ledger) -> Doorzetter:
    return Doorzetter(
        ledger,
        doorzetting=Doorzetting(omgeving.profielen),
        profielen=omgeving.profielen,
        kanalen=Kanalen(),
        berichten=omgeving.instellingen.data / "berichten",
        basis_url=omgeving.instellingen.basis_url,
        environ=os.environ,
        klok=omgeving.klok,
    )


def _quarantaine(omgeving: Omgeving) -> Quarantaine:
    return Quarantaine(_geheim(omgeving), [profiel.gemeente.code for profiel in omgeving.profielen.alle()])


def _geheim(omgeving: Omgeving) -> Geheim:
    sleutel = omgeving.instellingen.geheim.get_secret_value()
    if not sleutel:
        raise ValueError("intake cannot keep codes without the secret of the installation")
    return Geheim(sleutel.encode())
