"""What a municipality wants to reach, and by which figures it sees whether it does (KN-besluit-2, LV-3).

A document may leave an indicator empty: then it stands here as `nog vast te stellen`, and nothing is made up.
"""

from datetime import date
from typing import Annotated, Literal

from pydantic import BeforeValidator, Field

from shared.profiel.schema.basis import Deel, MetRegel
from shared.profiel.vormen import Code, Naam

NOG_VAST_TE_STELLEN = "nog vast te stellen"
Richting = Literal["hoogstens", "minstens", "daalt", "stijgt"]
"""Which way is good; `daalt` and `stijgt` compare with the year before and have no norm."""


class Meetlat(Deel):
    """An imported series and when it is good. `norm` only with `hoogstens` and `minstens`."""

    reeks: Code
    richting: Richting
    norm: Annotated[float, Field(ge=0, allow_inf_nan=False)] | None = None


class Doel(MetRegel, Meetlat):
    """A goal that a document states."""

    code: Code
    naam: Naam


class Indicator(MetRegel, Meetlat):
    """By which figure the effect on a speerpunt is measured, as the municipality decided."""

    naam: Naam


def _nog_niet(waarde: object) -> object:
    if waarde == NOG_VAST_TE_STELLEN:
        return None
    if isinstance(waarde, str):  # ValueError: pydantic turns it into what is said about the line
        raise ValueError(  # noqa: TRY004
            f'schrijf "{NOG_VAST_TE_STELLEN}", of een tabel met naam, reeks, richting en norm'
        )
    return waarde


class Speerpunt(MetRegel):
    """A priority of the council. `indicator` is None where nobody decided on one yet."""

    code: Code
    naam: Naam
    indicator: Annotated[Indicator | None, BeforeValidator(_nog_niet)]


class Kerncijfer(MetRegel):
    """What an imported series is called, and whether it registers facts or asks people (TB-1.2, LV-2)."""

    reeks: Code
    naam: Naam
    soort: Literal["objectief", "subjectief"]


class Beleid(MetRegel):
    """The policy that is evaluated half way and at its end (KN-inleiding), with the first day of each evaluation."""

    naam: Naam
    van: date
    tot: date
    tussenevaluatie: date | None = None
    eindevaluatie: date | None = None
