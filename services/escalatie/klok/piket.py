"""Watching the rota: tell who gets duty, and warn beforehand when nobody will have it."""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from uuid import uuid5

from services.escalatie.application import Piketboek, Wegwijzer
from services.escalatie.application.eigen import open_eigen
from services.escalatie.eigen import piketgat
from services.escalatie.overdracht import bericht, overgedragen, volgende_blik
from services.escalatie.piket import rooster_id
from services.escalatie.rooster import Beurt
from services.escalatie.store.wekkers import piket_wekker
from shared.contracts.escalatie.piket import PiketgatGevonden, PiketOvergedragen
from shared.facts import Context
from shared.ledger import Ledger, Timer, Transaction, from_iso, iso
from shared.profiel import Profiel, Profielen
from shared.verzending.bewaarkanaal import met_map
from shared.verzending.kanalen import Kanalen
from shared.verzending.vormen import Uitslag

_STAND = "SELECT dienst, opnieuw_op, poging FROM piketstand WHERE gemeente = ? AND rol = ?"
_LOPEND = "SELECT COUNT(*) FROM escalaties WHERE gemeente = ? AND status <> 'gesloten'"
_OVERLAP = "SELECT 1 FROM piketgaten WHERE gemeente = ? AND rol = ? AND van < ? AND tot > ? LIMIT 1"


@dataclass(frozen=True)
class Piketwacht:
    """Handles the timer of each rota."""

    ledger: Ledger
    boek: Piketboek
    wegwijzer: Wegwijzer
    profielen: Profielen
    kanalen: Kanalen
    berichten: Path
    basis_url: str

    async def begin(self, context: Context) -> None:
        """Look at every rota now; from then on each look sets the next."""
        roosters = [(profiel, str(een.rol)) for profiel in self.profielen.alle() for een in profiel.roosters]

        def zet(tx: Transaction) -> None:
            for profiel, rol in roosters:
                tx.execute(*piket_wekker(profiel.gemeente.code, rol, context.op))

        await self.ledger.run(zet, context)

    async def kijk(self, timer: Timer, context: Context) -> None:
        """Look at one rota."""
        gemeente, rol = str(timer.gegevens["gemeente"]), str(timer.gegevens["rol"])
        profiel = self.profielen.van(gemeente) if gemeente in self.profielen else None
        rooster = profiel.rooster(rol) if profiel else None
        if profiel is None or rooster is None:  # the profile has this rota no more
            await self.ledger.run(lambda tx: tx.execute("DELETE FROM timers WHERE id = ?", (timer.id,)), context)
            return
        stand = await self.boek.stand(profiel, rol, context.op, context.op + rooster.vooruit)
        feit = await self._overdracht(profiel, rol, stand.nu, context.op)
        straks = volgende_blik(stand.nu, feit.opnieuw_op if feit else None, context.op)
        await self.ledger.run(lambda tx: _leg_vast(tx, profiel, rol, feit, stand.gaten, straks), context)

    async def _overdracht(self, profiel: Profiel, rol: str, beurt: Beurt, op: datetime) -> PiketOvergedragen | None:
        """Tell who got duty, if that is somebody else than before, or could not be told yet."""
        rijen = await self.ledger.query(_STAND, (profiel.gemeente.code, rol))
        vorige, opnieuw_op, eerder = rijen[0] if rijen else (None, None, 0)
        weer = vorige == beurt.dienst
        if beurt.dienst is None or (weer and (opnieuw_op is None or from_iso(opnieuw_op) > op)):
            return None
        lopend = (await self.ledger.query(_LOPEND, (profiel.gemeente.code,)))[0][0]
        uitslagen = await self._stuur(profiel, rol, beurt, lopend, op)
        poging = eerder + 1 if weer else 1
        return overgedragen(profiel, rol, beurt, vorige, uitslagen, lopend=lopend, poging=poging, op=op)

    async def _stuur(self, profiel: Profiel, rol: str, beurt: Beurt, lopend: int, op: datetime) -> list[Uitslag]:
        rooster = profiel.rooster(rol)
        adressen = self.wegwijzer.van_dienst(rooster, str(beurt.dienst)) if rooster else ()
        hele = [met_map(adres, self.berichten, f"{op:%Y%m%dT%H%M%S}-{beurt.dienst}-overdracht") for adres in adressen]
        return list(await self.kanalen.verzend(hele, bericht(profiel, beurt, lopend, self.basis_url)))


def _leg_vast(
    tx: Transaction,
    profiel: Profiel,
    rol: str,
    feit: PiketOvergedragen | None,
    gaten: list[Beurt],
    straks: datetime,
) -> None:
    stroom = rooster_id(profiel.gemeente.code, rol)
    tx.follow(stroom)
    if feit:
        tx.append(stroom, feit)
    tx.append(stroom, *_gevonden(tx, profiel, rol, gaten))
    tx.execute(*piket_wekker(profiel.gemeente.code, rol, straks))


def _gevonden(tx: Transaction, profiel: Profiel, rol: str, gaten: list[Beurt]) -> list[PiketgatGevonden]:
    """Record every gap that was not known, all in one escalation."""
    gemeente = profiel.gemeente.code
    nieuw = [gat for gat in gaten if not tx.query(_OVERLAP, (gemeente, rol, iso(gat.tot), iso(gat.van)))]
    if not nieuw:
        return []
    ids = [uuid5(rooster_id(gemeente, rol), iso(gat.van)) for gat in nieuw]
    zaak = open_eigen(tx, profiel, piketgat(profiel, rol, nieuw[0], tx.op), uuid5(ids[0], "escalatie"), ids[0].hex)
    return [
        PiketgatGevonden(gemeente=gemeente, gat_id=gat_id, rol=rol, van=gat.van, tot=gat.tot, escalatie_id=zaak)
        for gat_id, gat in zip(ids, nieuw, strict=True)
    ]
