"""Overleg, wired."""

from collections.abc import Awaitable, Callable

from fastapi import APIRouter

from services.overleg import api, paginas
from services.overleg.api import agenda
from services.overleg.application import Dossierbeheer, Inzage, Naslag, Overlegdienst, Uitvoering
from services.overleg.application.overzicht import Overzicht
from services.overleg.application.uitnodigen import NODIG_UIT, over_vijf_minuten
from services.overleg.bus import BRONNEN, handlers
from services.overleg.dossier import Dossierkluis
from services.overleg.klok import timers
from services.overleg.klok.post import Postbode
from services.overleg.klok.uitnodigingen import geen_post, nodigt_uit
from services.overleg.paginas import agendalinks
from services.overleg.paginas.taken import Overlegtaken
from services.overleg.paginas.woorden import Woorden
from services.overleg.paginas.zoeken import Overlegzoeker
from services.overleg.store import FACTS, TABLES, VIEWS
from services.overleg.store.dossierrijen import DOSSIER_VERLOOPT
from shared.dienst import Dienst, Omgeving
from shared.facts import Context
from shared.klok import TimerHandler
from shared.kluis import Kluisopslag
from shared.ledger import Ledger, open_ledger
from shared.web import api_router, page_router
from shared.wisregister import Wisregister


def bouw(omgeving: Omgeving) -> Dienst:
    """Open the ledger and connect every door to it.

    Raises:
        VolgordeOnjuist: a profile in which a series comes before the one that feeds it (LVS-1.5).
    """
    profielen, klok, adres = omgeving.profielen, omgeving.klok, omgeving.instellingen.basis_url
    overleg, uitvoering = Overlegdienst(profielen), Uitvoering(profielen)
    opslag, hoor = omgeving.instellingen.opslag, omgeving.voortgang
    ledger = open_ledger(opslag, "overleg", FACTS, views=VIEWS, tables=TABLES, voortgang=hoor)
    kluis = _kluis(omgeving)
    dossiers = Dossierbeheer(kluis, uitvoering.dossier, ledger)
    inzage, naslag = Inzage(ledger, profielen, klok), Naslag(ledger, profielen, klok)

    return Dienst(
        naam="overleg",
        ledger=ledger,
        api=samen(
            api_router(),
            agenda.router(overleg, inzage, ledger, klok, adres),
            api.router(overleg, uitvoering, dossiers, inzage, naslag, ledger, klok),
        ),
        paginas=samen(
            page_router(),
            agendalinks.router(ledger, klok, adres),
            paginas.router(overleg, uitvoering, dossiers, inzage, naslag, ledger, klok, omgeving.loket),
        ),
        sources=BRONNEN,
        handlers=handlers(overleg),
        timers={**timers(overleg, uitvoering, ledger), **_timers(omgeving, dossiers, inzage, ledger)},
        aan_het_begin=_begin(overleg, ledger, post=_heeft_post(omgeving)),
        verschillen=kluis.verschillen,
        taken=Overlegtaken(profielen, inzage, Overzicht(ledger, profielen), naslag),
        zoek=Overlegzoeker(profielen, inzage, Overzicht(ledger, profielen), naslag, Woorden(profielen)),
        wis_opnieuw=dossiers.wis_opnieuw,
        bij_sluiten=kluis.sluit,
    )


def _begin(overleg: Overlegdienst, ledger: Ledger, *, post: bool) -> Callable[[Context], Awaitable[None]]:
    async def plan(context: Context) -> None:
        await ledger.run(overleg.plan_vooruit, context)
        if post:
            await ledger.run(over_vijf_minuten, context)

    return plan


def _heeft_post(omgeving: Omgeving) -> bool:
    return bool(omgeving.instellingen.smtp.get_secret_value())


def _timers(omgeving: Omgeving, dossiers: Dossierbeheer, inzage: Inzage, ledger: Ledger) -> dict[str, TimerHandler]:
    return {DOSSIER_VERLOOPT: dossiers.verloopt, NODIG_UIT: _post(omgeving, inzage, ledger)}


def _post(omgeving: Omgeving, inzage: Inzage, ledger: Ledger) -> TimerHandler:
    if not _heeft_post(omgeving):
        return geen_post(ledger)
    hoe = omgeving.instellingen
    postbode = Postbode(hoe.smtp.get_secret_value(), hoe.afzender, hoe.basis_url)
    return nodigt_uit(postbode, inzage, omgeving.profielen, ledger)


def samen(geheel: APIRouter, *deuren: APIRouter) -> APIRouter:
    """One router of several, in this order."""
    for deur in deuren:
        geheel.include_router(deur)
    return geheel


def _kluis(omgeving: Omgeving) -> Dossierkluis:
    instellingen = omgeving.instellingen
    geheim = instellingen.geheim.get_secret_value()
    if not geheim:
        raise ValueError("overleg cannot keep references to cases without the secret of the installation")
    register = Wisregister(instellingen.wisbestand)
    opslag = Kluisopslag(
        instellingen.opslag, instellingen.sleutelopslag, "dossierkluis", "dossierkluissleutels", register
    )
    return Dossierkluis(opslag, instellingen.opslag, geheim.encode(), omgeving.profielen, omgeving.klok)
