"""What somebody asks to be done with a melding: the shape alone. Reasons are masked while they are read."""

from typing import Annotated, Literal
from uuid import UUID

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, StrictBool, StringConstraints
from pydantic.alias_generators import to_camel

from services.intake.opgave import STUURTEKENS, Moment
from shared.contracts.intake import Aangifte, Aard, Dagdeel, GerichtTegen, Gezegd, Intrekreden, Koppeling, Sluitreden
from shared.maskering import Gemaskeerd, masker

REDEN_HOOGSTENS = 500


def _gemaskeerd(tekst: str) -> Gemaskeerd:
    return masker(tekst.translate(STUURTEKENS))


Reden = Annotated[
    Gemaskeerd,
    StringConstraints(min_length=1, max_length=REDEN_HOOGSTENS, strip_whitespace=True),
    AfterValidator(_gemaskeerd),
]
Code = Annotated[str, StringConstraints(pattern=r"^[a-z0-9-]{1,40}$")]


def _getal(waarde: object) -> object:
    """A form sends digits as text."""
    return int(waarde) if isinstance(waarde, str) and waarde.isdigit() else waarde


class Opdracht(BaseModel):
    """What every request shares: nothing that it does not know goes along."""

    model_config = ConfigDict(frozen=True, extra="forbid", alias_generator=to_camel, hide_input_in_errors=True)


class Classificatie(Opdracht):
    """Which kind of behaviour it was, about what, and why that changes."""

    aard: Aard
    thema: Code | None = None
    reden: Reden


class Correctie(Opdracht):
    """The fields that were wrong, as they must be; the others stay."""

    aard: Aard | None = None
    thema: Code | None = None
    plaats: Code | None = None
    gebied: Code | None = None
    gericht_tegen: GerichtTegen | None = None
    voorgevallen_op: Moment | None = None
    dagdeel: Dagdeel | None = None
    aangifte: Aangifte | None = None
    publieke_taak: StrictBool | None = None
    gevolgen_openbare_orde: StrictBool | None = None
    ernst: Annotated[Literal[1, 2, 3, 4], BeforeValidator(_getal)] | None = None
    politie_gebeld_op: Moment | None = None
    wapen: Gezegd | None = None
    nog_gaande: Gezegd | None = None
    reden: Reden

    def velden(self) -> dict[str, object]:
        """Return what must stand otherwise, by name."""
        return {naam: getattr(self, naam) for naam in type(self).model_fields if naam != "reden"}


class Koppelopdracht(Opdracht):
    """To which melding, and how they belong together."""

    aan: UUID
    soort: Koppeling = Koppeling.ZELFDE_VOORVAL


class Ontkoppelopdracht(Opdracht):
    """Which link must go."""

    aan: UUID


class Doorzetopdracht(Opdracht):
    """To which partner; `zelf`: somebody told them already."""

    aan: Code
    weg: Literal["kanaal", "zelf"] = "kanaal"


class Intrekopdracht(Opdracht):
    """Why it does not count."""

    reden: Intrekreden


class Sluitopdracht(Opdracht):
    """Why nothing more is done."""

    reden: Sluitreden
