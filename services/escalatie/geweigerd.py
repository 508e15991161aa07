"""A COA message that could not be taken. Strictness must not silence LVS-0.3: somebody looks now. Pure."""

from datetime import timedelta
from uuid import UUID

from shared.coaberichten import in_gewone_woorden
from shared.contracts.escalatie import DrempelOverschreden, Herkomst
from shared.contracts.intake import IncidentGeweigerd
from shared.profiel.eigen import INCIDENT_GEWEIGERD as CODE
from shared.profiel.eigen import NAMEN
from shared.profiel.schema import Ladder, Profiel, Rol, Trede

REGEL = "LVS-0.3"
WAT_NU = (
    "Bel het COA en vraag wat er is gebeurd. Zijn er gevolgen voor de openbare orde, dan belt het COA de politie. "
    "Laat het COA het incident opnieuw doorgeven. Handel daarna het bericht af op de pagina COA-berichten."
)
STANDAARD = Ladder(
    code=CODE,
    regel=REGEL,
    herkomst=Herkomst.DOCUMENT,
    treden=(
        Trede(rollen=(Rol.PIKET, Rol.COA), wacht=timedelta(minutes=10)),
        Trede(rollen=(Rol.OOV, Rol.PIKET, Rol.COA), wacht=timedelta(minutes=10)),
    ),
    herhaal=timedelta(minutes=15),
)
"""Where the profile has no ladder of this name: piket and COA, then OOV as well."""


def ladder_bij_weigering(profiel: Profiel) -> Ladder:
    """Give the profile's own ladder for this, or the standard one."""
    return profiel.ladder(CODE) or STANDAARD


def geweigerd(weigering: IncidentGeweigerd, escalatie_id: UUID, feit: str, profielversie: str) -> DrempelOverschreden:
    """Say what crossed: one message that could not be read."""
    return DrempelOverschreden(
        gemeente=weigering.gemeente,
        locatie=weigering.locatie,
        escalatie_id=escalatie_id,
        drempel=CODE,
        regel=REGEL,
        herkomst=Herkomst.DOCUMENT,
        profielversie=profielversie,
        feiten=(feit,),
        venster=None,
        telling=1,
        grens=1,
        omschrijving=NAMEN[CODE],
        wat_nu=WAT_NU,
        toelichting=in_gewone_woorden(weigering.reden),
    )
