"""What the API takes and answers, beside the shapes of `beelden`."""

from typing import Annotated
from uuid import UUID

from pydantic import AwareDatetime, BaseModel, ConfigDict, Field, StringConstraints
from pydantic.alias_generators import to_camel

from services.overleg.beelden import Agenda, Beeld, Maatregelbeeld, Meldingbeeld, Overlegbeeld, Puntbeeld, Reeksbeeld
from services.overleg.maatregel import Aanvraag
from services.overleg.overleg import Status
from services.overleg.store.filters import Maatregelvraag, Vraag
from shared.contracts.overleg import GerichtOp

Code = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=40)]
Kort = Annotated[str, StringConstraints(max_length=1000, strip_whitespace=True)]
Bevindingen = Annotated[str, StringConstraints(max_length=4000, strip_whitespace=True)]


class Invoer(BaseModel):
    """Something that is sent: camelCase, and no field that we do not ask for (LVS-2.2)."""

    model_config = ConfigDict(frozen=True, extra="forbid", alias_generator=to_camel, validate_by_name=True)


class Opening(Invoer):
    """How a meeting is opened. `zeker` false: not too early. Programs that leave it out mean what they do."""

    zeker: bool = True


class Sluiting(Invoer):
    """How a meeting is closed: every item is discussed, except those named here.

    `reden`: why it closes before its day, or without the municipality.
    """

    niet_besproken: Annotated[tuple[UUID, ...], Field(max_length=1000)] = ()
    bevindingen: Bevindingen = ""
    reden: Kort = ""


class Pagina(Invoer):
    """Which part of a list."""

    pagina: Annotated[int, Field(ge=1, le=10_000)] = 1
    per_pagina: Annotated[int, Field(ge=1, le=500)] = 100

    @property
    def sla_over(self) -> int:
        """How many come before this page."""
        return (self.pagina - 1) * self.per_pagina


class Plekvraag(Invoer):
    """A list that is asked for one place or series."""

    gemeente: Code | None = None
    locatie: Code | None = None
    reeks: Code | None = None

    def vraag(self) -> Vraag:
        """The question to the store."""
        return Vraag(gemeente=self.gemeente, locatie=self.locatie, reeks=self.reeks)


class Overlegvraag(Pagina):
    """What the list of meetings can be asked."""

    gemeente: Code | None = None
    locatie: Code | None = None
    reeks: Code | None = None
    status: Status | None = None
    vanaf: AwareDatetime | None = None
    tot: AwareDatetime | None = None
    te_sluiten: bool = False
    met_punten: bool | None = None

    def vraag(self, nu: AwareDatetime) -> Vraag:
        """The question to the store."""
        return Vraag(
            gemeente=self.gemeente,
            locatie=self.locatie,
            reeks=self.reeks,
            status=self.status,
            vanaf=self.vanaf,
            tot=self.tot,
            te_sluiten=nu if self.te_sluiten else None,
            met_punten=self.met_punten,
        )


class Maatregellijstvraag(Pagina):
    """What the list of measures can be asked."""

    gemeente: Code | None = None
    locatie: Code | None = None
    soort: Code | None = None
    loopt: bool = False

    def vraag(self, nu: AwareDatetime) -> Maatregelvraag:
        """The question to the store."""
        return Maatregelvraag(self.gemeente, self.locatie, self.soort, loopt_op=nu if self.loopt else None)


class MaatregelInvoer(Invoer):
    """A measure to impose: ids, codes and moments, so that no name can be sent."""

    soort: Code
    gericht_op: GerichtOp = GerichtOp.PERSOON
    ingaande: AwareDatetime
    eindigt: AwareDatetime | None = None
    gebied: Code | None = None
    betrokkene: UUID | None = None
    om_geraadpleegd_op: AwareDatetime | None = None
    driehoek_op: AwareDatetime | None = None
    overleg_id: UUID | None = None
    agendapunt_id: UUID | None = None
    meldingen: Annotated[tuple[UUID, ...], Field(max_length=500)] = ()
    grondslag: Annotated[str, StringConstraints(max_length=200)] | None = None
    bevoegd_gezag: Code | None = None
    voorwaarden: Annotated[tuple[Code, ...], Field(max_length=20)] | None = None
    toelichting: Annotated[str, StringConstraints(max_length=2000, strip_whitespace=True)] = ""
    gemeente: Code | None = None

    def aanvraag(self) -> Aanvraag:
        """The request that the domain judges."""
        velden = self.model_dump(exclude={"soort", "gemeente", "toelichting"}, by_alias=False)
        return Aanvraag(**velden, toegelicht=bool(self.toelichting))


class Overleggen(Beeld):
    """A page of meetings."""

    overleggen: list[Overlegbeeld]
    pagina: int
    per_pagina: int


class Agendas(Beeld):
    """Of each series the next meeting, with its agenda."""

    agendas: list[Agenda]


class Agendapunten(Beeld):
    """The agenda of one meeting."""

    overleg_id: UUID
    agendapunten: list[Puntbeeld]


class Afsluiting(Beeld):
    """A closed meeting, and where the items went that were not discussed."""

    overleg: Overlegbeeld
    naar_overleg_id: UUID | None


class ZonderOverleg(Beeld):
    """A page of meldingen that no series of the profile discusses, the newest first."""

    meldingen: list[Meldingbeeld]
    pagina: int
    per_pagina: int


class Reeksen(Beeld):
    """The series as they stand today."""

    reeksen: list[Reeksbeeld]


class Maatregelen(Beeld):
    """A page of measures."""

    maatregelen: list[Maatregelbeeld]
    pagina: int
    per_pagina: int
