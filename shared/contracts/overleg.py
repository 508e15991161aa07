"""What overleg tells the others: meetings, agendas, agreements and measures."""

from enum import StrEnum
from uuid import UUID

from shared.contracts.base import Fact, Tijdstip


class _OverOverleg(Fact):
    overleg_id: UUID


class OverlegGepland(_OverOverleg):
    """A meeting of a series stands in the calendar; `regel` says why it is held."""

    soort: str
    reeks: str
    aanvang: Tijdstip
    deelnemers: tuple[str, ...]
    regel: str
    voorlopig: bool = False
    """The rhythm goes on until the evaluation has decided (LVS-2.4 outside the three months)."""


class OverlegVoorgesteld(_OverOverleg):
    """A meeting outside the rhythm is proposed: ad hoc LVOS before arrival, or an extra driehoek (LVS-1.2, LVS-1.6)."""

    soort: str
    reeks: str
    aanvang: Tijdstip
    deelnemers: tuple[str, ...]
    regel: str
    escalatie_id: UUID | None = None
    reden: str = ""
    """Dutch, made of codes: what asks for this meeting."""


class OverlegGeannuleerd(_OverOverleg):
    """A planned meeting does not take place; its items moved on."""

    reden: str


class OverlegGeopend(_OverOverleg):
    """The meeting began."""


class OverlegGesloten(_OverOverleg):
    """The meeting ended; its record is final."""

    besproken: int
    doorgeschoven: int
    tekstzegel: str | None = None


class _OverAgendapunt(_OverOverleg):
    agendapunt_id: UUID
    meldingen: tuple[UUID, ...] = ()


class AgendapuntToegevoegd(_OverAgendapunt):
    """A melding or incident stands on the agenda (LVS-2.4)."""

    regel: str
    vertrouwelijk: bool = False
    escalatie_id: UUID | None = None
    van_overleg_id: UUID | None = None
    """The meeting that did not get to it; the item keeps its id."""


class AgendapuntBesproken(_OverAgendapunt):
    """The meeting discussed the item."""


class AgendapuntDoorgeschoven(_OverAgendapunt):
    """The item was not discussed and moves to the next meeting."""

    naar_overleg_id: UUID


class GerichtOp(StrEnum):
    """At what a measure is aimed."""

    PERSOON = "persoon"
    GEBIED = "gebied"
    GROEP = "groep"


class MaatregelOpgelegd(Fact):
    """A measure is in force from `ingaande` to `eindigt`. `betrokkene` is a random id, never a person's data."""

    maatregel_id: UUID
    soort: str
    grondslag: str
    bevoegd_gezag: str
    ingaande: Tijdstip
    eindigt: Tijdstip | None
    gericht_op: GerichtOp
    gebied: str | None = None
    betrokkene: UUID | None = None
    om_geraadpleegd_op: Tijdstip | None = None
    overleg_id: UUID | None = None
    meldingen: tuple[UUID, ...] = ()
    regel: str


class MaatregelVerlopen(Fact):
    """The term of a measure ended."""

    maatregel_id: UUID
