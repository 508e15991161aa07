"""What somebody states through any door: the shape alone. Whether it can be accepted is decided in `melding`.

The free text is masked while it is read, so no door, log or store ever holds it as it was typed.
"""

import re
from datetime import UTC, datetime
from typing import Annotated, Literal

from pydantic import (
    AfterValidator,
    AwareDatetime,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    StrictBool,
    StringConstraints,
)
from pydantic.alias_generators import to_camel
from pydantic_core import PydanticCustomError

from services.intake.bereik import Terugkoppeling
from shared.contracts.intake import Aangifte, Aard, Dagdeel, GerichtTegen, Gezegd
from shared.maskering import Gemaskeerd, masker

TEKST_HOOGSTENS = 4000
RFC3339 = re.compile(r"\d{4}-\d\d-\d\d[Tt ]\d\d:\d\d(:\d\d(\.\d{1,9})?)?([Zz]|[+-]\d\d:\d\d)")
ZONDER_OFFSET = re.compile(r"\d{4}-\d\d-\d\d([Tt ][\d:.]+)?")
STUURTEKENS = dict.fromkeys([*range(9), *range(11, 32), 127])
VOORBEELD = "bijvoorbeeld 2026-11-22T14:30:00+01:00"


def _is_moment(value: object) -> object:
    if isinstance(value, datetime) or (isinstance(value, str) and RFC3339.fullmatch(value)):
        return value
    if isinstance(value, str) and ZONDER_OFFSET.fullmatch(value):
        raise PydanticCustomError("moment", "noem ook het verschil met UTC, " + VOORBEELD)
    raise PydanticCustomError("moment", "schrijf datum en tijd volgens RFC 3339, " + VOORBEELD)


def _naar_utc(moment: datetime) -> datetime:
    try:
        return moment.astimezone(UTC)
    except OverflowError as error:
        raise PydanticCustomError("moment", "deze datum bestaat niet in UTC; controleer het jaar") from error


def _regeleinden(value: object) -> object:
    return value.replace("\r\n", "\n") if isinstance(value, str) else value


def schoon(text: str) -> str:
    """Give a typed text as it is looked at and stored: one kind of line ends, no control characters."""
    return text.replace("\r\n", "\n").translate(STUURTEKENS).strip()


def _gemaskeerd(text: str) -> Gemaskeerd:
    return masker(schoon(text))


Moment = Annotated[AwareDatetime, BeforeValidator(_is_moment), AfterValidator(_naar_utc)]
Toelichting = Annotated[
    Gemaskeerd,
    BeforeValidator(_regeleinden),
    StringConstraints(max_length=TEKST_HOOGSTENS),
    AfterValidator(_gemaskeerd),
]
Kenmerk = Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9._:-]{1,64}$")]
Bron = Annotated[str, StringConstraints(max_length=64)]


class Opgave(BaseModel):
    """All fields are optional here: what is required depends on the profile and on who states it."""

    model_config = ConfigDict(frozen=True, extra="forbid", alias_generator=to_camel)

    gemeente: str | None = None
    aard: Aard | None = None
    plaats: str | None = None
    locatie: str | None = None
    voorgevallen_op: Moment | None = None
    dagdeel: Dagdeel | None = None
    kanaal: str | None = None
    gericht_tegen: GerichtTegen | None = None
    thema: str | None = None
    gebied: str | None = None
    toelichting: Toelichting | None = None
    aangifte: Aangifte | None = None
    publieke_taak: StrictBool | None = None
    bron: Bron | None = None
    kenmerk: Kenmerk | None = None


class MeldingOpgave(Opgave):
    """What a resident, shopkeeper or desk states."""

    terugkoppeling: Terugkoppeling | None = None


class IncidentOpgave(Opgave):
    """What the COA states about an incident in its location."""

    gevolgen_openbare_orde: StrictBool | None = None
    ernst: Literal[1, 2, 3, 4] | None = None
    politie_gebeld_op: Moment | None = None
    wapen: Gezegd | None = None
    nog_gaande: Gezegd | None = None


def herkomst(opgave: Opgave) -> tuple[str, str] | None:
    """Return what a repetition of this statement is known by, where the sender says so: its source and reference."""
    return (opgave.bron or "", opgave.kenmerk) if opgave.kenmerk is not None else None
