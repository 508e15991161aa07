"""What escalatie tells of people on call: confirmations that lapse, the rota, the channels. Duty codes, never names."""

from typing import Literal
from uuid import UUID

from shared.contracts.base import Fact, Tijdstip
from shared.contracts.escalatie.basis import Stap


class BevestigingVerlopen(Fact):
    """Somebody took it on and nothing followed: it is open again, and people are warned again."""

    escalatie_id: UUID
    bevestigd_op: Tijdstip
    trede: int
    ronde: int
    rollen: tuple[str, ...]
    klim_op: Tijdstip
    te_laat: bool = False


class BevestigingIngetrokken(Fact):
    """A role took its confirmation back. `heropend`: nobody else had confirmed, so people are warned again."""

    escalatie_id: UUID
    door: str
    stap: Stap
    weg: Literal["pagina", "api"]
    heropend: bool = False
    trede: int = 0
    ronde: int = 1
    rollen: tuple[str, ...] = ()
    klim_op: Tijdstip | None = None
    tweede_stap_uiterlijk: Tijdstip | None = None
    """The second step counts as not done any more: until then somebody can still do it."""


class LinkGevraagd(Fact):
    """The link in a notice had expired and another was asked for: the notice goes out once more, to that role alone."""

    escalatie_id: UUID
    rol: str
    stap: Stap
    trede: int
    ronde: int
    """Below 0: the rounds of a ladder begin at 1, and no notice is the same as another."""
    op: Tijdstip


class PiketGewijzigd(Fact):
    """For a while somebody else has duty than the profile's rota says. `dienst` is a duty code of the profile."""

    wijziging_id: UUID
    rol: str
    dienst: str
    van: Tijdstip
    tot: Tijdstip
    soort: Literal["vervanging", "ruil", "agenda"]
    """`agenda`: read from a calendar; `ruil`: one of the two halves of a swap."""
    ruil_id: UUID | None = None
    door: str


class PiketwijzigingVervallen(Fact):
    """A change of the rota was taken back."""

    wijziging_id: UUID
    rol: str
    door: str


class PiketOvergedragen(Fact):
    """Duty passed to another, who was told so, or could not be told."""

    rol: str
    dienst: str
    vorige: str | None = None
    van: Tijdstip
    tot: Tijdstip | None = None
    lopend: int = 0
    """Escalations that were going on at that moment."""
    uitkomst: Literal["gemeld", "niet-gemeld"]
    kanaal: str | None = None
    reden: str | None = None
    poging: int = 1
    opnieuw_op: Tijdstip | None = None


class PiketgatGevonden(Fact):
    """A stretch of time in which nobody has duty, found beforehand."""

    gat_id: UUID
    rol: str
    van: Tijdstip
    tot: Tijdstip
    escalatie_id: UUID


class KanaalGetest(Fact):
    """Somebody pressed the test button of a channel. `kanaal` is its kind, never its address."""

    rol: str
    dienst: str | None = None
    kanaal: str
    gelukt: bool
    reden: str | None = None
    door: str


class AlarmAangekomen(Fact):
    """A channel told that the notice reached a device: a receipt, not a confirmation."""

    escalatie_id: UUID
    alarm_id: UUID
    rol: str
