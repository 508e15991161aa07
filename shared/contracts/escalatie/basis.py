"""What the facts of escalatie are made of."""

from enum import StrEnum

from pydantic import BaseModel

from shared.contracts.base import Fact, Tijdstip


class _Deel(BaseModel):
    """A part of a fact."""

    model_config = Fact.model_config


class Herkomst(StrEnum):
    """Where the number in a rule comes from."""

    DOCUMENT = "document"
    GEMEENTE = "gemeente"


class Stap(StrEnum):
    """What a person confirms."""

    ONTVANGEN = "ontvangen"
    BURGEMEESTER_INGELICHT = "burgemeester-ingelicht"


class Venster(_Deel):
    """The window in which was counted, both ends included."""

    van: Tijdstip
    tot: Tijdstip
