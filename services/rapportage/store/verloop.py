"""How meldingen went on, as the views say it: one SQL statement per question, portable."""

from datetime import datetime

from services.rapportage.store.rijen import INCIDENT
from services.rapportage.verloop.stappen import Geval, Moment
from shared.ledger import Ledger, from_iso, iso

Plek = tuple[str, str]
"""Municipality and location."""

_PERIODE = """
  w.gemeente = ? AND w.locatie = ? AND w.bekend_op >= ? AND w.bekend_op < ? AND w.bekend_op <= ? AND w.historisch = 0
  AND NOT EXISTS (SELECT 1 FROM waarnemingen n WHERE n.melding_id = w.melding_id AND n.versie < w.versie)
"""
"""Received within a period, first version, not imported."""
_GEVALLEN = f"SELECT w.melding_id, w.soort, w.bekend_op, w.gewenst FROM waarnemingen w WHERE {_PERIODE}"  # noqa: S608
_INGETROKKEN = f"""
SELECT w.melding_id FROM waarnemingen w
JOIN bijstellingen b ON b.melding_id = w.melding_id AND b.telt = 0 AND b.bekend_op <= ?
WHERE {_PERIODE}
  AND NOT EXISTS (SELECT 1 FROM bijstellingen n
                  WHERE n.melding_id = b.melding_id AND n.telt = 1 AND n.bekend_op <= ? AND n.versie > b.versie)
"""  # noqa: S608
"""And not opened again since."""
_MOMENTEN = f"""
SELECT m.melding_id, m.naam, m.bekend_op, m.wie, m.wat, m.zaak_id, m.uiterlijk, m.regel
FROM waarnemingen w JOIN meldingmomenten m ON m.melding_id = w.melding_id AND m.bekend_op <= ?
WHERE {_PERIODE}
"""  # noqa: S608
_AFGEROND = f"""
SELECT m.melding_id, a.naam, a.bekend_op, '', '', a.afspraak_id, '', ''
FROM waarnemingen w JOIN meldingmomenten m ON m.melding_id = w.melding_id AND m.naam = 'AfspraakGemaakt'
JOIN afspraakmomenten a ON a.afspraak_id = m.zaak_id AND a.naam IN ('AfspraakNagekomen', 'AfspraakVervallen')
  AND a.bekend_op <= ?
WHERE {_PERIODE}
"""  # noqa: S608
"""Of the agreements about those meldingen: kept, or lapsed."""


class Verloopvragen:
    """What is asked about how meldingen went on."""

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger

    async def gevallen(self, plek: Plek, van: datetime, tot: datetime, peildatum: datetime) -> list[Geval]:
        """Return what was received within a period and not withdrawn, with everything that was done with it."""
        peil = iso(peildatum)
        waar = (*plek, iso(van), iso(tot), peil)
        weg = set(await self._ledger.query(_INGETROKKEN, (peil, *waar, peil)))
        gekozen = (rij for rij in await self._ledger.query(_GEVALLEN, waar) if rij[:1] not in weg)
        gevallen = {rij[0]: _geval(rij) for rij in gekozen}
        for vraag in (_MOMENTEN, _AFGEROND):
            for melding_id, *rest in await self._ledger.query(vraag, (peil, *waar)):
                if melding_id in gevallen:  # what was taken in between two questions is not counted
                    gevallen[melding_id].noteer(_moment(*rest))
        return list(gevallen.values())


def _geval(rij: tuple[object, ...]) -> Geval:
    melding_id, soort, ontvangen, gewenst = rij
    return Geval(str(melding_id), soort == INCIDENT, from_iso(str(ontvangen)), bool(gewenst))


def _moment(naam: str, op: str, wie: str, wat: str, zaak: str, uiterlijk: str, regel: str) -> Moment:
    return Moment(naam, from_iso(op), wie, wat, zaak, from_iso(uiterlijk) if uiterlijk else None, regel)
