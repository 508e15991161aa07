"""A measure from being imposed until it is over: facts and state."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from typing import assert_never
from uuid import UUID

from services.overleg.maatregel.aanvraag import Aanvraag
from services.overleg.maatregel.weigering import MaatregelOnbekend
from shared.contracts.overleg import (
    MaatregelIngetrokken,
    MaatregelLooptAf,
    MaatregelOpgelegd,
    MaatregelVerlengd,
    MaatregelVerlopen,
)
from shared.profiel.schema import Maatregelsoort

MaatregelFact = MaatregelOpgelegd | MaatregelVerlengd | MaatregelIngetrokken | MaatregelLooptAf | MaatregelVerlopen

DEEL = 4
"""A short measure is not announced to end before three quarters of it are over."""


@dataclass(frozen=True, slots=True)
class Maatregel:
    """A measure that was imposed; unless it was withdrawn it counts in the time from `ingaande` up to `eindigt`."""

    id: UUID
    soort: str
    gemeente: str
    locatie: str
    betrokkene: UUID | None
    ingaande: datetime
    eindigt: datetime | None
    verlopen: bool = False
    ingetrokken: bool = False
    verlengd: int = 0
    gewaarschuwd: bool = False
    """About the end that stands now."""
    eerste_einde: datetime | None = None
    """Before any extension."""
    gebied: str | None = None
    waarschuw_op: datetime | None = None
    regel: str = ""

    @property
    def voorbij(self) -> bool:
        """Whether it ended, by itself or because somebody withdrew it."""
        return self.verlopen or self.ingetrokken


def given(facts: Iterable[MaatregelFact]) -> Maatregel:
    """What became of a measure.

    Raises:
        MaatregelOnbekend: nothing is known of it.
    """
    maatregel: Maatregel | None = None
    for fact in facts:
        maatregel = evolve(maatregel, fact)
    if maatregel is None:
        raise MaatregelOnbekend
    return maatregel


def leg_op(
    soort: Maatregelsoort,
    aanvraag: Aanvraag,
    *,
    maatregel_id: UUID,
    gemeente: str,
    locatie: str,
) -> MaatregelOpgelegd:
    """Impose a measure that passed `toets`."""
    eind = aanvraag.eindigt
    return MaatregelOpgelegd(
        gemeente=gemeente,
        locatie=locatie,
        maatregel_id=maatregel_id,
        soort=soort.code,
        grondslag=soort.grondslag,
        bevoegd_gezag=soort.gezag or soort.bevoegd,
        ingaande=aanvraag.ingaande,
        eindigt=aanvraag.eindigt,
        gericht_op=aanvraag.gericht_op,
        gebied=aanvraag.gebied,
        betrokkene=aanvraag.betrokkene,
        om_geraadpleegd_op=aanvraag.om_geraadpleegd_op,
        driehoek_op=aanvraag.driehoek_op,
        overleg_id=aanvraag.overleg_id,
        agendapunt_id=aanvraag.agendapunt_id,
        meldingen=aanvraag.meldingen,
        voorwaarden=aanvraag.voorwaarden or (),
        regel=soort.regel,
        waarschuw_op=waarschuw_op(soort, aanvraag.ingaande, eind) if eind else None,
    )


def waarschuw_op(soort: Maatregelsoort, begin: datetime, eind: datetime) -> datetime | None:
    """When to say that a measure is about to end. What touches health or home is shown, never sent around."""
    return None if soort.afgeschermd else eind - min(soort.waarschuw_vooraf, (eind - begin) / DEEL)


def evolve(maatregel: Maatregel | None, fact: MaatregelFact) -> Maatregel:
    """The measure after one more fact; never refuses."""
    if isinstance(fact, MaatregelOpgelegd):
        return van(fact)
    assert maatregel is not None, "a measure begins with being imposed"  # noqa: S101
    match fact:
        case MaatregelVerlengd():
            return replace(
                maatregel,
                verlengd=maatregel.verlengd + 1,
                eindigt=fact.eindigt,
                waarschuw_op=fact.waarschuw_op,
                gewaarschuwd=False,
            )
        case MaatregelIngetrokken():
            return replace(maatregel, ingetrokken=True)
        case MaatregelLooptAf():
            return replace(maatregel, gewaarschuwd=True)
        case MaatregelVerlopen():
            return replace(maatregel, verlopen=True)
        case _:
            assert_never(fact)


def van(fact: MaatregelOpgelegd) -> Maatregel:
    """What the limits need to know of an imposed measure."""
    return Maatregel(
        fact.maatregel_id,
        fact.soort,
        fact.gemeente,
        fact.locatie,
        fact.betrokkene,
        fact.ingaande,
        fact.eindigt,
        eerste_einde=fact.eindigt,
        gebied=fact.gebied,
        waarschuw_op=fact.waarschuw_op,
        regel=fact.regel,
    )
