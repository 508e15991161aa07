"""Looking for meldingen by number or word. Plain LIKE on the one place where texts stand: no index keeps a copy."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from shared.ledger import Ledger, iso
from shared.web import Wie, mag
from shared.zoeken import HOOGSTENS

_VAN_HEN = "EXISTS (SELECT 1 FROM doorzettingen d WHERE d.melding_id = m.id AND d.rol = ?)"
_MET_GEVOLGEN = "m.gevolgen_openbare_orde = 1"
_INCIDENT = "m.soort = 'incident'"
_IN_TEKST = (
    "SELECT m.id FROM tekstregister r JOIN meldingen m ON m.id = r.melding_id JOIN teksten t ON t.id = r.zegel"
    " WHERE r.gewist = 0 AND r.vastgelegd_op >= ? AND {waar} GROUP BY m.id, m.ontvangen_op"
    " ORDER BY m.ontvangen_op DESC LIMIT ?"
)
_OP_NUMMER = "SELECT m.id FROM meldingen m WHERE {eis} AND {waar} ORDER BY m.ontvangen_op DESC LIMIT ?"
_BEGIN, _STAART = "m.id LIKE ?", "SUBSTR(m.id, 29) = ?"


class Opzoeker:
    """Reads committed rows; never changes anything."""

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger

    async def op_nummer(self, lezer: Wie, begin: str) -> list[UUID]:
        """Find meldingen whose number begins so, of those that this reader may see."""
        return await self._op_nummer(lezer, _BEGIN, f"{begin}%")

    async def op_staart(self, lezer: Wie, einde: str) -> list[UUID]:
        """Find meldingen whose number ends so: what a short number says."""
        return await self._op_nummer(lezer, _STAART, einde)

    async def op_woorden(self, lezer: Wie, patronen: Sequence[str], vanaf: datetime) -> list[UUID]:
        """Find meldingen with all these words in one of their texts, of those whose text this reader may read."""
        waar, waarden = _mag_zien(lezer, mag(lezer, "toelichting.lezen"))
        eisen = [waar, *("LOWER(t.tekst) LIKE ?" for _ in patronen)]
        if not mag(lezer, "gesprek.lezen"):
            eisen.append("r.soort = 'toelichting'")
        sql = _IN_TEKST.format(waar=" AND ".join(eisen))
        return await self._vind(sql, (iso(vanaf), *waarden, *patronen, HOOGSTENS))

    async def _op_nummer(self, lezer: Wie, eis: str, waarde: str) -> list[UUID]:
        waar, waarden = _mag_zien(lezer, mag(lezer, "meldingen.lezen"))
        return await self._vind(_OP_NUMMER.format(eis=eis, waar=waar), (waarde, *waarden, HOOGSTENS))

    async def _vind(self, sql: str, waarden: tuple[object, ...]) -> list[UUID]:
        return [UUID(rij[0]) for rij in await self._ledger.query(sql, waarden)]


def _mag_zien(lezer: Wie, alles: bool) -> tuple[str, tuple[object, ...]]:
    """Write as SQL which meldingen are theirs: of their place, and all of them or what opens itself to them."""
    plek = [(f"m.{kolom} = ?", waarde) for kolom, waarde in (("gemeente", lezer.gemeente), ("locatie", lezer.locatie))]
    eisen: list[tuple[str, object]] = [(eis, waarde) for eis, waarde in plek if waarde]
    if not alles:
        eisen.append((f"({' OR '.join((_VAN_HEN, *_zonder_doorzetten(lezer)))})", str(lezer.rol)))
    return " AND ".join(eis for eis, _ in eisen) or "1 = 1", tuple(waarde for _, waarde in eisen)


def _zonder_doorzetten(lezer: Wie) -> Sequence[str]:
    """Write as SQL what needs no handing over: incidents as `bevoegd.leest_incident` says."""
    per_actie = {"alarmtekst.lezen": _MET_GEVOLGEN, "incidenttekst.lezen": _INCIDENT}
    return [eis for actie, eis in per_actie.items() if mag(lezer, actie)]
