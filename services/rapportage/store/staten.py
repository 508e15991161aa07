"""Each melding of a period as it stood at a moment, and whether its location could be heard."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any

from services.rapportage.store.rijen import INCIDENT, ONVERANDERD
from services.rapportage.verloop.kwaliteit import Staat, Systeemstilte
from shared.ledger import Ledger, from_iso, iso

Plek = tuple[str, str]
"""Municipality and location."""

_WAAR = """
  w.gemeente = ? AND w.locatie = ? AND w.bekend_op >= ? AND w.bekend_op < ? AND w.bekend_op <= ?
  AND NOT EXISTS (SELECT 1 FROM waarnemingen n WHERE n.melding_id = w.melding_id AND n.versie < w.versie)
"""
_STATEN = f"""
SELECT w.melding_id, w.soort, w.bekend_op, w.voorgevallen_op, w.aard, w.plaats, w.kanaal, w.gericht_tegen, w.thema,
  w.gebied, w.aangifte, w.historisch
FROM waarnemingen w WHERE {_WAAR}
ORDER BY w.bekend_op, w.melding_id
"""  # noqa: S608
_BIJ = f"""
SELECT b.melding_id, b.voorgevallen_op, b.aard, b.plaats, b.gericht_tegen, b.thema, b.gebied, b.aangifte, b.telt
FROM waarnemingen w JOIN bijstellingen b ON b.melding_id = w.melding_id AND b.bekend_op <= ?
WHERE {_WAAR}
ORDER BY b.melding_id, b.versie
"""  # noqa: S608
_ANDERS = f"""
SELECT m.melding_id, m.naam, m.wat, m.zaak_id
FROM waarnemingen w JOIN meldingmomenten m ON m.melding_id = w.melding_id AND m.bekend_op <= ?
WHERE {_WAAR} AND m.naam IN ('MeldingGecorrigeerd', 'MeldingGekoppeld', 'MeldingOntkoppeld')
ORDER BY m.bekend_op, m.place
"""  # noqa: S608
_GEHOORD = """
SELECT naam, sinds, regel FROM locatiemomenten WHERE gemeente = ? AND locatie = ? AND bekend_op <= ?
ORDER BY bekend_op DESC, place DESC LIMIT 1
"""
_VELDEN = ("voorgevallen", "aard", "plaats", "gericht_tegen", "thema", "gebied", "aangifte")
"""What a change can replace, in the order of `_BIJ`."""


class Staatvragen:
    """What is asked about meldingen as they stood."""

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger

    async def staten(self, plek: Plek, van: datetime, tot: datetime, peildatum: datetime) -> list[Staat]:
        """Return what was received within a period, withdrawn or not, as it stood at the peildatum."""
        peil = iso(peildatum)
        waar = (*plek, iso(van), iso(tot), peil)
        rijen = await self._ledger.query(_STATEN, waar)
        bij = _groepeer(await self._ledger.query(_BIJ, (peil, *waar)))
        anders = _groepeer(await self._ledger.query(_ANDERS, (peil, *waar)))
        return [_staat(rij, bij[rij[0]], anders[rij[0]]) for rij in rijen]

    async def systeem_stil(self, plek: Plek, peildatum: datetime) -> Systeemstilte | None:
        """Say since when the system of a location gave no sign of life, if it does not."""
        gevonden = await self._ledger.query(_GEHOORD, (*plek, iso(peildatum)))
        if not gevonden or gevonden[0][0] != "LocatieStil":
            return None
        return Systeemstilte(sinds=from_iso(gevonden[0][1]), regel=gevonden[0][2])


def _groepeer(rijen: Iterable[tuple[Any, ...]]) -> defaultdict[str, list[tuple[Any, ...]]]:
    per_melding: defaultdict[str, list[tuple[Any, ...]]] = defaultdict(list)
    for melding_id, *rest in rijen:
        per_melding[melding_id].append(tuple(rest))
    return per_melding


def _staat(rij: Sequence[Any], bij: Iterable[Sequence[Any]], anders: Sequence[Sequence[Any]]) -> Staat:
    _, soort, ontvangen, voorgevallen, *velden, historisch = rij
    alles: list[Any] = [soort == INCIDENT, from_iso(ontvangen), from_iso(voorgevallen), *velden, bool(historisch)]
    staat = Staat(*alles)
    for nieuw in bij:
        staat = replace(staat, **_gewijzigd(nieuw))
    correcties = sum(naam == "MeldingGecorrigeerd" for naam, *_ in anders)
    return replace(staat, correcties=correcties, zelfde_voorval=len(_gekoppeld(anders)))


def _gewijzigd(nieuw: Sequence[Any]) -> dict[str, Any]:
    *waarden, telt = nieuw
    anders: dict[str, Any] = {veld: waarde for veld, waarde in zip(_VELDEN, waarden, strict=True) if waarde}
    if "voorgevallen" in anders:
        anders["voorgevallen"] = from_iso(anders["voorgevallen"])
    return anders | ({"telt": bool(telt)} if telt != ONVERANDERD else {})


def _gekoppeld(anders: Iterable[Sequence[Any]]) -> set[str]:
    """Return the meldingen with which it is still said to be the same."""
    aan: set[str] = set()
    for naam, wat, zaak in anders:
        if naam == "MeldingGekoppeld" and wat == "zelfde-voorval":
            aan.add(zaak)
        elif naam == "MeldingOntkoppeld":
            aan.discard(zaak)
    return aan
