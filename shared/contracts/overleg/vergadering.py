"""What overleg tells of a meeting: planned, moved, held, closed."""

from datetime import date
from typing import Literal
from uuid import UUID

from shared.contracts.base import Fact, Tijdstip


class _OverOverleg(Fact):
    overleg_id: UUID


class _Aankondiging(_OverOverleg):
    soort: str
    reeks: str
    aanvang: Tijdstip
    deelnemers: tuple[str, ...]
    regel: str
    dag: date | None = None
    """The day of the rhythm, also where a public holiday moved the meeting; None outside the rhythm."""
    einde: Tijdstip | None = None
    sluiten_voor: Tijdstip | None = None
    """When its items have waited too long, if nobody closed the meeting by then (LVS-2.4)."""


class OverlegGepland(_Aankondiging):
    """A meeting of a series stands in the calendar; `regel` says why it is held."""

    voorlopig: bool = False
    """The rhythm goes on until the evaluation has decided (LVS-2.4 outside the three months)."""


class OverlegVoorgesteld(_Aankondiging):
    """A meeting outside the rhythm is proposed: ad hoc LVOS before arrival, or an extra driehoek (LVS-1.2, LVS-1.6)."""

    escalatie_id: UUID | None = None
    reden: str = ""
    """Dutch, made of codes: what asks for this meeting."""


class OverlegBevestigd(_OverOverleg):
    """A meeting that was proposed goes on; it stands in the calendar as one that was planned (LVS-1.6)."""

    door: str
    """The role that decided."""
    regel: str = ""
    tekstzegel: str | None = None


class OverlegVerzet(_OverOverleg):
    """A meeting takes place at another moment. `reden` is Dutch, made of codes; what somebody wrote stands apart."""

    van: Tijdstip
    naar: Tijdstip
    regel: str = ""
    reden: str = ""
    door: Literal["mens", "reeks"] = "mens"
    """`reeks`: the profile or an earlier meeting changed and this one follows."""
    tekstzegel: str | None = None
    einde: Tijdstip | None = None
    sluiten_voor: Tijdstip | None = None


class OverlegGeannuleerd(_OverOverleg):
    """A planned meeting does not take place; its items moved on."""

    reden: str
    regel: str = ""
    door: Literal["mens", "reeks"] = "mens"
    tekstzegel: str | None = None


class OverlegGeopend(_OverOverleg):
    """The meeting began."""


class AanwezigheidGenoteerd(_OverOverleg):
    """Who sat at the table, as codes of the profile; noted again it replaces what was noted."""

    aanwezig: tuple[str, ...]
    afwezig: tuple[str, ...] = ()


class OverlegGesloten(_OverOverleg):
    """The meeting ended; its record is final. `redenzegel`: why before its day, or without the municipality."""

    besproken: int
    doorgeschoven: int
    tekstzegel: str | None = None
    redenzegel: str | None = None


class VerslagGecorrigeerd(_OverOverleg):
    """Something in a final record was wrong: the record stays, this stands beside it."""

    agendapunt_id: UUID | None = None
    tekstzegel: str
    vertrouwelijk: bool = False


class EvaluatieBesloten(Fact):
    """What the evaluation decided about a series: it goes on as it was, or comes together when needed (LVS-1.3)."""

    besluit_id: UUID
    reeks: str
    uitkomst: Literal["doorgaan", "ad-hoc"]
    vanaf: date
    overleg_id: UUID | None = None
    regel: str
