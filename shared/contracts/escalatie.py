"""What escalatie tells the others. To whom is a role, never a name."""

from enum import StrEnum
from typing import Literal
from uuid import UUID

from shared.contracts.base import Fact, Tijdstip


class Herkomst(StrEnum):
    """Where the number in a rule comes from."""

    DOCUMENT = "document"
    GEMEENTE = "gemeente"


class Venster(Fact):
    """The window in which was counted."""

    gemeente: str = ""
    van: Tijdstip
    tot: Tijdstip


class DrempelOverschreden(Fact):
    """A threshold of the profile was crossed; everything that explains it stands here (promise 8)."""

    escalatie_id: UUID
    drempel: str
    regel: str
    herkomst: Herkomst
    ingesteld_op: str | None = None
    profielversie: str
    feiten: tuple[str, ...]
    """`ce-id` of every event that counted."""
    venster: Venster | None
    telling: int
    grens: int


class EscalatieGeopend(Fact):
    """People must act now. One situation is one escalation."""

    escalatie_id: UUID
    drempel: str
    regel: str
    ladder: str
    meldingen: tuple[UUID, ...] = ()
    stelt_overleg_voor: str | None = None
    """Code of the series of which an extra meeting is proposed (LVS-1.6: `driehoek`)."""


class EscalatieGevoed(Fact):
    """A follow-up joined the open escalation instead of opening a second one."""

    escalatie_id: UUID
    meldingen: tuple[UUID, ...]
    feiten: tuple[str, ...]


class Stap(StrEnum):
    """What a person confirms."""

    ONTVANGEN = "ontvangen"
    BURGEMEESTER_INGELICHT = "burgemeester-ingelicht"


class _Alarm(Fact):
    escalatie_id: UUID
    alarm_id: UUID
    rol: str
    trede: int
    poging: int
    stap: Stap = Stap.ONTVANGEN


class AlarmVerzonden(_Alarm):
    """A channel took the notice. `te_laat`: after its time, because the service had stopped."""

    kanaal: str
    te_laat: bool = False


class AlarmNietVerzonden(Fact):
    """A notice was not sent, and why (promise 6)."""

    escalatie_id: UUID | None = None
    alarm_id: UUID | None = None
    rol: str | None = None
    trede: int | None = None
    poging: int = 1
    reden: str


class EscalatieBevestigd(Fact):
    """A person took it on."""

    escalatie_id: UUID
    door: str
    stap: Stap
    trede: int
    weg: Literal["link", "pagina", "api"]


class PolitieIngelicht(Fact):
    """First step of LVS-0.3: the police confirmed."""

    escalatie_id: UUID
    op: Tijdstip


class BurgemeesterIngelicht(Fact):
    """Second step of LVS-0.3: the police informed the burgemeester."""

    escalatie_id: UUID
    op: Tijdstip


class EscalatieOpgeschaald(Fact):
    """Nobody confirmed in time: the next step of the ladder is warned."""

    escalatie_id: UUID
    trede: int
    reden: str
    te_laat: bool = False


class EscalatieGesloten(Fact):
    """The situation is over."""

    escalatie_id: UUID
    door: str
    uitkomst: str
