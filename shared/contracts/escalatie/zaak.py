"""An escalation from its opening to its end, and every notice of it. To whom is a role, never a name."""

from datetime import timedelta
from typing import Literal
from uuid import UUID

from shared.contracts.base import Fact, Tijdstip
from shared.contracts.escalatie.basis import Stap, _Deel


class VasteTrede(_Deel):
    """One step of the ladder as it was at the opening: whom to warn, and how long to wait for them."""

    rollen: tuple[str, ...]
    wacht: timedelta
    keren: int = 1
    """How often this step is warned before the next one is."""
    kanaal: Literal["belangrijk", "gewoon"] = "belangrijk"


class VasteStilte(_Deel):
    """The hours in which nobody is disturbed for what can wait, as they were at the opening: `22:00`, `07:00`."""

    van: str
    tot: str
    tijdzone: str


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
    belang: Literal["hoogste", "normaal"] = "hoogste"
    stilte: VasteStilte | None = None
    """Quiet hours; none for what is of the highest importance."""
    verloopt_na: timedelta | None = None
    """How long a confirmation holds when nothing follows it."""
    vervolg_op: UUID | None = None
    """The escalation that had ended, and of which this is the sequel: one new event was enough."""
    afgesplitst_van: UUID | None = None
    """The escalation that this was a part of, until somebody saw that it was another situation."""


class EscalatieGevoed(Fact):
    """A follow-up joined the open escalation instead of opening a second one."""

    escalatie_id: UUID
    meldingen: tuple[UUID, ...]
    feiten: tuple[str, ...]


class EscalatieGesplitst(Fact):
    """Somebody saw that these were another situation: they go on as an escalation of their own."""

    escalatie_id: UUID
    nieuw: UUID
    meldingen: tuple[UUID, ...]
    feiten: tuple[str, ...]
    door: str


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
    dienst: str | None = None
    """Duty code of who had duty."""
    terugval: str | None = None
    """The role that heard it because nobody of `rol` could be reached."""
    bundel: UUID | None = None
    """It went out in one message with others for the same role."""


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
    weg: Literal["link", "pagina", "api", "antwoord"]
    tweede_stap_uiterlijk: Tijdstip | None = None
    """From this confirmation on the second step has a deadline."""
    verloopt_op: Tijdstip | None = None
    """When it does not count any more, unless something follows."""


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
