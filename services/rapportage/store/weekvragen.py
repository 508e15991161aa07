"""What the week's picture asks beside its counts: agreements, closed meetings, what is new. Portable SQL.

`peil` is the moment whose knowledge counts, as everywhere in this store.
"""

from collections import Counter
from collections.abc import Callable
from datetime import datetime

from services.rapportage.store.rijen import INCIDENT, MELDING
from services.rapportage.toestand import NOOIT_GETELD
from services.rapportage.weekbeelden.overlegstand import Afspraak, Gesloten
from services.rapportage.weekbeelden.sinds import Gemeld, Zaak
from shared.ledger import Ledger, from_iso, iso
from shared.wanneer import gebeurd

Plek = tuple[str, str]
"""Municipality and location."""
Dekt = Callable[[str], bool]

_SINDS = """
SELECT voorgevallen_op FROM standen WHERE gemeente = ? AND locatie = ? AND bekend_op <= ?
ORDER BY voorgevallen_op LIMIT 1
"""
_NIEUW = """
SELECT {wat} FROM waarnemingen w
WHERE w.gemeente = ? AND w.locatie = ? AND w.bekend_op > ? AND w.bekend_op <= ?
  AND NOT EXISTS (SELECT 1 FROM waarnemingen n WHERE n.melding_id = w.melding_id AND n.versie < w.versie)
{einde}
"""
_SOORTEN = (MELDING, INCIDENT)
_EEN_VOOR_EEN = "w.soort, w.melding_id, w.bekend_op, w.aard, w.thema, w.voorgevallen_op, w.dagdeel"
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
SELECT locatie, {zaak}_id, {soort}, bekend_op FROM {zaak}momenten
WHERE gemeente = ? AND naam = ? AND bekend_op > ? AND bekend_op <= ?
ORDER BY bekend_op DESC, {zaak}_id
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
        vraag = _NIEUW.format(wat="w.soort, COUNT(*)", einde="GROUP BY w.soort")
        per = dict(await self._ledger.query(vraag, (*plek, iso(sinds), iso(peildatum))))
        return per.get(MELDING, 0), per.get(INCIDENT, 0)

    async def nieuwe(self, plek: Plek, sinds: datetime, peildatum: datetime) -> tuple[list[Gemeld], list[Gemeld]]:
        """Return the same meldingen and incidents one by one, received last first, as they were reported."""
        vraag = _NIEUW.format(wat=_EEN_VOOR_EEN, einde="ORDER BY w.bekend_op DESC, w.melding_id")
        rijen = await self._ledger.query(vraag, (*plek, iso(sinds), iso(peildatum)))
        per = {soort: [_gemeld(*rest) for gevonden, *rest in rijen if gevonden == soort] for soort in _SOORTEN}
        return per[MELDING], per[INCIDENT]

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

    async def geopende_escalaties(self, gemeente: str, dekt: Dekt, sinds: datetime, peildatum: datetime) -> list[Zaak]:
        """Return the escalations that were opened since, the newest first."""
        vraag = _BEGONNEN.format(soort="drempel", zaak="escalatie")
        rijen = await self._ledger.query(vraag, (gemeente, "EscalatieGeopend", iso(sinds), iso(peildatum)))
        return [_zaak(*rest) for locatie, *rest in rijen if dekt(locatie)]

    async def opgelegde_maatregelen(
        self, gemeente: str, dekt: Dekt, sinds: datetime, peildatum: datetime
    ) -> list[Zaak]:
        """Return the measures that were imposed since, of the kinds that may be counted, the newest first."""
        vraag = _BEGONNEN.format(soort="soort", zaak="maatregel")
        rijen = await self._ledger.query(vraag, (gemeente, "MaatregelOpgelegd", iso(sinds), iso(peildatum)))
        zaken = [_zaak(*rest) for locatie, *rest in rijen if dekt(locatie)]
        return [zaak for zaak in zaken if zaak.soort not in NOOIT_GETELD]


def _gemeld(nummer: str, bekend_op: str, aard: str, thema: str, op: str, dagdeel: str) -> Gemeld:
    return Gemeld(nummer, from_iso(bekend_op), aard, thema, gebeurd(from_iso(op), dagdeel))


def _zaak(nummer: str, soort: str, bekend_op: str) -> Zaak:
    return Zaak(nummer, soort, from_iso(bekend_op))


def _afspraak(
    nummer: str, wie: str, regel: str, uiterlijk: str, nagekomen: str | None, vervallen: str | None
) -> Afspraak:
    einden = (from_iso(einde) if einde else None for einde in (nagekomen, vervallen))
    return Afspraak(nummer, wie, from_iso(uiterlijk), regel, *einden)
