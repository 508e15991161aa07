"""What the doors take and give of escalations and thresholds."""

from datetime import date, datetime
from typing import Annotated, Any, Literal
from uuid import UUID

from pydantic import AwareDatetime, Field

from services.escalatie.application import Dossier, Filter, Stand
from services.escalatie.bericht import waarom
from services.escalatie.escalatie import Uitkomst, ontbrekende_stappen
from services.escalatie.regels import vindplaats
from services.escalatie.staat import Status
from services.escalatie.tijdlijn import zin
from services.escalatie.vormen.basis import Code, Vorm
from shared.contracts.escalatie import Herkomst, Stap, Venster
from shared.contracts.intake import Dagdeel


class Bevestiging(Vorm):
    """Welke stap u bevestigt."""

    stap: Stap


class Terugname(Vorm):
    """Welke bevestiging u terugneemt."""

    stap: Stap


class Sluiting(Vorm):
    """Hoe het is afgelopen."""

    uitkomst: Uitkomst


class Vraag(Vorm):
    """Welke escalaties u wilt zien."""

    gemeente: Annotated[str, Field(pattern=r"^gm\d{4}$")] | None = None
    locatie: Code | None = None
    drempel: Code | None = None
    status: Status | None = None
    vanaf: AwareDatetime | None = None
    tot: AwareDatetime | None = None
    pagina: Annotated[int, Field(ge=1, le=10_000)] = 1
    per_pagina: Annotated[int, Field(ge=1, le=200)] = 50

    def filter(self, gemeente: str | None, locatie: str | None) -> Filter:
        """What the reader asks for, within what the reader may see."""
        return Filter(gemeente, locatie, self.drempel, self.status, self.vanaf, self.tot)


class Uittreksel(Vorm):
    """Een escalatie in het kort."""

    escalatie_id: UUID
    gemeente: str
    locatie: str
    drempel: str
    regel: str
    omschrijving: str
    status: Status
    geopend_op: datetime
    voorgevallen_op: datetime | None
    dagdeel: Dagdeel | None
    """Meer is er van de tijd niet bekend."""
    telling: int
    erbij: int
    trede: int
    treden: int
    gewaarschuwd: list[str]
    opschalen_op: datetime | None
    bevestigd_door: str | None
    bevestigd_op: datetime | None
    politie_ingelicht_op: datetime | None
    burgemeester_ingelicht_op: datetime | None
    tweede_stap_uiterlijk: datetime | None
    tweede_stap_gemist: bool
    gesloten_op: datetime | None
    uitkomst: str | None
    belang: Literal["hoogste", "normaal"] | None
    verloopt_op: datetime | None


class Lijst(Vorm):
    """Een pagina met escalaties: open eerst, dan de nieuwste."""

    escalaties: list[Uittreksel]
    pagina: int
    volgende: str | None = None


class Uitleg(Vorm):
    """Waarom deze escalatie er is."""

    tekst: str
    regel: str
    vindplaats: str
    herkomst: Herkomst
    ingesteld_op: date | None
    profielversie: str
    venster: Venster | None
    telling: int
    grens: int
    feiten: list[str]
    meldingen: list[UUID]
    wat_nu: str


class Alarm(Vorm):
    """Een bericht aan een rol, en hoe ver het is."""

    rol: str
    stap: Stap
    trede: int
    ronde: int
    gevraagd_op: datetime
    status: Literal["wacht", "verzonden", "opnieuw", "niet-verzonden"]
    poging: int
    kanaal: str | None
    reden: str | None
    op: datetime | None
    dienst: str | None
    terugval: str | None
    aangekomen_op: datetime | None


class Bevestigd(Vorm):
    """Wie wat wanneer bevestigde: een rol, nooit een naam."""

    stap: Stap
    rol: str
    weg: Literal["link", "pagina", "api", "antwoord"]
    op: datetime


class Gebeurtenis(Vorm):
    """Een regel van de tijdlijn."""

    op: datetime
    gebeurtenis: str
    tekst: str


class Volledig(Uittreksel):
    """Een escalatie met uitleg en tijdlijn."""

    uitleg: Uitleg
    nog_nodig: list[str]
    alarmen: list[Alarm]
    bevestigingen: list[Bevestigd]
    tijdlijn: list[Gebeurtenis]


class Drempelstand(Vorm):
    """Hoe ver een drempel is, op een locatie."""

    gemeente: str
    locatie: str
    locatie_naam: str
    drempel: str
    soort: str
    omschrijving: str
    regel: str
    vindplaats: str
    herkomst: Herkomst
    ingesteld_op: date | None
    grens: int
    venster_seconden: int | None
    telling: int
    vanaf: int | None
    """Vanaf hoeveel er wordt gewaarschuwd, als dat bekend is."""
    stand: str
    toelichting: str
    escalatie_id: UUID | None


class Drempelstanden(Vorm):
    """Alle drempels die u mag zien."""

    drempels: list[Drempelstand]


def uittreksel(rij: dict[str, Any]) -> Uittreksel:
    """Turn a row into what the API gives."""
    return Uittreksel.model_validate(_kort(rij))


def volledig(dossier: Dossier) -> Volledig:
    """Turn one escalation into what the API gives."""
    return Volledig.model_validate(
        {
            **_kort(dossier.rij),
            "uitleg": uitleg(dossier),
            "nog_nodig": ontbrekende_stappen(dossier.zaak.escalatie) if dossier.rij["gesloten_op"] is None else (),
            "alarmen": dossier.alarmen,
            "bevestigingen": dossier.bevestigingen,
            "tijdlijn": tijdlijn(dossier),
        }
    )


def uitleg(dossier: Dossier) -> Uitleg:
    """Say which rule this is, where it stands, and which facts are behind it."""
    feit = dossier.zaak.overschreden
    return Uitleg(
        tekst=waarom(feit, dossier.zaak.profiel),
        regel=feit.regel,
        vindplaats=vindplaats(feit.regel),
        herkomst=feit.herkomst,
        ingesteld_op=date.fromisoformat(feit.ingesteld_op) if feit.ingesteld_op else None,
        profielversie=feit.profielversie,
        venster=feit.venster,
        telling=feit.telling,
        grens=feit.grens,
        feiten=list(feit.feiten),
        meldingen=list(dossier.meldingen),
        wat_nu=feit.wat_nu,
    )


def tijdlijn(dossier: Dossier) -> list[Gebeurtenis]:
    """Put everything that happened in order of time."""
    verloop = [Gebeurtenis(op=feit.tijd, gebeurtenis=feit.naam, tekst=zin(feit.fact)) for feit in dossier.verloop]
    erbij = [
        Gebeurtenis(op=rij["op"], gebeurtenis="EscalatieGevoed", tekst="Er kwam een melding bij.")
        for rij in dossier.voeding
    ]
    return sorted([*verloop, *erbij], key=lambda regel: regel.op)


def drempelstand(stand: Stand) -> Drempelstand:
    """Turn the count of a threshold into what the API gives."""
    drempel = stand.drempel
    return Drempelstand(
        gemeente=stand.gemeente,
        locatie=stand.locatie,
        locatie_naam=stand.locatie_naam,
        drempel=drempel.code,
        soort=drempel.soort,
        omschrijving=drempel.omschrijving,
        regel=drempel.regel,
        vindplaats=vindplaats(drempel.regel),
        herkomst=drempel.herkomst,
        ingesteld_op=drempel.ingesteld_op,
        grens=drempel.grens,
        venster_seconden=int(drempel.venster.total_seconds()) if drempel.venster else None,
        telling=stand.telling,
        vanaf=stand.vanaf,
        stand=_in_woorden(stand),
        toelichting=stand.toelichting,
        escalatie_id=UUID(stand.escalatie_id) if stand.escalatie_id else None,
    )


def _in_woorden(stand: Stand) -> str:
    """Write the count as somebody reads it in a table."""
    match stand.drempel.soort:
        case "enkel-incident":
            return "elk incident"
        case "uitblijven":
            return "elke keer"
        case "groei":
            return (
                f"{stand.telling}, groei vanaf {stand.vanaf}" if stand.vanaf else f"{stand.telling}, nog geen oordeel"
            )
        case "jaarnorm":
            return f"{stand.telling} van {stand.drempel.grens} dit jaar"
        case _:
            return f"{stand.telling} van {stand.drempel.grens}"


_ANDERS = {
    "opschalen_op": "klim_op",
    "politie_ingelicht_op": "politie_op",
    "burgemeester_ingelicht_op": "burgemeester_op",
}


def _kort(rij: dict[str, Any]) -> dict[str, Any]:
    velden = {naam: rij[_ANDERS.get(naam, naam)] for naam in Uittreksel.model_fields if naam != "gewaarschuwd"}
    return {**velden, "gewaarschuwd": rij["rollen"].split()}
