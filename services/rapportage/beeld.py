"""The shape of a weekbeeld, as the API gives it and the page shows it.

What counts when. A melding or incident counts in the week and on the local day of `voorgevallenOp`: when it happened,
not when it was reported. It counts if it was recorded (`ce-time`) at or before `peildatum`, in the latest version that
was known then. `registratie: historisch` counts in every number and is stated apart in `waarvanHistorisch`.
Meldingen (residents, LVS-2.1) and incidenten (COA, LVS-0.4) are counted separately, never added up. What is open, in
force or next is the state at `peildatum`, whichever week is shown.
"""

from datetime import date, datetime
from typing import Any
from uuid import UUID

from pydantic import BaseModel, ConfigDict, computed_field
from pydantic.alias_generators import to_camel


class Vorm(BaseModel):
    """JSON in camelCase."""

    model_config = ConfigDict(frozen=True, alias_generator=to_camel, validate_by_name=True, serialize_by_alias=True)


class Antwoord(Vorm):
    """On what an answer stands: where, what was known when, with which profile, and how far each source was read."""

    locatie: str
    locatie_naam: str
    gemeente: str
    peildatum: datetime
    profielversie: str
    gelezen: dict[str, int]


class Paar(Vorm):
    """A number in the week shown and in the week before, and what a week has otherwise.

    `gemiddeld`: the mean of the measured weeks before it, at most eight; None with fewer than four. `jaar_geleden`: the
    same week of the year before; None: nothing was measured then.
    """

    deze_week: int = 0
    vorige_week: int = 0
    gemiddeld: float | None = None
    jaar_geleden: int | None = None

    def waarden(self) -> dict[str, Any]:
        """Return its numbers by name."""
        return {veld: getattr(self, veld) for veld in Paar.model_fields}


class Telling(Paar):
    """One row of a table: a code of the contract or the profile, its words, and how many."""

    code: str
    naam: str


class Weekvak(Vorm):
    """Which week; `volledig` says whether it was over at the peildatum, so that it can be compared."""

    code: str
    van: date
    tot: date
    volledig: bool


class Aantallen(Vorm):
    """Meldingen and incidents, never added up."""

    meldingen: Paar
    incidenten: Paar


class Dag(Aantallen):
    """One day of the week beside the same day a week before."""

    naam: str
    datum: date


class Uur(Aantallen):
    """One hour of the day, on all days of the week together; on local clocks, from `uur` up to the next."""

    uur: int


class Meldingenbeeld(Vorm):
    """Meldingen at the municipality (LVS-2.1, LVS-2.3)."""

    totaal: Paar
    waarvan_historisch: Paar
    per_aard: tuple[Telling, ...]
    per_plaats: tuple[Telling, ...]
    per_gebied: tuple[Telling, ...]
    per_kanaal: tuple[Telling, ...]
    per_gericht_tegen: tuple[Telling, ...]
    per_thema: tuple[Telling, ...]


class Incidentenbeeld(Vorm):
    """Incidents reported by the COA (LVS-0.3, LVS-0.4)."""

    totaal: Paar
    waarvan_historisch: Paar
    met_gevolgen_openbare_orde: Paar
    per_ernst: tuple[Telling, ...]
    per_aard: tuple[Telling, ...]
    per_plaats: tuple[Telling, ...]
    per_gebied: tuple[Telling, ...]
    per_gericht_tegen: tuple[Telling, ...]
    per_thema: tuple[Telling, ...]


class OpenEscalatie(Vorm):
    """Opened, and not closed at the peildatum. To whom and by whom is a role, never a person.

    `bevestigd_op`: when the first person took it on. Where `tweede_stap_nodig` (LVS-0.3), the police also confirms
    that the burgemeester was informed; `tweede_stap_gemist`: that was not confirmed in time.
    """

    escalatie_id: UUID
    drempel: str
    naam: str
    """What the threshold watches, in the words of the profile."""
    regel: str
    sinds: datetime
    gewaarschuwd: tuple[str, ...]
    bevestigd_op: datetime | None
    bevestigd_door: tuple[str, ...]
    tweede_stap_nodig: bool
    burgemeester_ingelicht_op: datetime | None
    tweede_stap_gemist: bool

    @computed_field  # type: ignore[prop-decorator]
    @property
    def bevestigd(self) -> bool:
        """Whether a person took it on."""
        return self.bevestigd_op is not None

    @property
    def vraagt_actie(self) -> bool:
        """Whether somebody must still confirm something."""
        return not self.bevestigd or (self.tweede_stap_nodig and self.burgemeester_ingelicht_op is None)


class Overlegvak(Vorm):
    """A meeting in the calendar at the peildatum. `voorgesteld`: not planned by rhythm but proposed."""

    overleg_id: UUID
    soort: str
    reeks: str
    naam: str
    aanvang: datetime
    voorlopig: bool
    voorgesteld: bool
    geopend: bool
    agendapunten: int


class LopendeMaatregel(Vorm):
    """A measure in force at the peildatum; whom it concerns does not stand here."""

    maatregel_id: UUID
    soort: str
    naam: str
    gericht_op: str
    ingaande: datetime
    eindigt: datetime | None
    regel: str
    loopt_af: bool = False
    """Whether it ends within fourteen days of the peildatum."""
