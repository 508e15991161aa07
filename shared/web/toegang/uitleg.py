"""Why somebody may not do something: what it is, who can, and what to do now. Never whether a thing exists."""

from collections.abc import Collection

from shared.profiel.schema import Rol
from shared.web.toegang.actienamen import ACTIENAMEN
from shared.web.toegang.acties import ACTIES
from shared.woorden import rolnaam


def waarom_niet(rol: Rol, actie: str) -> str:
    """Say it from the table of roles alone, before anything was looked up."""
    wat, rollen = ACTIENAMEN[actie], ACTIES[actie]
    kan = f" Dat kan alleen met de rol {_of(rollen)}." if rollen else ""
    return (
        f"Uw rol mag dit niet doen of zien. Het gaat om: {wat[:1].lower()}{wat[1:]}.{kan} U bent nu aangemeld als "
        f"{rolnaam(rol)}. Hoort dit bij uw werk? Vraag de beheerder van uw organisatie om een link voor de juiste rol."
    )


def _of(rollen: Collection[Rol]) -> str:
    *eerste, laatste = sorted(map(rolnaam, rollen))
    return f"{', '.join(eerste)} of {laatste}" if eerste else laatste
