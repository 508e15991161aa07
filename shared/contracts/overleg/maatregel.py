"""What overleg tells of measures."""

from enum import StrEnum
from uuid import UUID

from shared.contracts.base import Fact, Tijdstip


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
