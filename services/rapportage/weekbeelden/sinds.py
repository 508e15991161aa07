"""What is new since the last meeting about meldingen, one by one: behind each number its list. Pure."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from services.rapportage.beeld import Antwoord, Vorm
from services.rapportage.weekbeelden.overlegstand import Afspraak, Afspraakvak, Overlegverwijzing, over_datum
from shared.contracts.intake import Dagdeel
from shared.wanneer import Gebeurd


class Meldingvak(Vorm):
    """A melding or incident as it was reported, in words."""

    melding_id: UUID
    aard: str
    thema: str
    voorgevallen_op: datetime
    dagdeel: Dagdeel | None
    """All that is known of the time."""
    ontvangen_op: datetime

    @property
    def gebeurd(self) -> Gebeurd:
        """When it happened, as exactly as is known."""
        return Gebeurd(self.voorgevallen_op, self.dagdeel)


class Zaakvak(Vorm):
    """An escalation or a measure: what it is called, and since when."""

    zaak_id: UUID
    naam: str
    op: datetime


class Lijsten(Vorm):
    """Each list counts what the number of the same name counts. None: not for this role."""

    meldingen: tuple[Meldingvak, ...]
    incidenten: tuple[Meldingvak, ...]
    escalaties: tuple[Zaakvak, ...] | None
    maatregelen: tuple[Zaakvak, ...] | None
    afspraken_nagekomen: tuple[Afspraakvak, ...]
    afspraken_over_datum: tuple[Afspraakvak, ...]


class Nieuw(Antwoord):
    """What is new at one place; both None where no meeting about meldingen was closed yet."""

    overleg: Overlegverwijzing | None
    lijsten: Lijsten | None


@dataclass(frozen=True, slots=True)
class Gemeld:
    """A melding or incident, by its codes."""

    melding_id: str
    bekend_op: datetime
    aard: str
    thema: str
    gebeurd: Gebeurd


@dataclass(frozen=True, slots=True)
class Zaak:
    """Something that began: an escalation by its threshold, a measure by its kind."""

    zaak_id: str
    soort: str
    op: datetime


def nagekomen_sinds(afspraken: Iterable[Afspraak], op: datetime) -> list[Afspraak]:
    """Return those that were done after a moment."""
    return [een for een in afspraken if een.klaar is not None and een.klaar > op]


def verlopen_sinds(afspraken: Iterable[Afspraak], op: datetime, peildatum: datetime) -> list[Afspraak]:
    """Return those whose date passed since a moment, and that are still open."""
    return [een for een in over_datum(afspraken, peildatum) if een.uiterlijk >= op]
