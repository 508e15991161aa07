"""What every question may say: where, which period, and what was known when."""

from typing import Annotated

from fastapi import Query
from pydantic import BaseModel, ConfigDict
from pydantic.alias_generators import to_camel

from shared.werkblad import Formaat

Locatie = Annotated[str, Query(description="Code van de locatie in het profiel, bijvoorbeeld rokkeveenseweg")]
Gemeente = Annotated[str | None, Query(description="CBS-code; alleen nodig als twee gemeenten deze locatie hebben")]
Peildatum = Annotated[
    str | None,
    Query(description="Wat toen bekend was: een datum (het einde van die dag) of een moment met tijdverschil"),
]
Dag = Annotated[str | None, Query(description="Een dag, bijvoorbeeld 2026-11-22; die dag telt mee")]
WeekCode = Annotated[str | None, Query(description="Een andere week dan die van de peildatum, bijvoorbeeld 2026-W47")]
Eerder = Annotated[
    str | None, Query(description="De eerdere peildatum; zonder deze een week voor de peildatum, met de week van toen")
]


Bestandsvorm = Annotated[
    Formaat | None, Query(description="json (alles), of de tabel met getallen als csv, ods of xlsx om te bewaren")
]
Deel = Annotated[str | None, Query(description="Alleen wat deze code heeft; de lijst staat in het profiel")]


class Weekvraag(BaseModel):
    """A location, a week, what was known when, and which part of what was reported."""

    model_config = ConfigDict(alias_generator=to_camel, validate_by_name=True)

    locatie: Locatie
    gemeente: Gemeente = None
    peildatum: Peildatum = None
    week: WeekCode = None
    aard: Deel = None
    plaats: Deel = None
    gebied: Deel = None
    thema: Deel = None
    kanaal: Deel = None
    gericht_tegen: Deel = None
    formaat: Bestandsvorm = None

    @property
    def wat(self) -> dict[str, str | None]:
        """Return the question as the application takes it."""
        return self.model_dump(exclude={"locatie", "gemeente", "formaat"})


class Periodevraag(BaseModel):
    """A location, a period, and what was known when."""

    locatie: Locatie
    gemeente: Gemeente = None
    van: Dag = None
    tot: Dag = None
    peildatum: Peildatum = None
    formaat: Bestandsvorm = None

    @property
    def wanneer(self) -> dict[str, str | None]:
        """Return the dates as the application takes them."""
        return self.model_dump(include={"van", "tot", "peildatum"})
