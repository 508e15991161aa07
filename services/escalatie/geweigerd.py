"""A COA message that could not be taken. Strictness must not silence LVS-0.3: somebody looks now. Pure."""

from datetime import datetime, timedelta
from uuid import UUID

from shared.coaberichten import GEWORDEN, in_gewone_woorden
from shared.contracts.escalatie import DrempelHerzien, DrempelOverschreden, Herkomst
from shared.contracts.intake import CoaBerichtAfgehandeld, IncidentGeweigerd
from shared.profiel.eigen import INCIDENT_GEWEIGERD as CODE
from shared.profiel.eigen import NAMEN
from shared.profiel.schema import Ladder, Profiel, Rol, Trede
from shared.woorden import rolnaam

REGEL = "LVS-0.3"
WAT_NU = (
    "Bel het COA en vraag wat er is gebeurd. Zijn er gevolgen voor de openbare orde, dan belt het COA de politie. "
    "Laat het COA het incident opnieuw doorgeven. Handel daarna het bericht af op de pagina COA-berichten."
)
WAT_NU_COA = (
    "Zijn er gevolgen voor de openbare orde? Bel dan zelf de politie: 112 bij gevaar, anders 0900-8844. "
    "Geef het incident daarna opnieuw door: met uw eigen systeem, of in Meldketen bij 'Meld een incident'."
)
"""For who sent it: nobody calls himself, and no one else knows what was in it."""
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


def geweigerd(
    weigering: IncidentGeweigerd, escalatie_id: UUID, feit: str, *, profielversie: str, op: datetime
) -> DrempelOverschreden:
    """Say what crossed: one message that could not be read. `op`: when, so that its sender knows which one it was."""
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
        voorgevallen_op=op,
    )


def afgehandeld(klaar: CoaBerichtAfgehandeld, escalatie_id: UUID, feit: str, wachten: int) -> DrempelHerzien:
    """Say with the escalation what became of a message. `wachten`: how many others of it nobody handled yet."""
    rest = (
        f"Er {'wacht' if wachten == 1 else 'wachten'} nog {wachten}."
        if wachten
        else "Er is geen bericht meer af te handelen. Sluit de escalatie als er niets meer te doen is."
    )
    return DrempelHerzien(
        gemeente=klaar.gemeente,
        locatie=klaar.locatie,
        escalatie_id=escalatie_id,
        drempel=CODE,
        regel=REGEL,
        oorzaak="alsnog-gebeurd",
        door_feit=feit,
        telling=wachten,
        grens=1,
        nog_overschreden=wachten > 0,
        uitleg=f"Het bericht is afgehandeld door {rolnaam(klaar.door)}: {GEWORDEN[klaar.uitkomst]}. {rest}",
    )
