"""A measure: what is asked, what was imposed, and when it is over. Its limits stand in `grenzen`."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import assert_never
from uuid import UUID
from zoneinfo import ZoneInfo

from shared.contracts.overleg import GerichtOp, MaatregelOpgelegd, MaatregelVerlopen
from shared.facts import Fout, NietGevonden, OngeldigeInvoer, Rejected
from shared.profiel.schema import Maatregelsoort, Rol

MaatregelFact = MaatregelOpgelegd | MaatregelVerlopen


class MaatregelGeweigerd(Rejected):
    """A measure that breaks a limit is not imposed; `regel` is the line of the catalogue that sets the limit."""

    def __init__(self, reden: str, regel: str) -> None:
        super().__init__(reden)
        self.regel = regel  # type: ignore[misc]  # the catalogue's rule is data of the profile, not of this class


class AndereAanvraag(Rejected):
    """An id that was used stands for the request that came with it, not for another one."""


class MaatregelOnbekend(NietGevonden):
    """There is no measure with this id."""


@dataclass(frozen=True, slots=True)
class Aanvraag:
    """What somebody wants to impose: ids, codes and moments only, so a name cannot be among it (LVS-2.2)."""

    gericht_op: GerichtOp
    ingaande: datetime
    eindigt: datetime | None = None
    gebied: str | None = None
    betrokkene: UUID | None = None
    om_geraadpleegd_op: datetime | None = None
    overleg_id: UUID | None = None
    meldingen: tuple[UUID, ...] = ()
    grondslag: str | None = None
    bevoegd_gezag: Rol | None = None
    """Whoever states basis and authority states those of the catalogue: they are compared, never stored."""


@dataclass(frozen=True, slots=True)
class Maatregel:
    """A measure that was imposed; it counts in the time from `ingaande` up to `eindigt`."""

    id: UUID
    soort: str
    gemeente: str
    locatie: str
    betrokkene: UUID | None
    ingaande: datetime
    eindigt: datetime | None
    verlopen: bool = False


@dataclass(frozen=True, slots=True)
class Catalogus:
    """The measures this municipality knows, its areas, and the zone in which its months are counted."""

    soorten: Mapping[str, Maatregelsoort]
    gebieden: Collection[str]
    zone: ZoneInfo

    def soort(self, code: str) -> Maatregelsoort:
        """The kind of measure.

        Raises:
            OngeldigeInvoer: the municipality's catalogue does not have it.
        """
        if code not in self.soorten:
            raise OngeldigeInvoer(Fout("soort", f"kies een van: {', '.join(self.soorten)}"))
        return self.soorten[code]


def given(facts: Iterable[MaatregelFact]) -> Maatregel:
    """What became of a measure.

    Raises:
        MaatregelOnbekend: nothing is known of it.
    """
    maatregel: Maatregel | None = None
    for fact in facts:
        maatregel = evolve(maatregel, fact)
    if maatregel is None:
        raise MaatregelOnbekend("Deze maatregel bestaat niet. Kijk in de lijst van maatregelen.")
    return maatregel


def leg_op(
    soort: Maatregelsoort, aanvraag: Aanvraag, *, maatregel_id: UUID, gemeente: str, locatie: str
) -> MaatregelOpgelegd:
    """Impose a measure that passed `toets`."""
    return MaatregelOpgelegd(
        gemeente=gemeente,
        locatie=locatie,
        maatregel_id=maatregel_id,
        soort=soort.code,
        grondslag=soort.grondslag,
        bevoegd_gezag=soort.bevoegd,
        ingaande=aanvraag.ingaande,
        eindigt=aanvraag.eindigt,
        gericht_op=aanvraag.gericht_op,
        gebied=aanvraag.gebied,
        betrokkene=aanvraag.betrokkene,
        om_geraadpleegd_op=aanvraag.om_geraadpleegd_op,
        overleg_id=aanvraag.overleg_id,
        meldingen=aanvraag.meldingen,
        regel=soort.regel,
    )


def verloop(maatregel: Maatregel, op: datetime) -> list[MaatregelFact]:
    """The term is over; once."""
    if maatregel.verlopen or maatregel.eindigt is None or op < maatregel.eindigt:
        return []
    return [MaatregelVerlopen(gemeente=maatregel.gemeente, locatie=maatregel.locatie, maatregel_id=maatregel.id)]


def evolve(maatregel: Maatregel | None, fact: MaatregelFact) -> Maatregel:
    """The measure after one more fact; never refuses."""
    match fact:
        case MaatregelOpgelegd():
            return van(fact)
        case MaatregelVerlopen():
            assert maatregel is not None, "a measure begins with being imposed"  # noqa: S101
            return replace(maatregel, verlopen=True)
        case _:
            assert_never(fact)


def van(fact: MaatregelOpgelegd) -> Maatregel:
    """What the limits need to know of an imposed measure."""
    return Maatregel(
        fact.maatregel_id, fact.soort, fact.gemeente, fact.locatie, fact.betrokkene, fact.ingaande, fact.eindigt
    )
