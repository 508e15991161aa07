"""What overleg tells of measures."""

from enum import StrEnum
from uuid import UUID

from shared.contracts.base import Fact, Tijdstip


class GerichtOp(StrEnum):
    """At what a measure is aimed."""

    PERSOON = "persoon"
    GEBIED = "gebied"
    GROEP = "groep"


class _OverMaatregel(Fact):
    maatregel_id: UUID


class MaatregelOpgelegd(_OverMaatregel):
    """A measure is in force from `ingaande` to `eindigt`. `betrokkene` is a random id, never a person's data."""

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
    driehoek_op: Tijdstip | None = None
    """When it was discussed with the officier van justitie in the driehoek (TB-3.3)."""
    voorwaarden: tuple[str, ...] = ()
    """Codes of the catalogue's conditions that the authority stated to be met."""
    motivering: str | None = None
    """Seal of the masked explanation, as `tekstzegel`."""
    steunt_op: UUID | None = None
    """The measure without which this one could not be: the designated area of a search (TB-3.3)."""
    agendapunt_id: UUID | None = None
    waarschuw_op: Tijdstip | None = None
    """When to say that the end is near; None: nobody is told (no end, or it touches health)."""


class MaatregelVerlengd(_OverMaatregel):
    """The measure goes on until a later end, counted as extension number `keer`."""

    eindigt: Tijdstip
    van: Tijdstip | None = None
    """Its end before this."""
    keer: int = 1
    regel: str = ""
    motivering: str | None = None
    waarschuw_op: Tijdstip | None = None


class MaatregelIngetrokken(_OverMaatregel):
    """The measure is over from now on, before its term; one that had not begun never does."""

    door: str = ""
    motivering: str | None = None


class MaatregelLooptAf(_OverMaatregel):
    """The end is near: somebody decides whether it ends or goes on. Never of a measure that touches health."""

    soort: str
    eindigt: Tijdstip
    regel: str = ""


class MaatregelVerlopen(_OverMaatregel):
    """The term of a measure ended."""
