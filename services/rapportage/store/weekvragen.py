"""What the week's picture asks beside its counts: agreements, closed meetings, what is new. Portable SQL.

`peil` is the moment whose knowledge counts, as everywhere in this store.
"""

from collections import Counter
from collections.abc import Callable
from datetime import datetime

from services.rapportage.store.rijen import INCIDENT, MELDING
from services.rapportage.toestand import NOOIT_GETELD
from services.rapportage.weekbeelden.overlegstand import Afspraak, Gesloten
from shared.ledger import Ledger, from_iso, iso

Plek = tuple[str, str]
"""Municipality and location."""
Dekt = Callable[[str], bool]

_SINDS = """
SELECT voorgevallen_op FROM standen WHERE gemeente = ? AND locatie = ? AND bekend_op <= ?
ORDER BY voorgevallen_op LIMIT 1
"""
_NIEUW = """
SELECT w.soort, COUNT(*) FROM waarnemingen w
WHERE w.gemeente = ? AND w.locatie = ? AND w.bekend_op > ? AND w.bekend_op <= ?
  AND NOT EXISTS (SELECT 1 FROM waarnemingen n WHERE n.melding_id = w.melding_id AND n.versie < w.versie)
GROUP BY w.soort
"""
_AFSPRAKEN = """
SELECT g.locatie, g.afspraak_id, g.wie, g.regel,
  COALESCE((SELECT v.uiterlijk FROM afspraakmomenten v
            WHERE v.afspraak_id = g.afspraak_id AND v.naam = 'AfspraakVerzet' AND v.bekend_op <= ?
            ORDER BY v.bekend_op DESC, v.place DESC LIMIT 1), g.uiterlijk),
  (SELECT MIN(n.bekend_op) FROM afspraakmomenten n
   WHERE n.afspraak_id = g.afspraak_id AND n.naam = 'AfspraakNagekomen' AND n.bekend_op <= ?),
  (SELECT MIN(n.bekend_op) FROM afspraakmomenten n
   WHERE n.afspraak_id = g.afspraak_id AND n.naam = 'AfspraakVervallen' AND n.bekend_op <= ?)
FROM afspraakmomenten g
WHERE g.gemeente = ? AND g.naam = 'AfspraakGemaakt' AND g.bekend_op <= ?
  AND COALESCE((SELECT MAX(e.bekend_op) FROM afspraakmomenten e
                WHERE e.afspraak_id = g.afspraak_id AND e.naam IN ('AfspraakNagekomen', 'AfspraakVervallen')
                  AND e.bekend_op <= ?), ?) >= ?
"""
"""Whose end, if any, is not before a moment."""
_GEMAAKT = """
SELECT locatie FROM afspraakmomenten
WHERE gemeente = ? AND naam = 'AfspraakGemaakt' AND overleg_id = ? AND bekend_op <= ?
"""
_GESLOTEN = """
SELECT s.overleg_id, g.reeks, s.bekend_op,
  COALESCE((SELECT v.aanvang FROM overlegmomenten v
            WHERE v.overleg_id = s.overleg_id AND v.naam = 'OverlegVerzet' AND v.bekend_op <= ?
            ORDER BY v.bekend_op DESC, v.place DESC LIMIT 1), g.aanvang)
FROM overlegmomenten s
JOIN overlegmomenten g ON g.overleg_id = s.overleg_id AND g.naam IN ('OverlegGepland', 'OverlegVoorgesteld')
WHERE s.gemeente = ? AND s.locatie = ? AND s.naam = 'OverlegGesloten' AND s.bekend_op <= ?
"""
_PUNTEN = """
SELECT naam, COUNT(DISTINCT agendapunt_id) FROM agendamomenten
WHERE overleg_id = ? AND bekend_op <= ?
  AND (vertrouwelijk <= ? OR naam NOT IN ('BevindingGenoteerd', 'BesluitGenomen'))
GROUP BY naam
"""
_BEGONNEN = """
SELECT locatie, {soort} FROM {tabel} WHERE gemeente = ? AND naam = ? AND bekend_op > ? AND bekend_op <= ?
"""


class Weekvragen:
    """What is asked for one location."""

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger

    async def gemeten_sinds(self, plek: Plek, peildatum: datetime) -> datetime | None:
        """Return when the first happened that was ever reported here."""
        rijen = await self._ledger.query(_SINDS, (*plek, iso(peildatum)))
        return from_iso(rijen[0][0]) if rijen else None

    async def nieuw(self, plek: Plek, sinds: datetime, peildatum: datetime) -> tuple[int, int]:
        """Return how many meldingen and how many incidents were received since."""
        per = dict(await self._ledger.query(_NIEUW, (*plek, iso(sinds), iso(peildatum))))
        return per.get(MELDING, 0), per.get(INCIDENT, 0)

    async def afspraken(self, gemeente: str, dekt: Dekt, sinds: datetime, peildatum: datetime) -> list[Afspraak]:
        """Return the agreements that were not over before `sinds`, as known: of years of them hardly any."""
        peil, vanaf = iso(peildatum), iso(sinds)
        rijen = await self._ledger.query(_AFSPRAKEN, (peil, peil, peil, gemeente, peil, peil, vanaf, vanaf))
        return [_afspraak(*rest) for locatie, *rest in rijen if dekt(locatie)]

    async def gemaakt(self, gemeente: str, dekt: Dekt, overleg_id: str, peildatum: datetime) -> int:
        """Count the agreements of a meeting, over or not."""
        rijen = await self._ledger.query(_GEMAAKT, (gemeente, overleg_id, iso(peildatum)))
        return sum(dekt(locatie) for (locatie,) in rijen)

    async def gesloten(self, plek: Plek, peildatum: datetime) -> list[Gesloten]:
        """Return the meetings at a location whose record is closed."""
        peil = iso(peildatum)
        rijen = await self._ledger.query(_GESLOTEN, (peil, *plek, peil))
        return [Gesloten(nummer, reeks, from_iso(aanvang), from_iso(op)) for nummer, reeks, op, aanvang in rijen]

    async def punten(self, overleg_id: str, peildatum: datetime, *, vertrouwelijk: bool) -> Counter[str]:
        """Count the agenda items of a meeting by what happened with them, each once."""
        vraag = (overleg_id, iso(peildatum), int(vertrouwelijk))
        return Counter(dict(await self._ledger.query(_PUNTEN, vraag)))

    async def geopende_escalaties(self, gemeente: str, dekt: Dekt, sinds: datetime, peildatum: datetime) -> int:
        """Count the escalations that were opened since."""
        vraag = _BEGONNEN.format(soort="drempel", tabel="escalatiemomenten")
        rijen = await self._ledger.query(vraag, (gemeente, "EscalatieGeopend", iso(sinds), iso(peildatum)))
        return sum(dekt(locatie) for locatie, _ in rijen)

    async def opgelegde_maatregelen(self, gemeente: str, dekt: Dekt, sinds: datetime, peildatum: datetime) -> int:
        """Count the measures that were imposed since, of the kinds that may be counted."""
        vraag = _BEGONNEN.format(soort="soort", tabel="maatregelmomenten")
        rijen = await self._ledger.query(vraag, (gemeente, "MaatregelOpgelegd", iso(sinds), iso(peildatum)))
        return sum(dekt(locatie) and soort not in NOOIT_GETELD for locatie, soort in rijen)


def _afspraak(
    nummer: str, wie: str, regel: str, uiterlijk: str, nagekomen: str | None, vervallen: str | None
) -> Afspraak:
    einden = (from_iso(einde) if einde else None for einde in (nagekomen, vervallen))
    return Afspraak(nummer, wie, from_iso(uiterlijk), regel, *einden)
