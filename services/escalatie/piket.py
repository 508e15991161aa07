"""Changing the rota: standing in, swapping, taking a change back. Duty codes, never names. Pure."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Literal
from uuid import UUID, uuid5

from services.escalatie.weigeringen import OnbekendeDienst, PiketInvoerOngeldig
from shared.contracts.escalatie.piket import PiketGewijzigd, PiketwijzigingVervallen
from shared.profiel.schema import Profiel, Rooster

Soort = Literal["vervanging", "ruil", "agenda"]
LANGST = timedelta(days=366)
_NAMESPACE = UUID("a3d0e9a4-6b44-4a6f-9b53-2f6f0f6a1c21")


@dataclass(frozen=True, slots=True)
class Stuk:
    """A stretch that a seat takes."""

    dienst: str
    van: datetime
    tot: datetime


def rooster_id(gemeente: str, rol: str) -> UUID:
    """The stream in which every change of a rota stands."""
    return uuid5(_NAMESPACE, f"{gemeente}/{rol}")


def wijzig(
    profiel: Profiel,
    rooster: Rooster,
    stuk: Stuk,
    *,
    wijziging_id: UUID,
    door: str,
    soort: Soort = "vervanging",
    ruil_id: UUID | None = None,
) -> PiketGewijzigd:
    """Let a seat take a stretch.

    Raises:
        OnbekendeDienst: the profile has no such seat. PiketInvoerOngeldig: the stretch has no length, or is too long.
    """
    if rooster.dienst(stuk.dienst) is None:
        raise OnbekendeDienst(stuk.dienst, [dienst.code for dienst in rooster.diensten])
    if not timedelta() < stuk.tot - stuk.van <= LANGST:
        raise PiketInvoerOngeldig("tot", "het einde moet na het begin liggen, en hoogstens een jaar later")
    return PiketGewijzigd(
        gemeente=profiel.gemeente.code,
        wijziging_id=wijziging_id,
        rol=str(rooster.rol),
        dienst=stuk.dienst,
        van=stuk.van,
        tot=stuk.tot,
        soort=soort,
        ruil_id=ruil_id,
        door=door,
    )


def ruil(
    profiel: Profiel, rooster: Rooster, een: Stuk, ander: Stuk, *, ruil_id: UUID, door: str
) -> tuple[PiketGewijzigd, PiketGewijzigd]:
    """Let two seats take each other's stretch.

    Raises:
        OnbekendeDienst, PiketInvoerOngeldig: see `wijzig`.
    """
    helften = (Stuk(ander.dienst, een.van, een.tot), Stuk(een.dienst, ander.van, ander.tot))
    eerste, tweede = (
        wijzig(
            profiel,
            rooster,
            helft,
            wijziging_id=uuid5(ruil_id, str(nummer)),
            door=door,
            soort="ruil",
            ruil_id=ruil_id,
        )
        for nummer, helft in enumerate(helften)
    )
    return eerste, tweede


def laat_vervallen(gemeente: str, rol: str, wijziging_id: UUID, *, door: str) -> PiketwijzigingVervallen:
    """Take a change back: the rotation holds again."""
    return PiketwijzigingVervallen(gemeente=gemeente, rol=rol, wijziging_id=wijziging_id, door=door)
