"""What the API takes and answers about agreements, requests, messages, dossiers and what becomes of measures."""

from datetime import date, datetime, time
from typing import Annotated, Any, Literal
from uuid import UUID
from zoneinfo import ZoneInfo

from pydantic import AwareDatetime, Field, StringConstraints

from services.overleg.application.afspreken import Voornemen
from services.overleg.application.berichten import Concept
from services.overleg.application.overzicht import Afspraakvraag
from services.overleg.application.verzoeken import Vraag
from services.overleg.beelden import Beeld
from services.overleg.vormen import Code, Invoer, Pagina
from services.overleg.werkbeelden import Afspraakbeeld, Berichtbeeld, Verzoekbeeld
from shared.contracts.overleg import Publiek, Uitkomst

Tekst = Annotated[str, StringConstraints(max_length=4000, strip_whitespace=True)]
Gevuld = Annotated[str, StringConstraints(min_length=1, max_length=4000, strip_whitespace=True)]
Kop = Annotated[str, StringConstraints(min_length=1, max_length=200, strip_whitespace=True)]
Ids = Annotated[tuple[UUID, ...], Field(max_length=500)]
Afspraakstatus = Literal["open", "te-laat", "nagekomen", "vervallen"]
EINDE_VAN_DE_DAG = time(23, 59)


def moment(uiterlijk: date | datetime, zone: ZoneInfo) -> datetime:
    """When a term ends: a day ends at its end, on the clocks of the municipality."""
    return uiterlijk if isinstance(uiterlijk, datetime) else datetime.combine(uiterlijk, EINDE_VAN_DE_DAG, zone)


class AfspraakInvoer(Invoer):
    """An agreement to make. `uiterlijk`: a day, or a moment."""

    wat: Gevuld
    wie: Code
    uiterlijk: AwareDatetime | date
    agendapunt_id: UUID | None = None
    meldingen: Ids = ()
    locatie: Code = "alle"
    gemeente: Code | None = None

    def voornemen(self, zone: ZoneInfo) -> Voornemen:
        """What is agreed."""
        return Voornemen(
            self.wat, self.wie, moment(self.uiterlijk, zone), self.agendapunt_id, self.meldingen, self.locatie
        )


class Afspraaklijstvraag(Pagina):
    """What the matrix can be asked."""

    gemeente: Code | None = None
    locatie: Code | None = None
    wie: Code | None = None
    status: Afspraakstatus | None = None
    overleg_id: UUID | None = None
    melding_id: UUID | None = None
    sorteer: Literal["uiterlijk", "wie", "gemaakt", "status"] = "uiterlijk"

    def vraag(self) -> Afspraakvraag:
        """The question to the store."""
        return Afspraakvraag(**self.model_dump(exclude={"pagina", "per_pagina", "formaat"}, by_alias=False))


class Afspraakbestandvraag(Afspraaklijstvraag):
    """The same, as a file; all of it unless a part is asked."""

    per_pagina: Annotated[int, Field(ge=1, le=500)] = 500
    formaat: Literal["csv", "ods"] = "csv"


class Verzetting(Invoer):
    """Another term."""

    uiterlijk: AwareDatetime | date


class Afronding(Invoer):
    """What came of it, or why it is dropped."""

    uitkomst: Tekst = ""


class Afspraken(Beeld):
    """A page of the matrix."""

    afspraken: list[Afspraakbeeld]
    pagina: int
    per_pagina: int


class Verlenging(Invoer):
    """A later end of a measure."""

    eindigt: AwareDatetime
    toelichting: Tekst = ""


class Intrekking(Invoer):
    """Why a measure ends now."""

    toelichting: Tekst = ""


class Catalogusbeeld(Beeld):
    """The catalogue of measures, as the profiles have it."""

    soorten: list[dict[str, Any]]


class VerzoekInvoer(Invoer):
    """Something to ask of somebody else."""

    soort: Code
    toelichting: Gevuld
    betrokkene: UUID | None = None
    plan: Tekst = ""
    begroting_euro: Annotated[int, Field(ge=1, le=100_000_000)] | None = None
    overleg_id: UUID | None = None
    agendapunt_id: UUID | None = None
    meldingen: Ids = ()
    locatie: Code = "alle"
    gemeente: Code | None = None

    def vraag(self) -> Vraag:
        """What is asked."""
        return Vraag(**self.model_dump(exclude={"gemeente"}, by_alias=False))


class AntwoordInvoer(Invoer):
    """What the other answered."""

    uitkomst: Uitkomst
    antwoord: Tekst = ""
    toegekend_euro: Annotated[int, Field(ge=0, le=100_000_000)] | None = None


class Verzoeken(Beeld):
    """Requests, the newest first."""

    verzoeken: list[Verzoekbeeld]


class BerichtInvoer(Invoer):
    """A message to write."""

    onderwerp: Kop
    tekst: Gevuld
    publiek: Annotated[tuple[Publiek, ...], Field(min_length=1, max_length=3)]
    locatie: Code = "alle"
    meldingen: Ids = ()
    overleg_id: UUID | None = None
    agendapunt_id: UUID | None = None
    gemeente: Code | None = None

    def concept(self) -> Concept:
        """What it says."""
        return Concept(**self.model_dump(exclude={"gemeente"}, by_alias=False))


class RaadplegingInvoer(Invoer):
    """What a partner thinks of it."""

    instemming: bool
    opmerking: Tekst = ""


class Publicatie(Invoer):
    """`spoedReden`: why it goes out before everybody was heard."""

    spoed_reden: Tekst = ""


class Berichten(Beeld):
    """Messages, the newest first."""

    berichten: list[Berichtbeeld]
