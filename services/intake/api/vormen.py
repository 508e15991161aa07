"""What the API answers."""

from typing import Annotated, Literal
from uuid import UUID

from fastapi.responses import JSONResponse
from pydantic import AwareDatetime, BaseModel, ConfigDict, Field, StringConstraints
from pydantic.alias_generators import to_camel

from services.intake.application import Melding, Ontvangst
from shared.contracts.intake import Aangifte, Aard, GerichtTegen, Registratie

PAD = "/intake/v1/meldingen"


class _Vorm(BaseModel):
    model_config = ConfigDict(alias_generator=to_camel, validate_by_name=True, validate_by_alias=True)


class Bon(_Vorm):
    """What a reporter keeps."""

    melding_id: UUID
    volgcode: str | None = Field(None, description="Staat hier één keer; bewaar hem goed")
    status: Literal["ontvangen"] = "ontvangen"


class Code(_Vorm):
    """What a reporter shows."""

    model_config = ConfigDict(extra="forbid", hide_input_in_errors=True)

    volgcode: Annotated[str, StringConstraints(min_length=1, max_length=64)]


class Stap(_Vorm):
    """One thing that happened with a melding."""

    op: AwareDatetime
    wat: str


class Stand(_Vorm):
    """What was done with a melding."""

    melding_id: UUID
    status: str
    ontvangen_op: AwareDatetime
    stappen: list[Stap]


class Uittreksel(_Vorm):
    """A melding or incident as staff see it. `toelichting` is there only for who may read it."""

    melding_id: UUID
    soort: Literal["melding", "incident"]
    status: str
    gemeente: str
    locatie: str
    aard: Aard
    plaats: str | None
    voorgevallen_op: AwareDatetime
    ontvangen_op: AwareDatetime
    kanaal: str
    gericht_tegen: GerichtTegen
    thema: str
    gebied: str | None
    aangifte: Aangifte
    publieke_taak: bool
    registratie: Registratie
    klok_wijkt_af: bool
    terugkoppeling_gewenst: bool = False
    gevolgen_openbare_orde: bool | None = None
    ernst: int | None = None
    politie_gebeld_op: AwareDatetime | None = None
    toelichting: str | None = None


class Lijst(_Vorm):
    """One page of a list."""

    meldingen: list[Uittreksel]
    volgende: str | None = Field(None, description="Adres van de volgende pagina")


def bon(ontvangst: Ontvangst) -> JSONResponse:
    """Answer 201 for a new melding, 200 for a repetition (which shows no volgcode)."""
    inhoud: dict[str, str] = {"meldingId": str(ontvangst.melding_id), "status": "ontvangen"}
    if ontvangst.volgcode:
        inhoud["volgcode"] = ontvangst.volgcode
    return JSONResponse(inhoud, 201 if ontvangst.nieuw else 200, {"Location": f"{PAD}/{ontvangst.melding_id}"})


def uittreksel(melding: Melding, **meer: str | None) -> Uittreksel:
    """Show a melding to staff; the seal of its text is nobody's business."""
    velden = {veld: waarde for veld, waarde in melding.inhoud.items() if veld != "tekstzegel"}
    return Uittreksel.model_validate(
        {**velden, "soort": melding.soort, "status": melding.status, "ontvangenOp": melding.ontvangen_op, **meer}
    )


def stand(melding: Melding) -> Stand:
    """Show its reporter what happened to a melding."""
    ontvangen = Stap(op=melding.ontvangen_op, wat="Uw melding is ontvangen.")
    return Stand(melding_id=melding.id, status=melding.status, ontvangen_op=melding.ontvangen_op, stappen=[ontvangen])
