"""Who is asking: a role, never a person."""

from dataclasses import dataclass

from starlette.requests import Request

from shared.profiel.schema import Rol
from shared.web.toegang.acties import ACTIES, OPENBAAR
from shared.web.weigering import GeenToegang

SCOPE_KEY = "meldketen.wie"


@dataclass(frozen=True, slots=True)
class Wie:
    """A role with its limits.

    `id` names the key or the session (it is no secret), and is empty for the public. `csrf` is what the forms of a
    session carry; a key has none. `account` is the pseudonym under which somebody signs in again and again.
    `alleen_lezen`: a key that changes nothing.
    """

    rol: Rol | None = None
    locatie: str | None = None
    gemeente: str | None = None
    id: str = ""
    csrf: str = ""
    account: str = ""
    alleen_lezen: bool = False

    @property
    def aangemeld(self) -> bool:
        """Whether a key or a session came along."""
        return self.rol is not None

    @property
    def actor(self) -> str:
        """Who this is in the audit: the account, or else the key."""
        return self.account or self.id


IEDEREEN = Wie()


def wie(request: Request) -> Wie:
    """Who sent this request, as the guard of the route established it."""
    gevonden = request.scope.get(SCOPE_KEY)
    return gevonden if isinstance(gevonden, Wie) else IEDEREEN


def mag(wie: Wie, actie: str) -> bool:
    """Whether this role may do this: only what the table grants."""
    rollen = ACTIES.get(actie)
    return rollen is OPENBAAR or (rollen is not None and wie.rol in rollen)


def mag_locatie(wie: Wie, locatie: str) -> bool:
    """Whether this location is theirs: a key or session that is bound to one sees no other."""
    return wie.locatie == locatie if wie.locatie or wie.rol is Rol.COA else True


def eis_locatie(wie: Wie, locatie: str) -> None:
    """Refuse another location than one's own.

    Raises:
        GeenToegang: the key or session is bound to another location (403).
    """
    if not mag_locatie(wie, locatie):
        raise GeenToegang("U ziet alleen uw eigen locatie.")
