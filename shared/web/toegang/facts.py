"""What happened to access, for the audit: who as a role, never a name or a label."""

from uuid import UUID

from shared.contracts import Fact
from shared.contracts.base import Tijdstip
from shared.profiel.schema import Rol


class SleutelGemaakt(Fact):
    """Somebody can now use the API as this role."""

    sleutel_id: UUID
    rol: Rol
    geldig_tot: Tijdstip | None = None
    alleen_lezen: bool = False


class SleutelIngetrokken(Fact):
    """This key works no longer."""

    sleutel_id: UUID


class AanmeldlinkGemaakt(Fact):
    """Somebody with this link can sign in, once."""

    link_id: UUID
    rol: Rol
    geldig_tot: Tijdstip


class AanmeldlinkIngetrokken(Fact):
    """Nobody can sign in with this link any more."""

    link_id: UUID


class Aangemeld(Fact):
    """The link was used, and a session began."""

    link_id: UUID
    sessie_id: UUID
    rol: Rol


class AangemeldBijAanbieder(Fact):
    """A session began with an account of the municipality; `account` is a pseudonym."""

    sessie_id: UUID
    account: str
    rol: Rol


class Afgemeld(Fact):
    """A session was ended by who had it."""

    sessie_id: UUID


FACTS = (
    SleutelGemaakt,
    SleutelIngetrokken,
    AanmeldlinkGemaakt,
    Aangemeld,
    AangemeldBijAanbieder,
    AanmeldlinkIngetrokken,
    Afgemeld,
)
