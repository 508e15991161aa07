"""What readers see of agreements, requests, messages, the effect of a measure, and the thread of a melding."""

from datetime import datetime
from uuid import UUID

from services.overleg.beelden import Beeld
from shared.contracts.overleg import Publiek, Uitkomst


class Afspraakbeeld(Beeld):
    """An agreement. `status`: `open`, `te-laat`, `nagekomen` or `vervallen`."""

    afspraak_id: UUID
    gemeente: str
    locatie: str
    wat: str
    wie: str
    uiterlijk: datetime
    status: str
    agendapunt_id: UUID | None
    overleg_id: UUID | None
    reeks: str | None
    aanvang: datetime | None
    """Of the meeting."""
    meldingen: list[UUID]
    regel: str
    gemaakt_op: datetime
    herinnerd_op: datetime | None
    verzet_van: datetime | None
    afgesloten_op: datetime | None
    uitkomst: str | None


class Verzoekbeeld(Beeld):
    """A request to somebody else. `status`: `open`, `beantwoord` or `ingetrokken`."""

    verzoek_id: UUID
    gemeente: str
    locatie: str
    soort: str
    naam: str
    aan: str
    toelichting: str
    betrokkene: UUID | None
    plan: str | None
    begroting_euro: int | None
    overleg_id: UUID | None
    agendapunt_id: UUID | None
    meldingen: list[UUID]
    regel: str
    gedaan_op: datetime
    status: str
    uitkomst: Uitkomst | None
    antwoord: str | None
    toegekend_euro: int | None
    beantwoord_op: datetime | None


class Raadplegingbeeld(Beeld):
    """What a partner said about one version of a message."""

    versie: int
    door: str
    instemming: bool
    opmerking: str | None
    op: datetime


class Berichtbeeld(Beeld):
    """A message. `stap`: `concept`, `voorgelegd`, `goedgekeurd`, `gepubliceerd` or `vervallen`."""

    bericht_id: UUID
    gemeente: str
    locatie: str
    versie: int
    stap: str
    onderwerp: str
    tekst: str
    publiek: list[Publiek]
    meldingen: list[UUID]
    overleg_id: UUID | None
    agendapunt_id: UUID | None
    aan: list[str]
    nog_niet_gehoord: list[str]
    raadplegingen: list[Raadplegingbeeld]
    opgesteld_op: datetime
    voorgelegd_op: datetime | None
    goedgekeurd_op: datetime | None
    gepubliceerd_op: datetime | None
    spoed: bool
    spoedreden: str | None
    regel: str = "LVS-4"


class Periode(Beeld):
    """A stretch of time and how many meldingen fell in it; `compleet` False: it is not over yet."""

    van: datetime
    tot: datetime
    meldingen: int
    compleet: bool
    per_week: float


class Effect(Beeld):
    """Meldingen in the area before, during and after a measure."""

    maatregel_id: UUID
    gebied: str | None
    locatie: str
    voor: Periode | None
    tijdens: Periode | None
    na: Periode | None
    kanttekening: str = (
        "Dit is geen bewijs dat de maatregel werkt. Het aantal meldingen verandert ook door andere oorzaken, "
        "zoals het weer, vakanties, of hoe bekend het meldpunt is."
    )


class Schakel(Beeld):
    """One thing in the thread of a melding: what it is, since when, how it stands, and where to look."""

    soort: str
    """`agendapunt`, `afspraak`, `maatregel`, `verzoek` or `bericht`."""
    id: UUID
    op: datetime
    omschrijving: str
    status: str
    regel: str
    overleg_id: UUID | None = None
    agendapunt_id: UUID | None = None
    meldingen: list[UUID]


class Draad(Beeld):
    """From a melding to everything that followed from it in overleg."""

    melding_id: UUID
    schakels: list[Schakel]
