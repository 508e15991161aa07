"""Sends what must still be told about coming meetings, every few minutes; only where there is a mail server."""

import os
from collections.abc import Mapping
from datetime import timedelta

from services.overleg.application import Inzage
from services.overleg.application.uitnodigen import Uitnodiging, noteer, over_vijf_minuten, te_versturen, verzonden
from services.overleg.application.zicht import Zicht
from services.overleg.klok.post import Brief, Postbode, PostNietBezorgd
from services.overleg.store.filters import Vraag
from shared.facts import Context
from shared.klok import TimerHandler
from shared.ledger import Ledger, Timer, timer_cancel
from shared.profiel import Profielen

VOORUIT, ZOVEEL = timedelta(weeks=26), 1_000


def nodigt_uit(
    postbode: Postbode, inzage: Inzage, profielen: Profielen, ledger: Ledger, environ: Mapping[str, str] = os.environ
) -> TimerHandler:
    """The handler that sends and looks again later."""

    async def nodig_uit(_: Timer, context: Context) -> None:
        nu = context.op
        komend = await inzage.overleggen(Vraag(vanaf=nu, tot=nu + VOORUIT), Zicht(), hoogstens=ZOVEEL)
        wachtend = te_versturen(komend, await verzonden(ledger), profielen, lambda code: adres(code, environ), nu)
        for uitnodiging in wachtend:
            fout = await _bezorg(postbode, uitnodiging, profielen)
            await ledger.run(lambda tx, wat=uitnodiging, fout=fout: noteer(tx, wat, fout), context)  # type: ignore[misc]
        await ledger.run(over_vijf_minuten, context)

    return nodig_uit


def geen_post(ledger: Ledger) -> TimerHandler:
    """What answers a timer of when there still was a mail server."""

    async def laat_los(timer: Timer, context: Context) -> None:
        await ledger.run(lambda tx: tx.execute(*timer_cancel(timer.id)), context)

    return laat_los


def adres(code: str, environ: Mapping[str, str]) -> str | None:
    """The mail address of a partner: `MELDKETEN_POST_<CODE>` in the environment, never in the profile."""
    return environ.get(f"MELDKETEN_POST_{code.upper().replace('-', '_')}") or None


async def _bezorg(postbode: Postbode, uitnodiging: Uitnodiging, profielen: Profielen) -> str | None:
    brief = Brief(uitnodiging.overleg, uitnodiging.soort, uitnodiging.naar)
    try:
        await postbode.bezorg(brief, profielen.van(uitnodiging.overleg.gemeente))
    except PostNietBezorgd as fout:
        return str(fout)
    return None
