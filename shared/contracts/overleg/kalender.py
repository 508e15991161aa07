"""What overleg tells of calendars: secret links to them, and invitations."""

from typing import Literal
from uuid import UUID

from shared.contracts.base import Fact, Tijdstip


class AgendalinkGemaakt(Fact):
    """Somebody can now follow the calendar of this role; the secret itself is in no fact."""

    link_id: UUID
    rol: str
    geldig_tot: Tijdstip | None = None


class AgendalinkIngetrokken(Fact):
    """This link works no longer."""

    link_id: UUID


Uitnodigingsoort = Literal["uitnodiging", "wijziging", "annulering"]


class _Uitnodiging(Fact):
    overleg_id: UUID
    partner: str
    soort: Uitnodigingsoort
    volgnummer: int
    """SEQUENCE of the calendar entry (RFC 5545): each change raises it."""


class UitnodigingVerzonden(_Uitnodiging):
    """The mail server took the invitation, change or cancellation for a partner."""


class UitnodigingNietVerzonden(_Uitnodiging):
    """It was not sent, and why (promise 6)."""

    reden: str
    opnieuw_op: Tijdstip | None = None
