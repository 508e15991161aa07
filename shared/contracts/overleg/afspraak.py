"""What overleg tells of agreements: who does what by when (KG-2.2.1)."""

from uuid import UUID

from shared.contracts.base import Fact, Tijdstip


class _OverAfspraak(Fact):
    afspraak_id: UUID


class AfspraakGemaakt(_OverAfspraak):
    """A partner does something by a moment; what it is stands in the text behind the seal."""

    wie: str
    """Code of a partner in the profile, never a name."""
    uiterlijk: Tijdstip
    tekstzegel: str
    agendapunt_id: UUID | None = None
    overleg_id: UUID | None = None
    meldingen: tuple[UUID, ...] = ()
    regel: str
    herinner_op: Tijdstip | None = None


class AfspraakVerzet(_OverAfspraak):
    """The agreement stands for a later or earlier moment."""

    van: Tijdstip
    naar: Tijdstip
    herinner_op: Tijdstip | None = None
    tekstzegel: str | None = None


class AfspraakNagekomen(_OverAfspraak):
    """It was done."""

    door: str = ""
    te_laat: bool = False
    tekstzegel: str | None = None
    """What came of it."""


class AfspraakVervallen(_OverAfspraak):
    """It need not be done any more."""

    door: str = ""
    tekstzegel: str | None = None


class AfspraakHerinnerd(_OverAfspraak):
    """The term is near and nobody said that it was done: whoever does it is reminded."""

    wie: str
    uiterlijk: Tijdstip


class AfspraakTeLaat(_OverAfspraak):
    """The term is over and nobody said that it was done."""

    wie: str
    uiterlijk: Tijdstip
    regel: str
