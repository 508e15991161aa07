"""What every part of a gemeenteprofiel is made of: closed, frozen, and citing the rule that it exists for."""

from datetime import date
from enum import StrEnum
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

from shared.contracts.escalatie import Herkomst
from shared.profiel.vormen import Code, Naam, Regel


class Rol(StrEnum):
    """Who somebody is to the system: the only identity that facts and messages know."""

    MELDPUNT = "meldpunt"
    COA = "coa"
    POLITIE = "politie"
    HANDHAVING = "handhaving"
    JONGERENWERK = "jongerenwerk"
    ZORG = "zorg"
    OOV = "oov"
    BURGEMEESTER = "burgemeester"
    OM = "om"
    PIKET = "piket"
    COMMUNICATIE = "communicatie"
    RAAD = "raad"
    BEHEER = "beheer"


Rollen = Annotated[tuple[Rol, ...], Field(min_length=1)]


class Deel(BaseModel):
    """A part of the profile: what is not known here is refused, so that a typing error is seen."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class MetRegel(Deel):
    """A part that exists because of a rule. `ingesteld_op` is required where the number is the municipality's."""

    regel: Regel
    herkomst: Herkomst
    ingesteld_op: date | None = None


class Keuze(Deel):
    """A code that somebody may choose, with the words on screen."""

    code: Code
    naam: Naam
