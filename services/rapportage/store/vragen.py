"""What the views say, as known at a moment: one SQL statement per question, portable.

`peil` is that moment as `iso` writes it; every filter `bekend_op <= peil` is what makes time travel.
"""

import asyncio
from collections.abc import Callable, Sequence
from datetime import datetime
from uuid import UUID

from services.rapportage.beeld import LopendeMaatregel, Overlegvak
from services.rapportage.kenmerken import Uren
from services.rapportage.store.logboek import VELDEN, uit_log
from services.rapportage.toestand import Escalatiemoment
from shared.bus import Event
from shared.ledger import Ledger, from_iso, iso

Plek = tuple[str, str]
"""Municipality and location."""
Dekt = Callable[[str], bool]
"""Whether what is of a location code belongs to the answer."""

_UREN = """
SELECT group_concat(substr(voorgevallen_op, 1, 13) || kenmerken, ?) FROM standen
WHERE gemeente = ? AND locatie = ? AND voorgevallen_op >= ? AND voorgevallen_op < ?
  AND bekend_op <= ? AND bekend_tot > ?
"""
"""All in one text: a row each cost the interpreter more than finding them, and held up what is asked meanwhile.
In whatever order they are found: an order asked of the store is a second pass over all of them."""
_REGELEINDE = "\n"
"""Stands between them, and never in one: kenmerken are JSON."""
_ESCALATIES = """
SELECT g.locatie, m.escalatie_id, m.naam, m.bekend_op, m.drempel, m.regel, m.stap, m.rol, m.tweede_stap
FROM escalatiemomenten g JOIN escalatiemomenten m ON m.escalatie_id = g.escalatie_id AND m.bekend_op <= ?
WHERE g.gemeente = ? AND g.naam = 'EscalatieGeopend' AND g.bekend_op <= ?
  AND NOT EXISTS (SELECT 1 FROM escalatiemomenten s
                  WHERE s.escalatie_id = g.escalatie_id AND s.naam = 'EscalatieGesloten' AND s.bekend_op <= ?)
"""
_OVERLEGGEN = """
WITH g AS (
  SELECT m.overleg_id, m.soort, m.reeks, m.voorlopig, m.naam,
    COALESCE((SELECT v.aanvang FROM overlegmomenten v
              WHERE v.overleg_id = m.overleg_id AND v.naam = 'OverlegVerzet' AND v.bekend_op <= ?
              ORDER BY v.bekend_op DESC, v.place DESC LIMIT 1), m.aanvang) AS aanvang
  FROM overlegmomenten m
  WHERE m.gemeente = ? AND m.locatie = ? AND m.naam IN ('OverlegGepland', 'OverlegVoorgesteld') AND m.bekend_op <= ?)
SELECT g.overleg_id, g.soort, g.reeks, g.aanvang, g.voorlopig,
  (SELECT MIN(n.naam) FROM overlegmomenten n
   WHERE n.overleg_id = g.overleg_id AND n.naam IN ('OverlegBevestigd', 'OverlegGepland', 'OverlegVoorgesteld')
     AND n.bekend_op <= ?),
  (SELECT COUNT(*) FROM overlegmomenten b
   WHERE b.overleg_id = g.overleg_id AND b.naam = 'OverlegGeopend' AND b.bekend_op <= ?),
  (SELECT COUNT(DISTINCT a.agendapunt_id) FROM agendamomenten a
   WHERE a.overleg_id = g.overleg_id AND a.naam = 'AgendapuntToegevoegd' AND a.bekend_op <= ?
     AND NOT EXISTS (SELECT 1 FROM agendamomenten d
                     WHERE d.overleg_id = a.overleg_id AND d.agendapunt_id = a.agendapunt_id
                       AND d.naam = 'AgendapuntDoorgeschoven' AND d.bekend_op <= ?))
FROM g
WHERE g.aanvang >= ? AND g.aanvang <= ?
  AND NOT EXISTS (SELECT 1 FROM overlegmomenten s
                  WHERE s.overleg_id = g.overleg_id AND s.naam IN ('OverlegGesloten', 'OverlegGeannuleerd')
                    AND s.bekend_op <= ?)
"""
_MAATREGELEN = """
SELECT g.locatie, g.maatregel_id, g.soort, g.gericht_op, g.ingaande,
  COALESCE((SELECT v.eindigt FROM maatregelmomenten v
            WHERE v.maatregel_id = g.maatregel_id AND v.naam = 'MaatregelVerlengd' AND v.bekend_op <= ?
            ORDER BY v.eindigt DESC LIMIT 1), g.eindigt), g.regel
FROM maatregelmomenten g
WHERE g.gemeente = ? AND g.naam = 'MaatregelOpgelegd' AND g.ingaande <= ? AND g.bekend_op <= ?
  AND NOT EXISTS (SELECT 1 FROM maatregelmomenten s
                  WHERE s.maatregel_id = g.maatregel_id AND s.naam IN ('MaatregelVerlopen', 'MaatregelIngetrokken')
                    AND s.bekend_op <= ?)
"""
_DRAAD_VELDEN = ", ".join(f"o.{veld}" for veld in VELDEN.split(", "))
_DRAAD = f"""
SELECT {_DRAAD_VELDEN} FROM ontvangen o WHERE o.stream = ?
UNION
SELECT {_DRAAD_VELDEN} FROM verwijzingen v
JOIN ontvangen o ON o.source = v.source AND o.keten = v.keten AND o.place = v.place
WHERE v.melding_id = ?
UNION
SELECT {_DRAAD_VELDEN} FROM verwijzingen v JOIN ontvangen o ON o.stream = v.zaak_id
WHERE v.melding_id = ? AND v.hele_zaak = 1
"""  # noqa: S608
VER_WEG = "9999"


class Vragen:
    """Everything that rapportage asks its store."""

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger

    async def uren(self, plek: Plek, van: datetime, tot: datetime, peildatum: datetime) -> Uren:
        """Return what happened between two moments, each with its hour and kind."""
        peil = iso(peildatum)
        rijen = await self._ledger.query(_UREN, (_REGELEINDE, *plek, iso(van), iso(tot), peil, peil))
        alle: str | None = rijen[0][0]
        return sorted(alle.split(_REGELEINDE)) if alle else []

    async def escalatiemomenten(self, gemeente: str, dekt: Dekt, peildatum: datetime) -> list[Escalatiemoment]:
        """Return all that happened to the escalations that are open."""
        peil = iso(peildatum)
        rijen = await self._ledger.query(_ESCALATIES, (peil, gemeente, peil, peil))
        return [_moment(rij) for locatie, *rij in rijen if dekt(locatie)]

    async def komende_overleggen(self, plek: Plek, peildatum: datetime) -> list[Overlegvak]:
        """Return the meetings still to begin, the first on top."""
        return await self._overleggen(plek, peildatum, iso(peildatum), VER_WEG)

    async def maatregelen(self, gemeente: str, dekt: Dekt, peildatum: datetime) -> list[LopendeMaatregel]:
        """Return the measures imposed and not ended by a fact; whether the term runs is for the caller."""
        peil = iso(peildatum)
        rijen = await self._ledger.query(_MAATREGELEN, (peil, gemeente, peil, peil, peil))
        return [_maatregel(rij) for locatie, *rij in rijen if dekt(locatie)]

    async def draad(self, melding_id: UUID) -> list[Event]:
        """Return every event that concerns a melding, in no particular order."""
        melding = str(melding_id)
        return [uit_log(rij) for rij in await self._ledger.query(_DRAAD, (melding, melding, melding))]

    async def gelezen(self) -> dict[str, int]:
        """Return up to which place of each source everything was taken in."""
        posities = await asyncio.to_thread(self._ledger.positions)
        return {bron: posities[bron].place for bron in sorted(posities)}

    async def _overleggen(self, plek: Plek, peildatum: datetime, van: str, tot: str) -> list[Overlegvak]:
        peil = iso(peildatum)
        rijen = await self._ledger.query(_OVERLEGGEN, (peil, *plek, *[peil] * 5, van, tot, peil))
        return sorted(map(_overleg, rijen), key=lambda overleg: (overleg.aanvang, str(overleg.overleg_id)))


def _moment(rij: Sequence[object]) -> Escalatiemoment:
    zaak, naam, bekend_op, drempel, regel, stap, rol, tweede_stap = map(str, rij)
    return Escalatiemoment(UUID(zaak), naam, from_iso(bekend_op), drempel, regel, stap, rol, tweede_stap == "1")


def _overleg(rij: tuple[object, ...]) -> Overlegvak:
    overleg_id, soort, reeks, aanvang, voorlopig, naam, geopend, agendapunten = rij
    return Overlegvak(
        overleg_id=UUID(str(overleg_id)),
        soort=str(soort),
        reeks=str(reeks),
        naam=str(reeks),
        aanvang=from_iso(str(aanvang)),
        voorlopig=bool(voorlopig),
        voorgesteld=naam == "OverlegVoorgesteld",
        geopend=bool(geopend),
        agendapunten=int(str(agendapunten)),
    )


def _maatregel(rij: Sequence[object]) -> LopendeMaatregel:
    maatregel_id, soort, gericht_op, ingaande, eindigt, regel = map(str, rij)
    return LopendeMaatregel(
        maatregel_id=UUID(maatregel_id),
        soort=soort,
        naam=soort,
        gericht_op=gericht_op,
        ingaande=from_iso(ingaande),
        eindigt=from_iso(eindigt) if eindigt else None,
        regel=regel,
    )
