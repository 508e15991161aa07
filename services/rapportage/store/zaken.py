"""Agreements and measures of a period, as they stood at a moment: one SQL statement per question, portable."""

from collections.abc import Callable
from datetime import datetime
from uuid import UUID

from services.rapportage.verslagen.evaluatie import Afspraak, Maatregel
from shared.ledger import Ledger, from_iso, iso

Dekt = Callable[[str], bool]

_AFSPRAKEN = """
SELECT g.locatie,
  COALESCE((SELECT v.uiterlijk FROM afspraakmomenten v
            WHERE v.afspraak_id = g.afspraak_id AND v.naam = 'AfspraakVerzet' AND v.bekend_op <= ?
            ORDER BY v.bekend_op DESC, v.place DESC LIMIT 1), g.uiterlijk),
  (SELECT MIN(n.bekend_op) FROM afspraakmomenten n
   WHERE n.afspraak_id = g.afspraak_id AND n.naam = 'AfspraakNagekomen' AND n.bekend_op <= ?),
  (SELECT COUNT(*) FROM afspraakmomenten n
   WHERE n.afspraak_id = g.afspraak_id AND n.naam = 'AfspraakVervallen' AND n.bekend_op <= ?)
FROM afspraakmomenten g
WHERE g.gemeente = ? AND g.naam = 'AfspraakGemaakt' AND g.bekend_op >= ? AND g.bekend_op < ? AND g.bekend_op <= ?
"""
_MAATREGELEN = """
SELECT g.locatie, g.maatregel_id, g.soort, g.regel, g.ingaande,
  COALESCE((SELECT MAX(v.eindigt) FROM maatregelmomenten v
            WHERE v.maatregel_id = g.maatregel_id AND v.naam = 'MaatregelVerlengd' AND v.bekend_op <= ?), g.eindigt),
  (SELECT MIN(s.bekend_op) FROM maatregelmomenten s
   WHERE s.maatregel_id = g.maatregel_id AND s.naam IN ('MaatregelVerlopen', 'MaatregelIngetrokken')
     AND s.bekend_op <= ?)
FROM maatregelmomenten g
WHERE g.gemeente = ? AND g.naam = 'MaatregelOpgelegd' AND g.ingaande < ? AND g.bekend_op <= ?
ORDER BY g.ingaande, g.maatregel_id
"""


class Zaakvragen:
    """What is asked about agreements and measures."""

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger

    async def afspraken(
        self, gemeente: str, dekt: Dekt, van: datetime, tot: datetime, peildatum: datetime
    ) -> list[Afspraak]:
        """Return the agreements that were made within a period."""
        peil = iso(peildatum)
        rijen = await self._ledger.query(_AFSPRAKEN, (peil, peil, peil, gemeente, iso(van), iso(tot), peil))
        return [
            Afspraak(from_iso(uiterlijk), from_iso(nagekomen) if nagekomen else None, bool(vervallen))
            for locatie, uiterlijk, nagekomen, vervallen in rijen
            if dekt(locatie)
        ]

    async def maatregelen(self, gemeente: str, dekt: Dekt, tot: datetime, peildatum: datetime) -> list[Maatregel]:
        """Return the measures that began before a moment, each with its real end."""
        peil = iso(peildatum)
        rijen = await self._ledger.query(_MAATREGELEN, (peil, peil, gemeente, iso(tot), peil))
        return [_maatregel(*rest) for locatie, *rest in rijen if dekt(locatie)]


def _maatregel(nummer: str, soort: str, regel: str, ingaande: str, termijn: str, gestopt: str | None) -> Maatregel:
    einde = min(filter(None, (termijn, gestopt)), default="")
    return Maatregel(UUID(nummer), soort, regel, from_iso(ingaande), from_iso(einde) if einde else None)
