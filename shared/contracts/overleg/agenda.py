"""What overleg tells of an agenda: items, findings, decisions, and what stands on none."""

from typing import Literal
from uuid import UUID

from shared.contracts.base import Fact, Tijdstip

Puntsoort = Literal["melding", "incident", "escalatie", "vast", "verzoek", "bevindingen", "afspraak", "maatregel"]


class _OverOverleg(Fact):
    overleg_id: UUID


class _OverAgendapunt(_OverOverleg):
    agendapunt_id: UUID
    meldingen: tuple[UUID, ...] = ()


class AgendapuntToegevoegd(_OverAgendapunt):
    """Something stands on the agenda: a melding or incident (LVS-2.4), or what `soort` says."""

    regel: str
    vertrouwelijk: bool = False
    escalatie_id: UUID | None = None
    van_overleg_id: UUID | None = None
    """The meeting that did not get to it, or whose findings these are; the item keeps its id."""
    soort: Puntsoort | None = None
    """None in facts of before this field: a melding, or an escalation where `escalatie_id` is given."""
    onderwerp: str = ""
    """Code or words of the profile, never what somebody wrote."""
    afspraak_id: UUID | None = None
    maatregel_id: UUID | None = None
    tekstzegel: str | None = None


class AgendapuntBesproken(_OverAgendapunt):
    """The meeting discussed the item."""


class AgendapuntDoorgeschoven(_OverAgendapunt):
    """The item was not discussed and moves to the next meeting."""

    naar_overleg_id: UUID


class AgendaGeordend(_OverOverleg):
    """The chair put the items in another order; what is not named comes after, as it was."""

    volgorde: tuple[UUID, ...]


class BevindingGenoteerd(_OverAgendapunt):
    """What the meeting found at an item; noted again it replaces what was noted."""

    tekstzegel: str
    vertrouwelijk: bool = False


class BesluitGenomen(_OverAgendapunt):
    """What the meeting decided at an item; noted again it replaces what was noted."""

    tekstzegel: str
    vertrouwelijk: bool = False


class MelderIngelicht(_OverAgendapunt):
    """The meeting let the reporters of the item read a sentence of the profile, on which COA and police were heard."""

    zin: str
    """Its code in the profile."""
    tekst: str
    """Its words as they stood then: of the profile, never what somebody wrote."""
    regel: str
    door: str


class AgendaGemist(Fact):
    """A melding was discussed nowhere in time: on no agenda, or on that of a meeting nobody held (LVS-2.4)."""

    melding_id: UUID
    reeks: str
    """Code of the series that should have discussed it; empty where the profile names none."""
    uiterlijk: Tijdstip
    regel: str
    overleg_id: UUID | None = None
