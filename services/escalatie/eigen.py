"""What Meldketen warns about itself: nobody has duty, or it lags behind. Silence is never an outcome. Pure."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Literal
from uuid import UUID

from services.escalatie.rooster import Beurt
from services.escalatie.woorden import rol_naam, tijdstip
from shared.contracts.escalatie import DrempelOverschreden, Herkomst
from shared.profiel.eigen import ACHTER, NAMEN, PIKETGAT
from shared.profiel.schema import Ladder, Profiel, Rol, Trede

REGEL = "MK-6"
"""Promise 6 of Meldketen itself: silence is never an outcome."""


def _ladder(code: str, rollen: tuple[Rol, ...], wacht: timedelta, belang: Literal["hoogste", "normaal"]) -> Ladder:
    treden = (Trede(rollen=rollen, wacht=wacht), Trede(rollen=(Rol.OOV, *rollen), wacht=wacht))
    return Ladder(code=code, regel=REGEL, herkomst=Herkomst.DOCUMENT, treden=treden, herhaal=4 * wacht, belang=belang)


STANDAARD = {
    PIKETGAT: _ladder(PIKETGAT, (Rol.OOV, Rol.BEHEER), timedelta(hours=24), "normaal"),
    ACHTER: _ladder(ACHTER, (Rol.BEHEER, Rol.PIKET), timedelta(minutes=15), "hoogste"),
}
"""Where the profile has no ladder of this name."""


@dataclass(frozen=True, slots=True)
class Eigen:
    """Something that is the matter with Meldketen itself."""

    code: str
    omschrijving: str
    wat_nu: str
    toelichting: str
    voorgevallen_op: datetime


def ladder(profiel: Profiel, code: str) -> Ladder:
    """Give the profile's own ladder for this, or the standard one."""
    return profiel.ladder(code) or STANDAARD[code]


def piketgat(profiel: Profiel, rol: str, gat: Beurt, op: datetime) -> Eigen:
    """Nobody has duty for a while."""
    van, tot = tijdstip(gat.van, profiel.zone), tijdstip(gat.tot, profiel.zone)
    return Eigen(
        PIKETGAT,
        NAMEN[PIKETGAT],
        "Zet in het rooster wie er dan dienst heeft. Zolang dat niet is gebeurd, krijgt de vervanger de berichten.",
        f"Voor {rol_naam(rol)} staat niemand in het rooster van {van} tot {tot}.",
        op,
    )


def achterstand(redenen: list[str], op: datetime) -> Eigen:
    """Meldketen does not do in time what it must do."""
    return Eigen(
        ACHTER,
        NAMEN[ACHTER],
        "Bel elkaar over wat nu speelt, want berichten kunnen te laat komen. Het beheer kijkt op de pagina Beheer.",
        "; ".join(redenen),
        op,
    )


def overschreden(eigen: Eigen, profiel: Profiel, escalatie_id: UUID, feit: str) -> DrempelOverschreden:
    """Say what crossed."""
    return DrempelOverschreden(
        gemeente=profiel.gemeente.code,
        escalatie_id=escalatie_id,
        drempel=eigen.code,
        regel=REGEL,
        herkomst=Herkomst.DOCUMENT,
        profielversie=profiel.versie,
        feiten=(feit,),
        venster=None,
        telling=1,
        grens=1,
        omschrijving=eigen.omschrijving,
        wat_nu=eigen.wat_nu,
        toelichting=eigen.toelichting,
        voorgevallen_op=eigen.voorgevallen_op,
    )
