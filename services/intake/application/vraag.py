"""What a list can be asked."""

import re
from datetime import date, datetime, time
from typing import Annotated, Any, Literal
from zoneinfo import ZoneInfo

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, StringConstraints
from pydantic.alias_generators import to_camel

from services.intake.application.inzage import Filter
from services.intake.opgave import Moment
from shared.contracts.intake import Aard
from shared.kortnummer import staart

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


def _kort_nummer(getypt: str) -> str:
    if staart(getypt) is None:
        raise ValueError("een nummer heeft acht tekens, zoals 4K7M-20RX")
    return getypt


KortNummer = Annotated[str, StringConstraints(max_length=40), AfterValidator(_kort_nummer)]
Grens = Annotated[Moment, BeforeValidator(_dag_of_moment)]


class Vraag(BaseModel):
    """What to list. `vanaf` counts, `tot` does not; both are about when it happened, a moment or a day.

    A filter with a typing error is refused: passed over, it would list everything.
    """

    model_config = ConfigDict(alias_generator=to_camel, extra="forbid")

    locatie: Codewoord | None = None
    gemeente: Codewoord | None = None
    aard: Aard | None = None
    soort: Literal["melding", "incident"] | None = None
    status: Literal["ontvangen", "in-behandeling", "gesloten", "ingetrokken"] | None = None
    besproken: Literal["ja", "nee"] | None = None
    vanaf: Grens | None = None
    tot: Grens | None = None
    nummer: KortNummer | None = Field(None, description="Het korte nummer van een melding, zoals 4K7M-20RX")
    volgorde: Literal["gebeurd", "ontvangen"] = Field("gebeurd", description="Waarvan de nieuwste bovenaan staat")
    na: Plek | None = Field(None, description="Uit 'volgende' van de vorige pagina")
    per_pagina: Annotated[int, Field(ge=1, le=200)] = 50

    def filter(self, locatie: str | None, gemeente: str | None) -> Filter:
        """Narrow the question to a place."""
        besproken = None if self.besproken is None else self.besproken == "ja"
        einde = staart(self.nummer) if self.nummer else None
        waar, hoe = (gemeente, locatie), (self.aard, self.soort, self.status)
        return Filter(*waar, *hoe, self.vanaf, self.tot, self.na, besproken, einde, self.volgorde)

    def als_query(self) -> dict[str, Any]:
        """Write the question as it was asked."""
        return self.model_dump(mode="json", by_alias=True, exclude_none=True, exclude_defaults=True)
