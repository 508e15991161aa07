"""What a melding is connected with: other meldingen, and the partners that it was handed over to."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from services.intake.application.bevoegd import ONBEKEND, is_gewaarschuwd, leest_incident, mag_zien
from services.intake.application.inzage import Melding
from services.intake.application.verhaal import uit_overleg
from services.intake.voortgang import laatst_uit_overleg
from shared.contracts import Fact
from shared.contracts.intake import Koppeling
from shared.facts import NietGevonden
from shared.ledger import Ledger, from_iso
from shared.profiel import Rol
from shared.web import Wie, mag

_DOORGEZET = (
    "melding_id, gemeente, aan, rol, uitkomst, automatisch, regel, weg, uiterlijk, poging, opnieuw_op, reden, op,"
    " gemist"
)


@dataclass(frozen=True, slots=True)
class Gekoppeld:
    """Another melding; `ik_hoor_bij`: that one is the main one, else this one is, where it is `hoort-bij`."""

    melding_id: UUID
    soort: Koppeling
    ik_hoor_bij: bool


@dataclass(frozen=True, slots=True)
class Doorgezet:
    """How far it is to one partner."""

    melding_id: UUID
    gemeente: str
    aan: str
    rol: str | None
    uitkomst: str
    automatisch: bool
    regel: str
    weg: str
    uiterlijk: datetime | None
    poging: int
    opnieuw_op: datetime | None
    reden: str
    op: datetime
    gemist: bool


class Verband:
    """Reads committed rows; never changes anything."""

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger

    async def gekoppeld_voor(self, wie: Wie, melding_id: UUID) -> list[Gekoppeld]:
        """List what it is linked with, as far as they may see those as well: a link opens nothing."""
        return [band for band in await self.gekoppeld(melding_id) if await self._ziet(wie, band.melding_id)]

    async def gekoppeld(self, melding_id: UUID) -> list[Gekoppeld]:
        """List what it is linked with, from whichever side."""
        sql = "SELECT melding_id, aan, soort FROM koppelingen WHERE melding_id = ? OR aan = ? ORDER BY melding_id, aan"
        rijen = await self._ledger.query(sql, (str(melding_id), str(melding_id)))
        return [_gekoppeld(melding_id, *rij) for rij in rijen]

    async def doorgezet(self, melding_id: UUID) -> list[Doorgezet]:
        """List to whom it was handed over."""
        sql = f"SELECT {_DOORGEZET} FROM doorzettingen WHERE melding_id = ? ORDER BY aan"  # noqa: S608
        return [_doorgezet(rij) for rij in await self._ledger.query(sql, (str(melding_id),))]

    async def onderweg(self, gemeente: str | None, locatie: str | None, hoogstens: int = 200) -> list[Doorgezet]:
        """List what did not arrive yet, the longest first."""
        binnen = {kolom: w for kolom, w in (("gemeente", gemeente), ("locatie", locatie)) if w is not None}
        waar = " AND ".join(("uitkomst <> 'bezorgd'", *(f"{kolom} = ?" for kolom in binnen)))
        sql = f"SELECT {_DOORGEZET} FROM doorzettingen WHERE {waar} ORDER BY op LIMIT ?"  # noqa: S608
        return [_doorgezet(rij) for rij in await self._ledger.query(sql, (*binnen.values(), hoogstens))]

    async def is_voor(self, melding_id: UUID, rol: Rol | None) -> bool:
        """Whether it was handed over to a partner with this role: then that role may read it, text and all."""
        sql = "SELECT 1 FROM doorzettingen WHERE melding_id = ? AND rol = ?"
        return rol is not None and bool(await self._ledger.query(sql, (str(melding_id), str(rol))))

    async def leest_tekst(self, wie: Wie, melding: Melding) -> bool:
        """Say whether they may read its text: by role, because it was handed over to them, or as an incident of theirs.

        Raises:
            NietGevonden: they may not see this melding at all.
        """
        if not await self._ziet(wie, melding.id):
            raise NietGevonden(ONBEKEND)
        hier = mag(wie, "toelichting.lezen") or leest_incident(wie, melding)
        return hier or await self.is_voor(melding.id, wie.rol)

    async def _ziet(self, wie: Wie, melding_id: UUID) -> bool:
        sql = "SELECT gemeente, locatie, gevolgen_openbare_orde FROM meldingen WHERE id = ?"
        rijen = await self._ledger.query(sql, (str(melding_id),))
        if not rijen or not mag_zien(wie, gemeente=rijen[0][0], locatie=rijen[0][1]):
            return False
        hier = mag(wie, "meldingen.lezen") or is_gewaarschuwd(wie, rijen[0][2])
        return hier or await self.is_voor(melding_id, wie.rol)

    async def uit_overleg(self, melding: Melding) -> str:
        """Say what a meeting did with it last, as long as it is open; empty: nothing that may be told on."""
        return laatst_uit_overleg(
            melding.status, await self.feiten(melding.id), await uit_overleg(self._ledger, melding.id)
        )

    async def feiten(self, melding_id: UUID) -> Sequence[tuple[datetime, Fact]]:
        """Return what happened with it, in order."""
        return [(recorded.tijd, recorded.fact) for recorded in await self._ledger.load(melding_id)]


def _gekoppeld(ik: UUID, van: str, aan: str, soort: str) -> Gekoppeld:
    uitgaand = van == str(ik)
    return Gekoppeld(UUID(aan if uitgaand else van), Koppeling(soort), uitgaand)


def _doorgezet(rij: tuple[Any, ...]) -> Doorgezet:
    waarden = dict(zip(_DOORGEZET.split(", "), rij, strict=True))
    momenten = {veld: from_iso(waarden[veld]) if waarden[veld] else None for veld in ("uiterlijk", "opnieuw_op")}
    ja_nee = {veld: bool(waarden[veld]) for veld in ("automatisch", "gemist")}
    vast = {"melding_id": UUID(waarden["melding_id"]), "op": from_iso(waarden["op"])}
    return Doorgezet(**{**waarden, **momenten, **ja_nee, **vast})
