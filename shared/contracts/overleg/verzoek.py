"""What overleg tells of requests: measures that another than the municipality takes, or means it asks for."""

from enum import StrEnum
from uuid import UUID

from shared.contracts.base import Fact


class Uitkomst(StrEnum):
    """What came of a request."""

    TOEGEZEGD = "toegezegd"
    DEELS = "deels"
    AFGEWEZEN = "afgewezen"


class _OverVerzoek(Fact):
    verzoek_id: UUID


class VerzoekGedaan(_OverVerzoek):
    """Somebody was asked for something that only they can give (LVS-0.1, LVS-0.2, TB-1.3)."""

    soort: str
    aan: str
    """Code of a partner in the profile."""
    tekstzegel: str
    betrokkene: UUID | None = None
    """A random id, never a person's data."""
    planzegel: str | None = None
    """Seal of what the plan says (TB-1.3)."""
    begroting_euro: int | None = None
    overleg_id: UUID | None = None
    agendapunt_id: UUID | None = None
    meldingen: tuple[UUID, ...] = ()
    regel: str


class VerzoekBeantwoord(_OverVerzoek):
    """The answer; a later answer replaces this one."""

    uitkomst: Uitkomst
    door: str
    tekstzegel: str | None = None
    toegekend_euro: int | None = None


class VerzoekIngetrokken(_OverVerzoek):
    """The request is not made any more."""

    door: str
