"""The imported figures of a municipality, as known at a moment: one SQL statement, portable."""

from datetime import date, datetime

from services.rapportage.doelen.cijferreeks import Cijfer
from shared.ledger import Ledger, iso

_CIJFERS = """
SELECT reeks, eenheid, van, tot, waarde, bron FROM kerncijfers
WHERE gemeente = ? AND bekend_op <= ? ORDER BY bekend_op, place
"""


class Cijfervragen:
    """What is asked about imported figures."""

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger

    async def cijfers(self, gemeente: str, peildatum: datetime) -> list[Cijfer]:
        """Return every figure that was known, in the order in which they became so."""
        rijen = await self._ledger.query(_CIJFERS, (gemeente, iso(peildatum)))
        return [
            Cijfer(reeks, eenheid, date.fromisoformat(van), date.fromisoformat(tot), waarde, bron)
            for reeks, eenheid, van, tot, waarde, bron in rijen
        ]
