"""How much waits for somebody here: counts for the start page, at the places that this reader may see."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from services.intake.store.melder import BESPROKEN_IN_OVERLEG
from shared.ledger import Ledger, from_iso, iso
from shared.web import Wie

_NOG_OPEN = "status IN ('ontvangen', 'in-behandeling')"
_TE_BEPALEN = f"SELECT COUNT(*), MIN(ontvangen_op) FROM meldingen WHERE aard = 'nog-te-bepalen' AND {_NOG_OPEN}"  # noqa: S608
_NIEUW = (
    "SELECT COUNT(*), MIN(ontvangen_op) FROM meldingen WHERE status = 'ontvangen' AND soort = 'melding'"  # noqa: S608
    f" AND voorgevallen_op >= ? AND NOT {BESPROKEN_IN_OVERLEG}"
)
_NIET_AANGEKOMEN = "SELECT COUNT(*), MIN(op) FROM doorzettingen WHERE uitkomst <> 'bezorgd'"
_VAN_MIJ = (
    "FROM doorzettingen d JOIN meldingen m ON m.id = d.melding_id"
    " WHERE d.rol = ? AND m.status IN ('ontvangen', 'in-behandeling')"
)


@dataclass(frozen=True, slots=True)
class Telling:
    """How many, and since when the one that waits longest."""

    aantal: int
    sinds: datetime | None


class Werkvoorraad:
    """Reads committed rows; never changes anything."""

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger

    async def te_bepalen(self, lezer: Wie) -> Telling:
        """Count meldingen of which nobody said yet what kind of behaviour it was (LVS-2.3)."""
        return await self._tel(_TE_BEPALEN, lezer)

    async def nieuw(self, lezer: Wie, vanaf: datetime) -> Telling:
        """Count meldingen about what happened since `vanaf` with which nothing was done yet, also by no meeting."""
        return await self._tel(_NIEUW, lezer, iso(vanaf))

    async def niet_aangekomen(self, lezer: Wie) -> Telling:
        """Count what was handed over and did not reach the partner (KG-2.3b)."""
        return await self._tel(_NIET_AANGEKOMEN, lezer)

    async def aan_mij(self, lezer: Wie) -> Telling:
        """Count what was handed over to this role and is not closed."""
        sql = f"SELECT COUNT(*), MIN(d.op) {_VAN_MIJ}"
        return await self._tel(sql, lezer, str(lezer.rol), tabel="m.")

    async def nummers_aan_mij(self, lezer: Wie, hoogstens: int = 200) -> list[tuple[str, datetime]]:
        """List what was handed over to this role and is not closed: which, and since when; the newest first."""
        waar, waarden = _plek(lezer, "m.")
        sql = f"SELECT d.melding_id, d.op {_VAN_MIJ}{waar} ORDER BY d.op DESC, d.melding_id LIMIT ?"
        rijen = await self._ledger.query(sql, (str(lezer.rol), *waarden, hoogstens))
        return [(nummer, from_iso(op)) for nummer, op in rijen]

    async def _tel(self, sql: str, lezer: Wie, *waarden: object, tabel: str = "") -> Telling:
        waar, plek = _plek(lezer, tabel)
        aantal, sinds = (await self._ledger.query(sql + waar, (*waarden, *plek)))[0]
        return Telling(int(aantal), from_iso(sinds) if sinds else None)


def _plek(lezer: Wie, tabel: str) -> tuple[str, tuple[str, ...]]:
    eisen: Mapping[str, str | None] = {"gemeente": lezer.gemeente, "locatie": lezer.locatie}
    gesteld = {kolom: waarde for kolom, waarde in eisen.items() if waarde}
    return "".join(f" AND {tabel}{kolom} = ?" for kolom in gesteld), tuple(gesteld.values())
