"""What rapportage tells: it decides nothing, it publishes."""

from datetime import date
from uuid import UUID

from pydantic import BaseModel, ConfigDict
from pydantic.alias_generators import to_camel

from shared.contracts.base import Fact


class Gelezen(BaseModel):
    """Up to which place of a source everything was counted."""

    model_config = ConfigDict(frozen=True, extra="forbid", alias_generator=to_camel, validate_by_name=True)

    bron: str
    tot_en_met: int


class CijfersGepubliceerd(Fact):
    """A table of counts is now for everybody, for good: the same period is not published twice.

    Two tables of one period that differ by one would tell of one melding.
    """

    publicatie_id: UUID
    periode: str
    """A quarter: `2026-K4`; or a whole year: `2026`."""
    van: date
    tot: date
    """The first day after it."""
    tabel: str
    """CSV; an `x` is a number that is not shown."""
    sha256: str
    """Of the table, UTF-8."""
    kleinste_getal: int
    weggelaten: int
    profielversie: str
    gelezen: tuple[Gelezen, ...]
    door: str
    afgerond_op: int | None = None
    """What is shown is rounded to a multiple of it."""
    regelversie: str = ""
    """By which rules numbers were left out; empty: before this was told."""
