"""Wiring only."""

import os
from collections.abc import Mapping

from services.escalatie import api, bus, paginas
from services.escalatie.application import Escalatiedienst, Inzage, Weging
from services.escalatie.klok import Verzender, timers
from services.escalatie.store import FACTS, TABLES, VIEWS
from services.escalatie.verzending import Bevestiglink
from shared.dienst import Dienst, Omgeving
from shared.facts import Context
from shared.ledger import open_ledger
from shared.verzending.kanalen import Kanalen


def bouw(omgeving: Omgeving, *, environ: Mapping[str, str] | None = None, kanalen: Kanalen | None = None) -> Dienst:
    """Put escalatie together; `environ` holds the addresses of the channels."""
    instellingen, klok, profielen = omgeving.instellingen, omgeving.klok, omgeving.profielen
    ledger = open_ledger(instellingen.opslag, "escalatie", FACTS, views=VIEWS, tables=TABLES)
    dienst, inzage, kanalen = Escalatiedienst(), Inzage(ledger, profielen), kanalen or Kanalen()
    link = Bevestiglink(instellingen.geheim.get_secret_value(), instellingen.basis_url)
    verzender = Verzender(
        ledger,
        dienst=dienst,
        inzage=inzage,
        kanalen=kanalen,
        link=link,
        berichten=instellingen.data / "berichten",
        environ=os.environ if environ is None else environ,
        klok=klok,
    )

    async def warm_op(_: Context) -> None:
        await kanalen.warm_op()

    return Dienst(
        naam="escalatie",
        ledger=ledger,
        api=api.router(dienst, inzage, ledger, klok),
        paginas=paginas.router(dienst, inzage, ledger, klok, link),
        sources=bus.BRONNEN,
        handlers=bus.handlers(Weging(profielen)),
        timers=timers(dienst, verzender, ledger),
        aan_het_begin=warm_op,
    )
