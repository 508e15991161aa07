"""What is known of a melding now, and which meldingen are one event: those count once. Pure."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any, Literal
from uuid import UUID

from services.escalatie.drempels.telling import Telmoment, Waarneming, past
from shared.contracts.intake import (
    Gezegd,
    MeldingGeclassificeerd,
    MeldingGecorrigeerd,
    MeldingHeropend,
    MeldingIngetrokken,
    Registratie,
)
from shared.profiel.schema import Drempel, Profiel

Wijziging = MeldingGeclassificeerd | MeldingGecorrigeerd | MeldingIngetrokken | MeldingHeropend
Oorzaak = Literal["gecorrigeerd", "ingetrokken", "gekoppeld", "ontkoppeld", "heropend", "bijgekomen", "alsnog-gebeurd"]
GEMEENTE = "alle"
"""The location of what is counted for the whole municipality."""


@dataclass(frozen=True, slots=True)
class Lid:
    """One melding as it stands now; `feit` is the id of the event that brought it."""

    waarneming: Waarneming
    feit: str
    ingetrokken: bool = False

    @property
    def id(self) -> UUID:
        """Of the melding."""
        return self.waarneming.melding_id


@dataclass(frozen=True, slots=True)
class Plek:
    """Where a threshold counts: at a location, or for the whole municipality."""

    locatie: str
    drempel: str


def gewijzigd(lid: Lid, wijziging: Wijziging) -> Lid:
    """Take over what staff changed."""
    match wijziging:
        case MeldingIngetrokken():
            return replace(lid, ingetrokken=True)
        case MeldingHeropend():
            return replace(lid, ingetrokken=False)
        case _:
            return replace(lid, waarneming=lid.waarneming.model_copy(update=_velden(lid.waarneming, wijziging)))


def oorzaak_van(wijziging: Wijziging) -> Oorzaak:
    """Name the reason as `DrempelHerzien` does."""
    match wijziging:
        case MeldingIngetrokken():
            return "ingetrokken"
        case MeldingHeropend():
            return "heropend"
        case _:
            return "gecorrigeerd"


def groepen(leden: Iterable[UUID], koppelingen: Iterable[tuple[UUID, UUID]]) -> list[frozenset[UUID]]:
    """Put together what is one event, directly or by way of others."""
    groep = {lid: {lid} for lid in leden}
    for een, ander in koppelingen:
        if een in groep and ander in groep and groep[een] is not groep[ander]:
            samen = groep[een] | groep[ander]
            groep.update(dict.fromkeys(samen, samen))
    return list({frozenset(wie) for wie in groep.values()})


def momenten(drempels: Iterable[Drempel], groep: Sequence[Lid]) -> dict[Plek, Telmoment]:
    """What one event adds to which threshold: the earliest melding of it that fits, at each location once."""
    gevonden: dict[Plek, Telmoment] = {}
    for drempel in drempels:
        for plek, moment in _passend(drempel, groep):
            gevonden[plek] = min(moment, gevonden.get(plek, moment))
    return gevonden


def plek_van(drempel: Drempel, locatie: str) -> Plek:
    """Where this threshold counts a melding of this location."""
    heel = drempel.soort == "jaarnorm" and not drempel.locaties
    return Plek(GEMEENTE if heel else locatie, drempel.code)


def telmoment(lid: Lid) -> Telmoment:
    """What a melding is to a threshold."""
    historisch = lid.waarneming.registratie is Registratie.HISTORISCH
    return Telmoment(lid.waarneming.voorgevallen_op, lid.feit, lid.id, historisch)


def dag_van(moment: datetime, profiel: Profiel) -> int:
    """On which day it happened, as the municipality's calendar has it (ordinal)."""
    return moment.astimezone(profiel.zone).toordinal()


def _passend(drempel: Drempel, groep: Sequence[Lid]) -> Iterator[tuple[Plek, Telmoment]]:
    for lid in groep:
        if not lid.ingetrokken and past(drempel, lid.waarneming):
            yield plek_van(drempel, lid.waarneming.locatie), telmoment(lid)


def _velden(waarneming: Waarneming, wijziging: Wijziging) -> Mapping[str, Any]:
    bekend = type(waarneming).model_fields.keys() - {"melding_id", "gemeente", "locatie"}
    nieuw = {naam: getattr(wijziging, naam) for naam in bekend & type(wijziging).model_fields.keys()}
    anders = {naam: waarde for naam, waarde in nieuw.items() if waarde is not None}
    if "nog_gaande" in bekend:  # said when it was reported: no news any more, unless the correction says it
        anders["nog_gaande"] = nieuw.get("nog_gaande") or Gezegd.ONBEKEND
    return anders | {"dagdeel": nieuw["dagdeel"]} if "voorgevallen_op" in anders else anders
