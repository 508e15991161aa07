"""A series at one location, with the series that it leans on."""

from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Literal
from uuid import UUID, uuid5
from zoneinfo import ZoneInfo

from shared.profiel.schema import Locatie, Profiel, Reeks

NAAMRUIMTE = UUID("5e1c52a4-1b1c-5b0e-9f7d-0d6a6c1b7e11")
"""Ids of meetings and agenda items are names in here: doing something twice gives the same id."""

OCHTEND = time(10)


@dataclass(frozen=True, slots=True)
class Besluit:
    """What the evaluation decided about a rhythm, from a day on (LVS-1.3)."""

    vanaf: date
    uitkomst: Literal["doorgaan", "ad-hoc"]
    regel: str = "LVS-1.3"


@dataclass(frozen=True, slots=True)
class Cyclus:
    """A series at one location. `voor`: what comes before it (LVS-1.5); `kop`: what it follows at once."""

    gemeente: str
    zone: ZoneInfo
    reeks: Reeks
    locatie: Locatie
    voor: "Cyclus | None" = None
    kop: "Cyclus | None" = None
    besluiten: tuple[Besluit, ...] = ()


@dataclass(frozen=True, slots=True)
class Voorkomen:
    """One meeting of a cycle: its id, its moments (UTC), and the rule that makes it be held.

    `dag`: the day of the rhythm, which a public holiday may have moved; None outside the rhythm.
    """

    overleg_id: UUID
    aanvang: datetime
    regel: str
    voorlopig: bool = False
    dag: date | None = None


Besluiten = dict[tuple[str, str], tuple[Besluit, ...]]
"""By series and location."""


def cycli(profiel: Profiel, besluiten: Besluiten | None = None) -> list[Cyclus]:
    """Every series at every location it is held for."""
    return [cyclus(profiel, reeks, locatie, besluiten) for reeks in profiel.reeksen for locatie in _bij(profiel, reeks)]


def cyclus(profiel: Profiel, reeks: Reeks, locatie: Locatie, besluiten: Besluiten | None = None) -> Cyclus:
    """This series at this location."""
    bekend = besluiten or {}

    def ander(code: str | None) -> Cyclus | None:
        gevonden = profiel.reeks(code) if code else None
        plekken = _bij(profiel, gevonden) if gevonden else []
        plek = next((plek for plek in plekken if plek.code == locatie.code), next(iter(plekken), None))
        return cyclus(profiel, gevonden, plek, bekend) if gevonden and plek else None

    return Cyclus(
        profiel.gemeente.code,
        profiel.zone,
        reeks,
        locatie,
        voor=ander(reeks.na),
        kop=ander(reeks.aansluitend_op),
        besluiten=bekend.get((reeks.code, locatie.code), ()),
    )


def voor_meldingen(profiel: Profiel, locatie: str) -> Cyclus | None:
    """Where meldingen about a location are discussed (LVS-2.4): its own series, else one for the whole municipality."""
    return _bespreekt(profiel, [reeks for reeks in profiel.reeksen if reeks.bespreekt_meldingen], locatie)


def voor_incidenten(profiel: Profiel, locatie: str) -> Cyclus | None:
    """Where the COA tells of every incident at a location (LVS-0.4)."""
    return _bespreekt(profiel, [reeks for reeks in profiel.reeksen if reeks.bespreekt_incidenten], locatie)


def id_van(cyclus: Cyclus, wanneer: str) -> UUID:
    """The id of a meeting of this cycle."""
    return uuid5(NAAMRUIMTE, f"{cyclus.gemeente}/{cyclus.reeks.code}/{cyclus.locatie.code}/{wanneer}")


def _bespreekt(profiel: Profiel, reeksen: list[Reeks], locatie: str) -> Cyclus | None:
    mogelijk = [(reeks, plek) for reeks in reeksen for plek in _bij(profiel, reeks)]
    eigen = [paar for paar in mogelijk if paar[1].code == locatie]
    gemeentelijk = [paar for paar in mogelijk if paar[1].soort == "gemeente"]
    return next((cyclus(profiel, *paar) for paar in eigen + gemeentelijk), None)


def _bij(profiel: Profiel, reeks: Reeks) -> list[Locatie]:
    return [locatie for locatie in profiel.locaties if locatie.code in reeks.locaties]
