"""Overleg, wired."""

from services.overleg import api, paginas
from services.overleg.application import Inzage, Naslag, Overlegdienst, Uitvoering
from services.overleg.bus import BRONNEN, handlers
from services.overleg.klok import timers
from services.overleg.store import FACTS, TABLES, VIEWS
from shared.dienst import Dienst, Omgeving
from shared.facts import Context
from shared.ledger import open_ledger


def bouw(omgeving: Omgeving) -> Dienst:
    """Open the ledger and connect every door to it.

    Raises:
        VolgordeOnjuist: a profile in which a series comes before the one that feeds it (LVS-1.5).
    """
    profielen, klok = omgeving.profielen, omgeving.klok
    overleg, uitvoering = Overlegdienst(profielen), Uitvoering(profielen)
    ledger = open_ledger(omgeving.instellingen.opslag, "overleg", FACTS, views=VIEWS, tables=TABLES)
    inzage, naslag = Inzage(ledger, profielen, klok), Naslag(ledger, profielen, klok)

    async def plan(context: Context) -> None:
        await ledger.run(overleg.plan_vooruit, context)

    return Dienst(
        naam="overleg",
        ledger=ledger,
        api=api.router(overleg, uitvoering, inzage, naslag, ledger, klok),
        paginas=paginas.router(overleg, uitvoering, inzage, naslag, ledger, klok),
        sources=BRONNEN,
        handlers=handlers(overleg),
        timers=timers(overleg, uitvoering, ledger),
        aan_het_begin=plan,
    )
