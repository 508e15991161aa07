"""What a reporter adds and what staff ask: the shape alone. The text is masked while it is read."""

from typing import Annotated
from uuid import UUID

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, StringConstraints
from pydantic.alias_generators import to_camel
from pydantic_core import PydanticCustomError

from services.intake.doel import DOELEN, Doel, Wisgrond
from services.intake.opgave import Toelichting

Code = Annotated[str, StringConstraints(min_length=1, max_length=64)]


def _iets(tekst: str) -> str:
    if not tekst:
        raise PydanticCustomError("leeg", "vul iets in")
    return tekst


def _door_mensen(doel: Doel) -> Doel:
    """The installation has a purpose of its own that nobody else may name."""
    if doel not in DOELEN:
        raise PydanticCustomError("doel", f"kies uit {', '.join(DOELEN)}")
    return doel


Uiting = Annotated[Toelichting, AfterValidator(_iets)]


class _Vorm(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", alias_generator=to_camel, hide_input_in_errors=True)


class Aanvulling(_Vorm):
    """What a reporter adds with the code. The same `sleutel` again adds nothing."""

    volgcode: Code
    tekst: Uiting
    antwoord_op: UUID | None = Field(None, description="Het nummer van de vraag waarop dit het antwoord is")
    sleutel: UUID | None = Field(None, description="Kies zelf een nummer: twee keer versturen is dan één aanvulling")


class Toevoeging(_Vorm):
    """What a reporter told staff, who write it down. The same `sleutel` again adds nothing."""

    tekst: Uiting
    antwoord_op: UUID | None = Field(None, description="Het nummer van de vraag waarop dit het antwoord is")
    sleutel: UUID | None = Field(None, description="Kies zelf een nummer: twee keer versturen is dan één aanvulling")


class Volgcode(_Vorm):
    """What a reporter shows."""

    volgcode: Code


class Vraagopdracht(_Vorm):
    """What staff ask a reporter."""

    vraag: Uiting


class Contactvraag(_Vorm):
    """Why somebody wants to reach the reporter."""

    doel: Annotated[Doel, AfterValidator(_door_mensen), Field(json_schema_extra={"enum": [str(d) for d in DOELEN]})]


class Wisopdracht(_Vorm):
    """Why staff have the contact details of a reporter erased."""

    grond: Wisgrond


class Verbergopdracht(_Vorm):
    """Words that must not be readable any more, in one text; none: the whole text goes."""

    zegel: Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{64}$")]
    woorden: tuple[Annotated[str, StringConstraints(min_length=2, max_length=200)], ...] = Field((), max_length=50)
