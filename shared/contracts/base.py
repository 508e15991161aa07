"""What every event has in common."""

from datetime import UTC, datetime
from enum import StrEnum
from typing import Annotated, TypeVar

from pydantic import AfterValidator, AwareDatetime, BaseModel, ConfigDict
from pydantic.alias_generators import to_camel


def _utc(moment: datetime) -> datetime:
    return moment.astimezone(UTC)


Tijdstip = Annotated[AwareDatetime, AfterValidator(_utc)]
"""A moment with an offset, kept in UTC: an answer never depends on the machine's time zone."""


class Gezegd(StrEnum):
    """What somebody answered to one question; `onbekend` is told to nobody."""

    JA = "ja"
    NEE = "nee"
    ONBEKEND = "onbekend"


class Fact(BaseModel):
    """Something that happened: a past participle, never changed afterwards.

    `gemeente` is the CBS code in lower case (`gm0637`), `locatie` a code of its profile or `alle`.
    """

    model_config = ConfigDict(
        frozen=True,
        extra="forbid",
        alias_generator=to_camel,
        validate_by_name=True,
        validate_by_alias=True,
        serialize_by_alias=True,
    )

    gemeente: str
    locatie: str = "alle"


F = TypeVar("F", bound=Fact)


def read(shape: type[F], data: bytes) -> F:
    """Parse an event of another service; fields that this version does not know are passed over.

    Raises:
        pydantic.ValidationError: a required field is missing or has the wrong type.
    """
    return shape.model_validate_json(data, extra="ignore")
