"""The term of audit lines: what is older is erased, by the process that serves the pages."""

import asyncio

import structlog

from shared.klok import echte_klok
from shared.ledger import Overloaded, StoreUnavailable
from shared.profiel import Profielen
from shared.profiel.schema.audit import VANZELF
from shared.web.audit import Audit

UREN = 6
log = structlog.get_logger(__name__)


async def ruim_audit_op(audit: Audit, profielen: Profielen) -> None:
    """Erase what is over, now and every few hours, until cancelled.

    Lines of all municipalities stand together, so the longest of their terms holds.
    """
    termijn = max(profiel.audit.bewaren if profiel.audit else VANZELF for profiel in profielen.alle())
    while True:
        nu = echte_klok()
        try:
            aantal = await asyncio.to_thread(audit.ruim_op, nu - termijn, nu)
        except (StoreUnavailable, Overloaded) as fout:
            log.warning("oude auditregels wissen lukt nu niet", reden=str(fout))
        else:
            if aantal:
                log.info("oude auditregels gewist", aantal=aantal)
        await asyncio.sleep(UREN * 3600)
