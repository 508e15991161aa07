"""How much waits for a confirmation, as a figure: never which escalation, or where."""

from services.escalatie.staat import Status
from shared.dienst import Onbevestigd
from shared.ledger import Ledger, from_iso

_OPEN = "SELECT COUNT(*), MIN(geopend_op) FROM escalaties WHERE status = ?"


async def onbevestigd(ledger: Ledger) -> Onbevestigd:
    """Count them over all municipalities.

    Raises:
        StoreUnavailable: the database is away.
    """
    aantal, oudste = (await ledger.query(_OPEN, (Status.OPEN,)))[0]
    return Onbevestigd(int(aantal), from_iso(oudste) if oudste else None)
