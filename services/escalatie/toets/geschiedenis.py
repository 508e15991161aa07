"""What happened, as it is known now: corrected, without what was withdrawn, and each event once. Pure."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from operator import attrgetter
from typing import Any
from uuid import UUID

from services.escalatie.drempels.telling import Waarneming
from services.escalatie.signalen import Gemist, Signaalfeit, signaal_van
from services.escalatie.voorval import Lid, Wijziging, gewijzigd, groepen
from shared.contracts.escalatie import CijfersIngevoerd, Periodecijfer
from shared.contracts.intake import (
    IncidentGemeld,
    Koppeling,
    MeldingGekoppeld,
    MeldingOntkoppeld,
    MeldingOntvangen,
)

_op_tijd = attrgetter("waarneming.voorgevallen_op", "feit")


@dataclass
class Geschiedenis:
    """Collects the facts of a past; any order of services, each service in its own order."""

    _leden: dict[UUID, Lid] = field(default_factory=dict)
    _paren: set[tuple[UUID, UUID]] = field(default_factory=set)
    signalen: list[tuple[Signaalfeit, str, str, str]] = field(default_factory=list)
    """What was missed, with gemeente, locatie and the id of the event."""
    cijfers: dict[tuple[str, str], dict[tuple[Any, Any], Periodecijfer]] = field(default_factory=dict)

    def neem(self, fact: object, feit: str) -> None:
        """Take a fact over; what thresholds do not look at is passed over."""
        if isinstance(fact, MeldingOntvangen | IncidentGemeld):
            self._leden.setdefault(fact.melding_id, Lid(fact, feit))
        elif isinstance(fact, Wijziging) and fact.melding_id in self._leden:
            self._leden[fact.melding_id] = gewijzigd(self._leden[fact.melding_id], fact)
        elif isinstance(fact, MeldingGekoppeld) and fact.soort is Koppeling.ZELFDE_VOORVAL:
            self._paren.add(_paar(fact.melding_id, fact.aan))
        elif isinstance(fact, MeldingOntkoppeld):
            self._paren.discard(_paar(fact.melding_id, fact.aan))
        elif isinstance(fact, Gemist):
            self.signalen.append((signaal_van(fact), fact.gemeente, fact.locatie, feit))
        elif isinstance(fact, CijfersIngevoerd):
            deel = self.cijfers.setdefault((fact.gemeente, fact.reeks), {})
            deel.update({(periode.van, periode.tot): periode for periode in fact.perioden})

    def leden(self, gemeente: str) -> list[Lid]:
        """The meldingen of one municipality that count, by the moment when they happened."""
        hier = [lid for lid in self._leden.values() if lid.waarneming.gemeente == gemeente and not lid.ingetrokken]
        return sorted(hier, key=_op_tijd)

    def groep_van(self) -> Mapping[UUID, frozenset[UUID]]:
        """Of what was linked: everything that is the same event."""
        gekoppeld = {lid for paar in self._paren for lid in paar}
        return {lid: groep for groep in groepen(gekoppeld, self._paren) for lid in groep}

    def __len__(self) -> int:
        return len(self._leden)


def van_waarnemingen(waarnemingen: Iterable[tuple[Waarneming, str]]) -> Geschiedenis:
    """A history of nothing but reports."""
    geschiedenis = Geschiedenis()
    for waarneming, feit in waarnemingen:
        geschiedenis.neem(waarneming, feit)
    return geschiedenis


def _paar(een: UUID, ander: UUID) -> tuple[UUID, UUID]:
    return (een, ander) if een < ander else (ander, een)
