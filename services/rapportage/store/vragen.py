"""What the views say, as known at a moment: one SQL statement per question, portable.

`peil` is that moment as `iso` writes it; every filter `bekend_op <= peil` is what makes time travel.
"""

import asyncio
from collections.abc import Callable, Sequence
from datetime import datetime
from functools import lru_cache
from itertools import groupby
from uuid import UUID

from services.rapportage.beeld import LopendeMaatregel, Overlegvak
from services.rapportage.store.bijstellen import MELDING_ID, bijgesteld
from services.rapportage.store.logboek import VELDEN, uit_log
from services.rapportage.store.rijen import INCIDENT
from services.rapportage.tellen import Cel
from services.rapportage.toestand import Escalatiemoment
from shared.bus import Event
from shared.ledger import Ledger, from_iso, iso

Plek = tuple[str, str]
"""Municipality and location."""
Dekt = Callable[[str], bool]
"""Whether what is of a location code belongs to the answer."""

_CELLEN = """
SELECT soort, substr(voorgevallen_op, 1, 13), aard, plaats, kanaal, gericht_tegen, thema, ernst, gevolgen, gebied,
  historisch, 1
FROM waarnemingen w
WHERE gemeente = ? AND locatie = ? AND voorgevallen_op >= ? AND voorgevallen_op < ? AND bekend_op <= ?
  AND NOT EXISTS (SELECT 1 FROM waarnemingen n
                  WHERE n.melding_id = w.melding_id AND n.versie > w.versie AND n.bekend_op <= ?)
  AND NOT EXISTS (SELECT 1 FROM bijstellingen b WHERE b.melding_id = w.melding_id AND b.bekend_op <= ?)
"""
"""A row each: with eleven columns hardly two are alike, and putting them together took longer than reading them."""
_BIJGESTELD = """
SELECT w.soort, w.voorgevallen_op, w.aard, w.plaats, w.kanaal, w.gericht_tegen, w.thema, w.ernst, w.gevolgen,
  w.gebied, w.historisch, w.melding_id,
  b.voorgevallen_op, b.aard, b.plaats, b.gericht_tegen, b.thema, b.ernst, b.gevolgen, b.gebied, b.telt
FROM (
  SELECT k.melding_id FROM waarnemingen k
  WHERE k.gemeente = ? AND k.locatie = ? AND k.voorgevallen_op >= ? AND k.voorgevallen_op < ?
    AND EXISTS (SELECT 1 FROM bijstellingen e WHERE e.melding_id = k.melding_id AND e.bekend_op <= ?)
  UNION
  SELECT v.melding_id FROM bijstellingen v
  WHERE v.voorgevallen_op >= ? AND v.voorgevallen_op < ? AND v.bekend_op <= ?) gekozen
CROSS JOIN waarnemingen w CROSS JOIN bijstellingen b
WHERE w.melding_id = gekozen.melding_id AND b.melding_id = gekozen.melding_id AND b.bekend_op <= ?
  AND w.gemeente || '' = ? AND w.locatie = ? AND w.bekend_op <= ?
  AND NOT EXISTS (SELECT 1 FROM waarnemingen n
                  WHERE n.melding_id = w.melding_id AND n.versie > w.versie AND n.bekend_op <= ?)
ORDER BY w.melding_id, b.versie
"""
"""CROSS JOIN and the empty text make SQLite begin with the few that were chosen, not with all of a place."""
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
SELECT g.overleg_id, g.soort, g.reeks, g.aanvang, g.voorlopig, g.naam,
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

    async def cellen(self, plek: Plek, van: datetime, tot: datetime, peildatum: datetime) -> list[Cel]:
        """Return what happened between two moments, counted per hour and per kind."""
        peil = iso(peildatum)
        rijen = await self._ledger.query(_CELLEN, (*plek, iso(van), iso(tot), peil, peil, peil))
        return [*map(_cel, rijen), *await self._bijgesteld(plek, iso(van), iso(tot), peil)]

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

    async def _bijgesteld(self, plek: Plek, van: str, tot: str, peil: str) -> list[Cel]:
        """Return a cell for each melding that was corrected, as it stands; not for one that was withdrawn."""
        keuze = (*plek, van, tot, peil, van, tot, peil)  # corrected ones of then, and those moved to then
        rijen = await self._ledger.query(_BIJGESTELD, (*keuze, peil, *plek, peil, peil))
        staan = [bijgesteld(list(deel)) for _, deel in groupby(rijen, key=lambda rij: rij[MELDING_ID])]
        return [_cel((soort, op[:13], *rest, 1)) for soort, op, *rest in filter(None, staan) if van <= op < tot]

    async def _overleggen(self, plek: Plek, peildatum: datetime, van: str, tot: str) -> list[Overlegvak]:
        peil = iso(peildatum)
        rijen = await self._ledger.query(_OVERLEGGEN, (peil, *plek, peil, peil, peil, peil, van, tot, peil))
        return sorted(map(_overleg, rijen), key=lambda overleg: (overleg.aanvang, str(overleg.overleg_id)))


def _cel(rij: tuple[object, ...]) -> Cel:
    soort, uur, aard, plaats, kanaal, gericht_tegen, thema, ernst, gevolgen, gebied, historisch, aantal = rij
    return Cel(
        incident=soort == INCIDENT,
        uur=_uur(str(uur)),
        aard=str(aard),
        plaats=str(plaats),
        kanaal=str(kanaal),
        gericht_tegen=str(gericht_tegen),
        thema=str(thema),
        ernst=int(str(ernst)),
        gevolgen=bool(gevolgen),
        gebied=str(gebied),
        historisch=bool(historisch),
        aantal=int(str(aantal)),
    )


@lru_cache(maxsize=10_000)
def _uur(tekst: str) -> datetime:
    return from_iso(f"{tekst}:00:00Z")


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
