"""What the API answers, and what its list can be asked."""

import re
from datetime import date, datetime, time
from typing import Annotated, Any, Literal
from uuid import UUID
from zoneinfo import ZoneInfo

from fastapi.responses import JSONResponse
from pydantic import AwareDatetime, BaseModel, BeforeValidator, ConfigDict, Field, StringConstraints
from pydantic.alias_generators import to_camel

from services.intake.application import Filter, Melding, Ontvangst
from services.intake.opgave import Moment
from shared.contracts.intake import Aangifte, Aard, GerichtTegen, Registratie

PAD = "/intake/v1/meldingen"
ZONE = ZoneInfo("Europe/Amsterdam")
Codewoord = Annotated[str, StringConstraints(pattern=r"^[a-z0-9-]{1,40}$")]
Plek = Annotated[str, StringConstraints(pattern=r"^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9:.]{15}Z_[0-9a-f-]{36}$")]


def _dag_of_moment(waarde: object) -> object:
    """A day without a time begins at midnight in the Netherlands."""
    if isinstance(waarde, str) and re.fullmatch(r"\d{4}-\d\d-\d\d", waarde):
        try:
            return datetime.combine(date.fromisoformat(waarde), time(), ZONE)
        except ValueError:
            return waarde
    return waarde


Grens = Annotated[Moment, BeforeValidator(_dag_of_moment)]


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


class Vraag(_Vorm):
    """What to list. `vanaf` counts, `tot` does not; both are about when it happened, a moment or a day."""

    locatie: Codewoord | None = None
    gemeente: Codewoord | None = None
    aard: Aard | None = None
    soort: Literal["melding", "incident"] | None = None
    vanaf: Grens | None = None
    tot: Grens | None = None
    na: Plek | None = Field(None, description="Uit 'volgende' van de vorige pagina")
    per_pagina: Annotated[int, Field(ge=1, le=200)] = 50

    def filter(self, locatie: str | None, gemeente: str | None) -> Filter:
        """Narrow the question to a place."""
        return Filter(gemeente, locatie, self.aard, self.soort, self.vanaf, self.tot, self.na)

    def als_query(self) -> dict[str, Any]:
        """Write the question as it was asked."""
        return self.model_dump(mode="json", by_alias=True, exclude_none=True, exclude_defaults=True)


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
