"""What the forms of a meeting send."""

from datetime import datetime
from typing import Annotated, Literal
from uuid import UUID

from pydantic import BaseModel, BeforeValidator, ConfigDict, StringConstraints

from services.overleg.vormen import Bevindingen, Code, Kort
from services.overleg.vormen.vergadering import Tekst


def _lijst(waarde: object) -> object:
    return [waarde] if isinstance(waarde, str) else waarde


class Formulier(BaseModel):
    """Nothing that is not asked for."""

    model_config = ConfigDict(extra="forbid", validate_by_name=True)


class Openformulier(Formulier):
    """Whether somebody is sure to open a meeting before its hour."""

    zeker: bool = False


Punten = Annotated[tuple[UUID, ...], BeforeValidator(_lijst)]


class Sluitformulier(Formulier):
    """What was discussed, and the findings. `getoond`: the items that stood there when somebody chose.

    `reden`: why it closes so, where that is asked. `nagekeken`: somebody looked at the words that were pointed out.
    `toch`: what something was recorded at counts as not discussed, and that is meant.
    """

    wat: Literal["alles", "gekozen"] | None = None
    besproken: Punten = ()
    getoond: Punten = ()
    bevindingen: Bevindingen = ""
    reden: Kort = ""
    nagekeken: bool = False
    toch: bool = False
    zeker: bool = False


class Aanwezigformulier(Formulier):
    """Who is there."""

    aanwezig: Annotated[tuple[Code, ...], BeforeValidator(_lijst)] = ()


class Notitieformulier(Formulier):
    """A finding and a decision at one item."""

    bevinding: Bevindingen = ""
    besluit: Bevindingen = ""
    vertrouwelijk: bool = False


class Melderformulier(Formulier):
    """Which sentence of the profile the reporter reads once the meeting is closed; or none."""

    zin: Code


class Verzetformulier(Formulier):
    """Another moment, on the clocks of the municipality."""

    naar: datetime
    toelichting: Kort = ""


class Annuleerformulier(Formulier):
    """Why not, and whether somebody is sure."""

    reden: Kort = ""
    zeker: bool = False


class Correctieformulier(Formulier):
    """What was wrong in the record."""

    tekst: Tekst
    vertrouwelijk: bool = False


class Nieuwformulier(Formulier):
    """An extra meeting, or a request to one: `wat` says which series at which location, or which request."""

    wat: Annotated[str, StringConstraints(pattern=r"^[a-z0-9-]+/[a-z0-9-]+/[a-z0-9-]+$", max_length=150)]
    aanvang: datetime | None = None
    toelichting: Kort = ""


class Linkformulier(Formulier):
    """Whether to make a link, and which to withdraw."""

    doe: Literal["maak", "trek-in"]
    link: UUID | None = None
