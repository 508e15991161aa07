"""Looking for meldingen that may be about the same event: for staff alone, from what intake's lists hold."""

from datetime import datetime
from typing import Any
from uuid import UUID

from services.intake.application.inzage import Melding
from services.intake.application.verband import Verband
from services.intake.behandeling.gelijkend import Gelijkenis, Kenmerken, gelijkend, tot_en_met
from shared.ledger import Ledger, from_iso, iso
from shared.profiel import Profielen
from shared.wanneer import DUUR

_VELDEN = ("thema", "aard", "plaats", "gebied", "gericht_tegen", "dagdeel")
_SQL = (
    f"SELECT id, voorgevallen_op, {', '.join(_VELDEN)} FROM meldingen WHERE voorgevallen_op BETWEEN ? AND ?"  # noqa: S608
    " AND gemeente = ? AND locatie = ? AND status <> 'ingetrokken' ORDER BY voorgevallen_op, id LIMIT 500"
)


class Gelijkenissen:
    """Compares with what happened around the same time at the same location."""

    def __init__(self, ledger: Ledger, verband: Verband, profielen: Profielen) -> None:
        self._ledger, self._verband, self._profielen = ledger, verband, profielen

    async def bij(self, melding: Melding) -> list[Gelijkenis]:
        """Find what may be about the same event as this one, and is not linked with it yet."""
        al = {band.melding_id for band in await self._verband.gekoppeld(melding.id)}
        gevonden = await self.zoek(melding.inhoud["gemeente"], melding.inhoud["locatie"], _van(melding))
        return [gelijkenis for gelijkenis in gevonden if gelijkenis.id not in al]

    async def zoek(self, gemeente: str, locatie: str, deze: Kenmerken) -> list[Gelijkenis]:
        """Find what may be about the same event as what is typed."""
        binnen = self._profielen.van(gemeente).meldingen.zelfde_voorval_binnen
        van, tot = deze.voorgevallen_op - binnen - DUUR, tot_en_met(deze) + binnen
        rijen = await self._ledger.query(_SQL, (iso(van), iso(tot), gemeente, locatie))
        return gelijkend(deze, (_uit(rij) for rij in rijen), binnen)


def _van(melding: Melding) -> Kenmerken:
    inhoud = melding.inhoud
    return Kenmerken(
        melding.id,
        from_iso(inhoud["voorgevallenOp"]),
        inhoud["thema"],
        inhoud["aard"],
        inhoud["plaats"],
        inhoud["gebied"],
        inhoud["gerichtTegen"],
        inhoud["dagdeel"],
    )


def _uit(rij: tuple[Any, ...]) -> Kenmerken:
    moment: datetime = from_iso(rij[1])
    return Kenmerken(UUID(rij[0]), moment, *rij[2:])
