"""What the API answers."""

from collections.abc import Sequence
from typing import Literal
from uuid import UUID

from fastapi.responses import JSONResponse
from pydantic import AwareDatetime, BaseModel, ConfigDict, Field
from pydantic.alias_generators import to_camel
from pydantic_core import to_json

from services.intake.application import Doorgezet, Gekoppeld, Melding, Ontvangst
from shared.contracts.intake import Aangifte, Aard, Dagdeel, GerichtTegen, Gezegd, Koppeling, Registratie

PAD = "/intake/v1/meldingen"


class _Vorm(BaseModel):
    model_config = ConfigDict(alias_generator=to_camel, validate_by_name=True, validate_by_alias=True)


class Bon(_Vorm):
    """What a reporter keeps."""

    melding_id: UUID
    volgcode: str | None = Field(None, description="Staat hier één keer; bewaar hem goed")
    status: Literal["ontvangen"] = "ontvangen"


class Band(_Vorm):
    """Another melding that this one is linked with; `hoofd`: that one is the main one."""

    melding_id: UUID
    soort: Koppeling
    hoofd: bool


class Overdracht(_Vorm):
    """How far it is to one partner."""

    aan: str
    uitkomst: Literal["aangeboden", "mislukt", "bezorgd"]
    automatisch: bool
    regel: str
    op: AwareDatetime
    uiterlijk: AwareDatetime | None
    gemist: bool
    reden: str
    opnieuw_op: AwareDatetime | None


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
    dagdeel: Dagdeel | None = Field(None, description="Meer is er van de tijd niet bekend; leeg: voorgevallenOp klopt")
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
    wapen: Gezegd | None = None
    nog_gaande: Gezegd | None = None
    toelichting: str | None = None
    gekoppeld: list[Band] = []
    doorgezet: list[Overdracht] = []


class Lijst(_Vorm):
    """One page of a list."""

    meldingen: list[Uittreksel]
    volgende: str | None = Field(None, description="Adres van de volgende pagina")


class _Bon(JSONResponse):
    """A body of three plain values, written in one go: `json.dumps` makes an encoder for each answer."""

    def render(self, content: dict[str, str]) -> bytes:
        return to_json(content)


def bon(ontvangst: Ontvangst) -> JSONResponse:
    """Answer 201 for a new melding, 200 for a repetition (which shows no volgcode)."""
    inhoud: dict[str, str] = {"meldingId": str(ontvangst.melding_id), "status": "ontvangen"}
    if ontvangst.volgcode:
        inhoud["volgcode"] = ontvangst.volgcode
    return _Bon(inhoud, 201 if ontvangst.nieuw else 200, {"Location": f"{PAD}/{ontvangst.melding_id}"})


def uittreksel(
    melding: Melding,
    gekoppeld: Sequence[Gekoppeld] | None = None,
    doorgezet: Sequence[Doorgezet] | None = None,
    **meer: str | None,
) -> Uittreksel:
    """Show a melding to staff; the seal of its text is nobody's business. A list leaves out what it is tied to."""
    velden = {veld: waarde for veld, waarde in melding.inhoud.items() if veld != "tekstzegel"}
    verband: dict[str, object] = {}
    if gekoppeld is not None and doorgezet is not None:
        verband = {"gekoppeld": [_band(band) for band in gekoppeld], "doorgezet": [_overdracht(d) for d in doorgezet]}
    stand = {"soort": melding.soort, "status": melding.status, "ontvangenOp": melding.ontvangen_op}
    return Uittreksel.model_validate({**velden, **stand, **verband, **meer})


def _band(band: Gekoppeld) -> Band:
    hoofd = band.ik_hoor_bij and band.soort is Koppeling.HOORT_BIJ
    return Band(melding_id=band.melding_id, soort=band.soort, hoofd=hoofd)


def _overdracht(doorgezet: Doorgezet) -> Overdracht:
    return Overdracht.model_validate({naam: getattr(doorgezet, naam) for naam in Overdracht.model_fields})
