"""Intake, wired."""

import os
from collections.abc import Mapping

from services.intake import api, klok, paginas
from services.intake.application import Behandeling, Doorzetting, Hartslagen, Intakedienst, Inzage, Quarantaine, Verband
from services.intake.application.bewaren import BEWAREN
from services.intake.application.groepen import Groepen
from services.intake.application.herkenning import Herkenning
from services.intake.application.melderkant import Melderkant, melderkant
from services.intake.application.opnieuw import WisOpnieuw
from services.intake.application.opzoeken import Opzoeker
from services.intake.application.schoonmaak import SCHROB
from services.intake.bus import CoaDeur, overleg
from services.intake.geheim import Geheim
from services.intake.klok import Doorzetter
from services.intake.klok.terugkoppelaar import Terugkoppelaar
from services.intake.kluis import open_kluis
from services.intake.paginas.apart import Apart
from services.intake.paginas.taken import Intaketaken
from services.intake.paginas.woorden import Woorden
from services.intake.paginas.zoeken import Meldingzoeker
from services.intake.store import BEZORG, FEITEN, KLOK, STIL, TABLES, VERLOOPT, VIEWS
from services.intake.store.melder import TERUGKOPPELEN
from shared.dienst import Dienst, Omgeving
from shared.klok import TimerHandler
from shared.ledger import Ledger, open_ledger
from shared.verzending.kanalen import Kanalen
from shared.wisregister import Wisregister


def bouw(omgeving: Omgeving) -> Dienst:
    """Open the ledger and connect every door to it."""
    gezet, profielen = omgeving.instellingen, omgeving.profielen
    geheim, tijd, quarantaine = _geheim(omgeving), omgeving.klok, _quarantaine(omgeving)
    hoor = omgeving.voortgang
    ledger = open_ledger(gezet.opslag, "intake", FEITEN, views=VIEWS, tables=TABLES, voortgang=hoor)
    dienst, inzage, verband = maak_intakedienst(omgeving), Inzage(ledger, geheim), Verband(ledger)
    behandeling = Behandeling(profielen, Doorzetting(profielen))
    hartslagen = Hartslagen(profielen, ledger, tijd)
    register = Wisregister(gezet.wisbestand)
    kluis = open_kluis(gezet.opslag, gezet.sleutelopslag, geheim, profielen, tijd, register)
    codes = maak_groepen(omgeving, ledger)
    kant = melderkant(ledger, kluis, dienst, quarantaine, profielen)
    coa = CoaDeur(dienst, quarantaine, ledger, tijd)
    wacht = Apart(quarantaine, ledger, tijd, coa.opnieuw)
    return Dienst(
        naam="intake",
        ledger=ledger,
        api=api.router(dienst, inzage, behandeling, verband, kant, ledger, tijd),
        paginas=paginas.router(dienst, inzage, behandeling, verband, kant, wacht, ledger, codes, omgeving),
        sources=overleg.BRONNEN,
        handlers=overleg.handlers(),
        timers={STIL: klok.stilte(hartslagen, ledger), **_doorzettimers(omgeving, ledger), **_timers(omgeving, kant)},
        coa=coa.neem,
        hartslag=hartslagen.hoor,
        aan_het_begin=kant.bewaarder.begin,
        verschillen=kant.verschillen,
        taken=Intaketaken(ledger, kant.gesprekken, quarantaine),
        zoek=Meldingzoeker(Opzoeker(ledger), inzage, Herkenning(ledger), Woorden(profielen)),
        wis_opnieuw=WisOpnieuw(ledger, kluis, kant.contacten, quarantaine, kant.bewaarder, kant.schoonmaak),
        bij_sluiten=kluis.sluit,
    )


def maak_groepen(omgeving: Omgeving, ledger: Ledger) -> Groepen:
    """Make the use cases of groups with a code, for the pages and for a command."""
    return Groepen(ledger, _geheim(omgeving), omgeving.profielen)


def maak_intakedienst(omgeving: Omgeving) -> Intakedienst:
    """Make the use cases alone, for a command that brings its own door."""
    return Intakedienst(omgeving.profielen, _geheim(omgeving))


def _doorzettimers(omgeving: Omgeving, ledger: Ledger) -> Mapping[str, TimerHandler]:
    """Give what is due on the way to partners."""
    doorzetter = Doorzetter(
        ledger,
        doorzetting=Doorzetting(omgeving.profielen),
        profielen=omgeving.profielen,
        kanalen=Kanalen(),
        berichten=omgeving.instellingen.data / "berichten",
        basis_url=omgeving.instellingen.basis_url,
        environ=os.environ,
        klok=omgeving.klok,
    )
    return {BEZORG: doorzetter.bezorg, KLOK: doorzetter.klok}


def _timers(omgeving: Omgeving, kant: Melderkant) -> Mapping[str, TimerHandler]:
    """Give what is due on the side of the reporters."""
    terugkoppelaar = Terugkoppelaar(
        kant.ledger,
        kant.contacten,
        omgeving.profielen,
        Kanalen(),
        berichten=omgeving.instellingen.data / "berichten",
        basis_url=omgeving.instellingen.basis_url,
        environ=os.environ,
        klok=omgeving.klok,
    )
    return {
        VERLOOPT: klok.verloopt(_quarantaine(omgeving), kant.ledger),
        TERUGKOPPELEN: terugkoppelaar.vertel,
        BEWAREN: kant.bewaarder.ruim_op,
        SCHROB: kant.schoonmaak.schrob,
    }


def _quarantaine(omgeving: Omgeving) -> Quarantaine:
    return Quarantaine(_geheim(omgeving), [profiel.gemeente.code for profiel in omgeving.profielen.alle()])


def _geheim(omgeving: Omgeving) -> Geheim:
    sleutel = omgeving.instellingen.geheim.get_secret_value()
    if not sleutel:
        raise ValueError("intake cannot keep codes without the secret of the installation")
    return Geheim(sleutel.encode())
