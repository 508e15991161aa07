"""The rota: who has duty now and later, and the changes over the rotations."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from services.escalatie.application.feestdagen import is_feestdag
from services.escalatie.piket import Soort, Stuk, laat_vervallen, rooster_id, ruil, wijzig
from services.escalatie.rooster import Beurt, Plan, Wijziging
from services.escalatie.store.wekkers import piket_wekker
from services.escalatie.weigeringen import GeenRooster, OnbekendeWijziging
from shared.contracts.escalatie.piket import PiketGewijzigd, PiketwijzigingVervallen
from shared.ledger import Ledger, Transaction, from_iso, iso
from shared.profiel import Profiel, Profielen
from shared.profiel.schema import Rooster

_WIJZIGINGEN = """SELECT wijziging_id, dienst, van, tot, soort FROM piketwijzigingen
    WHERE gemeente = ? AND rol = ? AND tot > ? ORDER BY plaats"""
_TERUG = timedelta(days=62)


@dataclass(frozen=True, slots=True)
class Roosterstand:
    """One rota from a moment on: who has duty, every stretch, and when nobody has."""

    profiel: Profiel
    rooster: Rooster
    nu: Beurt
    beurten: Sequence[Beurt]
    wijzigingen: Sequence[Wijziging]

    @property
    def gaten(self) -> list[Beurt]:
        """When nobody has duty."""
        return [beurt for beurt in self.beurten if beurt.is_gat]


class Piketboek:
    """Reads the rota: the profile's rotations with the changes that stand in the facts."""

    def __init__(self, ledger: Ledger, profielen: Profielen) -> None:
        self._ledger, self._profielen = ledger, profielen

    async def plan(self, profiel: Profiel, rol: str, vanaf: datetime) -> Plan:
        """Give the rota of a role with every change that ends after `vanaf`.

        Raises:
            GeenRooster: this role has none.
        """
        rooster = eis_rooster(profiel, rol)
        rijen = await self._ledger.query(_WIJZIGINGEN, (profiel.gemeente.code, rol, iso(vanaf)))
        return Plan(rooster, profiel.zone, is_feestdag, [_wijziging(rij) for rij in rijen])

    async def stand(self, profiel: Profiel, rol: str, van: datetime, tot: datetime) -> Roosterstand:
        """Give who has duty at `van`, and until `tot`."""
        plan = await self.plan(profiel, rol, van - _TERUG)
        nu = plan.beurt(van, _TERUG)
        verder = [wijziging for wijziging in plan.wijzigingen if wijziging.tot > van]
        return Roosterstand(profiel, plan.rooster, nu, plan.beurten(van, tot), verder)

    async def standen(self, van: datetime, tot: datetime, gemeente: str | None = None) -> list[Roosterstand]:
        """Give every rota that somebody may see."""
        return [
            await self.stand(profiel, str(rooster.rol), van, tot)
            for profiel in self._profielen.alle()
            if gemeente in (None, profiel.gemeente.code)
            for rooster in profiel.roosters
        ]

    async def dienst(self, profiel: Profiel, rol: str, op: datetime) -> str | None:
        """Say which seat of a role has duty at a moment; None: nobody, or the role has no rota."""
        if profiel.rooster(rol) is None:
            return None
        return (await self.plan(profiel, rol, op)).nu(op)[0]


class Piketdienst:
    """The use cases of changing a rota."""

    def wijzig(
        self,
        tx: Transaction,
        profiel: Profiel,
        rol: str,
        stukken: Mapping[UUID, Stuk],
        *,
        door: str,
        soort: Soort = "vervanging",
    ) -> int:
        """Let seats take stretches, by the id of each change; give how many were not recorded before."""
        stroom, rooster = rooster_id(profiel.gemeente.code, rol), eis_rooster(profiel, rol)
        bekend = {fact.wijziging_id for fact in tx.facts(stroom) if isinstance(fact, PiketGewijzigd)}
        nieuw = [
            wijzig(profiel, rooster, stuk, wijziging_id=wijziging_id, door=door, soort=soort)
            for wijziging_id, stuk in stukken.items()
            if wijziging_id not in bekend
        ]
        tx.append(stroom, *nieuw)
        tx.execute(*piket_wekker(profiel.gemeente.code, rol, tx.op))
        return len(nieuw)

    def ruil(
        self, tx: Transaction, profiel: Profiel, rol: str, een: Stuk, ander: Stuk, *, ruil_id: UUID, door: str
    ) -> None:
        """Let two seats take each other's stretch."""
        stroom = rooster_id(profiel.gemeente.code, rol)
        tx.follow(stroom)
        tx.append(stroom, *ruil(profiel, eis_rooster(profiel, rol), een, ander, ruil_id=ruil_id, door=door))
        tx.execute(*piket_wekker(profiel.gemeente.code, rol, tx.op))

    def laat_vervallen(self, tx: Transaction, profiel: Profiel, rol: str, wijziging_id: UUID, *, door: str) -> None:
        """Take a change back; of a swap both halves.

        Raises:
            OnbekendeWijziging: no such change holds.
        """
        gemeente = profiel.gemeente.code
        stroom = rooster_id(gemeente, rol)
        samen = _die_gelden(tx.facts(stroom), wijziging_id)
        if not samen:
            raise OnbekendeWijziging
        tx.append(stroom, *(laat_vervallen(gemeente, rol, een.wijziging_id, door=door) for een in samen))
        tx.execute(*piket_wekker(gemeente, rol, tx.op))


def eis_rooster(profiel: Profiel, rol: str) -> Rooster:
    """Give the rota of a role.

    Raises:
        GeenRooster: this role has none.
    """
    rooster = profiel.rooster(rol)
    if rooster is None:
        raise GeenRooster(rol)
    return rooster


def _die_gelden(facts: Sequence[Any], wijziging_id: UUID) -> list[PiketGewijzigd]:
    weg = {fact.wijziging_id for fact in facts if isinstance(fact, PiketwijzigingVervallen)}
    gelden = [fact for fact in facts if isinstance(fact, PiketGewijzigd) and fact.wijziging_id not in weg]
    gezocht = next((fact for fact in gelden if fact.wijziging_id == wijziging_id), None)
    if gezocht is None or gezocht.ruil_id is None:
        return [gezocht] if gezocht else []
    return [fact for fact in gelden if fact.ruil_id == gezocht.ruil_id]


def _wijziging(rij: tuple[Any, ...]) -> Wijziging:
    return Wijziging(UUID(rij[0]), rij[1], from_iso(rij[2]), from_iso(rij[3]), rij[4])
