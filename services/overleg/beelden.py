"""What readers see of meetings and measures: the shapes of answers and pages."""

from datetime import datetime
from uuid import UUID

from pydantic import BaseModel, ConfigDict
from pydantic.alias_generators import to_camel

from services.overleg.overleg import Status
from shared.contracts.intake import Dagdeel, Gezegd


class Beeld(BaseModel):
    """A shape in camelCase."""

    model_config = ConfigDict(
        frozen=True, alias_generator=to_camel, validate_by_name=True, validate_by_alias=True, serialize_by_alias=True
    )


class Overlegbeeld(Beeld):
    """A meeting. `nog_te_sluiten`: it has begun, or its hour has passed, and its items wait to be closed (LVS-2.4)."""

    overleg_id: UUID
    gemeente: str
    locatie: str
    reeks: str
    soort: str
    naam: str
    aanvang: datetime
    status: Status
    deelnemers: list[str]
    regel: str
    voorlopig: bool
    reden: str
    escalatie_id: UUID | None
    open_punten: int
    nog_te_sluiten: bool = False
    besproken: int | None
    doorgeschoven: int | None
    einde: datetime | None = None
    volgnummer: int = 0
    """How many times it changed: SEQUENCE of its calendar entry (RFC 5545)."""
    verzet_van: datetime | None = None
    """When it would have been at first."""
    besloten_door: str | None = None
    """The role that decided that a proposed meeting goes on."""
    besloten_op: datetime | None = None
    geopend_op: datetime | None = None
    """When somebody opened it; the same as `gesloten_op` where it was only closed."""
    gesloten_op: datetime | None = None
    bijgewerkt: datetime | None = None
    """When it was planned, moved or cancelled last: DTSTAMP of its calendar entry."""
    aanwezig: list[str] | None = None
    afwezig: list[str] | None = None


class Meldingbeeld(Beeld):
    """What an agenda shows of a melding: codes and moments."""

    melding_id: UUID
    gemeente: str
    soort: str
    aard: str
    plaats: str | None
    locatie: str
    thema: str
    gericht_tegen: str
    voorgevallen_op: datetime
    dagdeel: Dagdeel | None = None
    ontvangen_op: datetime
    gevolgen_openbare_orde: bool | None
    ernst: int | None
    wapen: Gezegd | None = None
    """Of an incident: whether a weapon was seen or spoken of."""
    nog_gaande: Gezegd | None = None
    """Of an incident: whether it still went on when it was reported."""


class Wijzigingsbeeld(Beeld):
    """What intake told of a melding after it came on the agenda: `naam` of the event, and the fields that changed."""

    naam: str
    op: datetime
    velden: dict[str, str | int | bool | None]


class Escalatiebeeld(Beeld):
    """An escalation about one melding: at whose item it is discussed. `naam`: of its threshold."""

    escalatie_id: UUID
    naam: str
    regel: str
    op: datetime


class Ingelichtbeeld(Beeld):
    """What the reporter of an item may read since this meeting."""

    zin: str
    tekst: str
    op: datetime


class Gekozenbeeld(Beeld):
    """What the reporter of an item will read once this meeting is closed."""

    zin: str
    tekst: str


class Afspraakkern(Beeld):
    """What an item about an agreement is about. `verzet_van`: by when it was to be done before."""

    wat: str
    uiterlijk: datetime
    verzet_van: datetime | None


class Puntbeeld(Beeld):
    """An agenda item; it keeps its id when it moves to another meeting."""

    agendapunt_id: UUID
    overleg_id: UUID
    soort: str = "melding"
    onderwerp: str = ""
    """Code of the profile: of a fixed item, a request, a threshold or a measure."""
    naam: str = ""
    """The same in the words of the profile; empty where the item is about meldingen."""
    status: str
    regel: str
    vertrouwelijk: bool = False
    escalatie_id: UUID | None
    afspraak_id: UUID | None = None
    afspraak: Afspraakkern | None = None
    """None where it is about something else, or about an agreement that this reader may not read."""
    maatregel_id: UUID | None = None
    van_overleg_id: UUID | None
    naar_overleg_id: UUID | None
    toegevoegd_op: datetime
    eerst_op: datetime | None = None
    """When it came on an agenda for the first time; None where only this agenda counts."""
    meldingen: list[UUID]
    bekend: list[Meldingbeeld]
    """Those of `meldingen` of which intake told more."""
    wijzigingen: list[Wijzigingsbeeld] = []
    escalaties: list[Escalatiebeeld] = []
    """Those that ran about its melding, and have no item of their own."""
    ingelicht: list[Ingelichtbeeld] = []
    gekozen: Gekozenbeeld | None = None
    toelichting: str | None = None
    bevinding: str | None = None
    besluit: str | None = None
    geheim: bool = False
    """What is noted here is not for everybody."""


class Groep(Beeld):
    """How many meldingen or incidents of one kind stand on an agenda (LVS-2.1, LVS-2.4)."""

    soort: str
    aard: str
    aantal: int


class Correctie(Beeld):
    """What was said later of a final record."""

    agendapunt_id: UUID | None
    op: datetime
    tekst: str


class Agenda(Beeld):
    """A meeting with everything on its agenda."""

    overleg: Overlegbeeld
    agendapunten: list[Puntbeeld]
    bevindingen: str | None = None
    telling: list[Groep] = []
    uitkomst: dict[str, int] = {}
    """Every item that is a fact by what became of it: `open`, `besproken`, `doorgeschoven`. What the agenda found by
    itself is among them, which `besproken` of the meeting leaves out."""
    correcties: list[Correctie] = []
    toelichting: str | None = None
    """Why it was moved or cancelled, in somebody's words."""
    reden_sluiten: str | None = None
    """Why it was closed before its day, or without the municipality, in somebody's words."""


class Maatregelbeeld(Beeld):
    """A measure. `betrokkene` is left out for who may not know it."""

    maatregel_id: UUID
    gemeente: str
    locatie: str
    soort: str
    naam: str
    grondslag: str
    bevoegd_gezag: str
    ingaande: datetime
    eindigt: datetime | None
    status: str
    """`komt-nog`, `loopt`, `verlopen` or `ingetrokken`."""
    gericht_op: str
    gebied: str | None
    betrokkene: UUID | None = None
    om_geraadpleegd_op: datetime | None
    driehoek_op: datetime | None = None
    overleg_id: UUID | None
    agendapunt_id: UUID | None = None
    steunt_op: UUID | None = None
    voorwaarden: list[str] = []
    toelichting: str | None = None
    """Left out with the betrokkene."""
    verlengd: int = 0
    ingetrokken_op: datetime | None = None
    meldingen: list[UUID]
    regel: str
    opgelegd_op: datetime


class Reeksbeeld(Beeld):
    """A series at a location, and the phase it is in now."""

    reeks: str
    soort: str
    naam: str
    gemeente: str
    locatie: str
    deelnemers: list[str]
    bespreekt_meldingen: bool
    weekdag: str | None
    tijd: str | None
    fase: str | None
    ritme: str
    """`ad-hoc`, `wekelijks`, `vast` or `eenmalig`."""
    herhaling: str | None
    """The rule of RFC 5545 that holds today."""
    voorlopig: bool
    regel: str
