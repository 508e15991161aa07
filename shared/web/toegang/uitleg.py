"""Why somebody may not do something: what it is, who can, and what to do now. Never whether a thing exists."""

from shared.profiel.schema import Rol
from shared.web.toegang.actienamen import ACTIENAMEN
from shared.web.toegang.acties import ACTIES
from shared.woorden import opsomming, rolnaam


def waarom_niet(rol: Rol, actie: str) -> str:
    """Say it from the table of roles alone, before anything was looked up."""
    wat, rollen = ACTIENAMEN[actie], ACTIES[actie]
    kan = f" Dat kan alleen met de rol {opsomming(sorted(map(rolnaam, rollen)), 'of')}." if rollen else ""
    return (
        f"Uw rol mag dit niet doen of zien. Het gaat om: {wat[:1].lower()}{wat[1:]}.{kan} U bent nu aangemeld als "
        f"{rolnaam(rol)}. Hoort dit bij uw werk? Vraag het beheer van Meldketen bij de gemeente om een "
        "link voor de juiste rol."
    )
