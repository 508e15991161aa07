"""At a start: what a stop left halfway between the register and the erasure is erased after all."""

import asyncio
from pathlib import Path

import structlog

from shared.dienst import Dienst
from shared.facts import Context
from shared.ledger import StoreUnavailable
from shared.wisregister import Wisregister

log = structlog.get_logger(__name__)


async def wis_af(dienst: Dienst, wisbestand: Path, context: Context) -> None:
    """Finish what was begun, and let the register and the ledger say the same.

    What cannot be finished now is begun again at the next start: the register then has no mark of this one.

    Raises:
        StoreUnavailable: the register cannot be written.
    """
    register = Wisregister(wisbestand)
    if dienst.wis_opnieuw is not None:
        onaf = await asyncio.to_thread(register.onaf, dienst.ledger)
        try:
            gewist = await dienst.wis_opnieuw(onaf, context) if onaf else {}
        except StoreUnavailable as fout:
            log.warning("een onderbroken wissing is nog niet afgemaakt", dienst=dienst.naam, reden=str(fout))
            return
        if gewist:
            log.info("wissing afgemaakt na een onderbreking", dienst=dienst.naam, aantallen=dict(gewist))
    await asyncio.to_thread(register.werk_bij, dienst.ledger, context.op)
