"""What escalatie tells the others. To whom is a role, never a name."""

from datetime import timedelta
from enum import StrEnum
from typing import Literal
from uuid import UUID

from pydantic import BaseModel

from shared.contracts.base import Fact, Tijdstip


class _Deel(BaseModel):
    """A part of a fact."""

    model_config = Fact.model_config


class Herkomst(StrEnum):
    """Where the number in a rule comes from."""

    DOCUMENT = "document"
    GEMEENTE = "gemeente"


class Stap(StrEnum):
    """What a person confirms."""

    ONTVANGEN = "ontvangen"
    BURGEMEESTER_INGELICHT = "burgemeester-ingelicht"


class Venster(_Deel):
    """The window in which was counted, both ends included."""

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
    omschrijving: str = ""
    """What this threshold watches, in the words of the profile at that moment."""
    wat_nu: str = ""
    """What to do now, in the words of the profile at that moment."""
    toelichting: str = ""
    """What may be told besides, in Dutch: never a value that somebody sent."""
    voorgevallen_op: Tijdstip | None = None
    """When the last of it happened."""
    politie_gebeld_op: Tijdstip | None = None
    """When the COA called the police, as far as it said so (LVS-0.3)."""


class VasteTrede(_Deel):
    """One step of the ladder as it was at the opening: whom to warn, and how long to wait for them."""

    rollen: tuple[str, ...]
    wacht: timedelta


class VasteTweedeStap(_Deel):
    """The confirmation that must follow the first, as it was at the opening."""

    stap: Stap
    door: tuple[str, ...]
    binnen: timedelta
    anders: tuple[str, ...]


class EscalatieGeopend(Fact):
    """People must act now. One situation is one escalation. The ladder is frozen here."""

    escalatie_id: UUID
    drempel: str
    regel: str
    ladder: str
    meldingen: tuple[UUID, ...] = ()
    stelt_overleg_voor: str | None = None
    """Code of the series of which an extra meeting is proposed (LVS-1.6: `driehoek`)."""
    treden: tuple[VasteTrede, ...] = ()
    herhaal: timedelta = timedelta(minutes=15)
    tweede_stap: VasteTweedeStap | None = None
    klim_op: Tijdstip | None = None
    """When the next step is warned if nobody confirmed."""


class EscalatieGevoed(Fact):
    """A follow-up joined the open escalation instead of opening a second one."""

    escalatie_id: UUID
    meldingen: tuple[UUID, ...]
    feiten: tuple[str, ...]


class _Alarm(Fact):
    escalatie_id: UUID
    alarm_id: UUID
    """One notice; each attempt to deliver it has the same."""
    rol: str
    trede: int
    poging: int
    stap: Stap = Stap.ONTVANGEN
    ronde: int = 1
    """Which repetition of this step it is."""


class AlarmVerzonden(_Alarm):
    """A channel took the notice. `te_laat`: after its time, because the service had stopped."""

    kanaal: str
    te_laat: bool = False


class AlarmNietVerzonden(Fact):
    """A notice was not sent, and why (promise 6). Without `alarm_id`: no escalation was opened at all."""

    escalatie_id: UUID | None = None
    alarm_id: UUID | None = None
    rol: str | None = None
    trede: int | None = None
    poging: int = 1
    reden: str
    stap: Stap = Stap.ONTVANGEN
    ronde: int = 1
    kanaal: str | None = None
    opnieuw_op: Tijdstip | None = None
    """When it is tried again; None: not by itself."""
    drempel: str | None = None
    regel: str | None = None
    feiten: tuple[str, ...] = ()
    """`ce-id` of the events that would have opened an escalation."""


class EscalatieBevestigd(Fact):
    """A person took it on."""

    escalatie_id: UUID
    door: str
    stap: Stap
    trede: int
    weg: Literal["link", "pagina", "api"]
    tweede_stap_uiterlijk: Tijdstip | None = None
    """From this confirmation on the second step has a deadline."""


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
    rollen: tuple[str, ...] = ()
    klim_op: Tijdstip | None = None


class StapGemist(Fact):
    """The second step was not confirmed before its deadline: others are warned (LVS-0.3: a missed step is visible)."""

    escalatie_id: UUID
    stap: Stap
    trede: int
    rollen: tuple[str, ...]
    uiterlijk: Tijdstip
    volgende_op: Tijdstip
    te_laat: bool = False


class AlarmHerhaald(Fact):
    """Still no confirmation, and no further step to climb to: the same people are warned again."""

    escalatie_id: UUID
    stap: Stap
    trede: int
    ronde: int
    rollen: tuple[str, ...]
    volgende_op: Tijdstip
    te_laat: bool = False


class EscalatieGesloten(Fact):
    """The situation is over."""

    escalatie_id: UUID
    door: str
    uitkomst: str
