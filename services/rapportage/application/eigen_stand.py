"""How rapportage itself is doing, for an installation in which nobody says so for all services."""

import asyncio
from collections.abc import Sequence

from services.rapportage.gezondheid import Dienststand, Wachtend
from shared.bus import Quarantined, quarantined
from shared.ledger import Ledger


class EigenStand:
    """A `Gezondheid` of one service."""

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger

    async def standen(self) -> Sequence[Dienststand]:
        """Say what the own ledger knows."""
        posities = await asyncio.to_thread(self._ledger.positions)
        return [
            Dienststand(
                naam=self._ledger.name,
                gelezen={bron: positie.place for bron, positie in posities.items()},
                quarantaine=[wachtend(bericht) for bericht in await quarantined(self._ledger)],
            )
        ]


def wachtend(bericht: Quarantined) -> Wachtend:
    """Show a quarantined message."""
    return Wachtend(bericht.id, bericht.bron, bericht.plaats, bericht.naam, bericht.reden, bericht.sinds)
