"""Thresholds: what was crossed and why, what changed afterwards, and the figures that norms are held against."""

from datetime import date
from typing import Literal
from uuid import UUID

from shared.contracts.base import Fact, Gezegd, Tijdstip
from shared.contracts.escalatie.basis import Herkomst, Venster, _Deel
from shared.contracts.intake import Dagdeel


class Groeivergelijking(_Deel):
    """A growth threshold: how many in the last days, against how many in the stretch before it."""

    dagen: int
    vergeleken: int
    dagen_ervoor: int
    verwacht: float
    """What the days before would lead one to expect in these days."""
    spreiding: float
    """Variance over mean of the weeks before; above 1 the reports come in bursts and more is needed."""
    kans: float
    """The chance of so many or more at an unchanged rate."""


class Jaarverwachting(_Deel):
    """A yearly norm: what the year would end on if it goes on like this, nine out of ten between `laag` and `hoog`."""

    jaar: int
    tot_nu_toe: int
    gemeten_dagen: int
    verwacht: float
    laag: float
    hoog: float


class DrempelOverschreden(Fact):
    """A threshold of the profile was crossed; everything that explains it stands here (promise 8)."""

    escalatie_id: UUID
    drempel: str
    regel: str
    herkomst: Herkomst
    ingesteld_op: str | None = None
    profielversie: str
    feiten: tuple[str, ...]
    """`ce-id` of every event that counted; of very many the newest, `telling` says how many there were."""
    venster: Venster | None
    telling: int
    grens: int
    omschrijving: str = ""
    """What this threshold watches, in the words of the profile at that moment."""
    wat_nu: str = ""
    """What to do now, in the words of the profile at that moment."""
    toelichting: str = ""
    """What may be told besides, in Dutch: never a value that somebody sent."""
    voorgevallen_op: Tijdstip | None = None
    """When the last of it happened."""
    politie_gebeld_op: Tijdstip | None = None
    """When the COA called the police, as far as it said so (LVS-0.3)."""
    wapen: Gezegd = Gezegd.ONBEKEND
    nog_gaande: Gezegd = Gezegd.ONBEKEND
    """What the COA said of the one incident that it began with: who is warned must know it first (LVS-0.3)."""
    soort: str = ""
    """The kind of threshold: `enkel-incident`, `aantal`, `groei`, `jaarnorm`, `uitblijven`."""
    groei: Groeivergelijking | None = None
    verwachting: Jaarverwachting | None = None
    dagdeel: Dagdeel | None = None
    """All that is known of the time of the last of it, as its melding says."""


class DrempelHerzien(Fact):
    """What led to an escalation changed afterwards: it is counted again, and said what is different.

    The escalation goes on until a person ends it, also when the threshold is not reached any more (promise 6).
    """

    escalatie_id: UUID
    drempel: str
    regel: str
    oorzaak: Literal[
        "gecorrigeerd", "ingetrokken", "gekoppeld", "ontkoppeld", "heropend", "bijgekomen", "alsnog-gebeurd"
    ]
    door_feit: str
    """`ce-id` of the event that changed it."""
    vervallen: tuple[str, ...] = ()
    """`ce-id` of the events that do not count any more."""
    telling: int
    grens: int
    nog_overschreden: bool
    uitleg: str
    """What changed, in Dutch."""
    wapen: Gezegd | None = None
    nog_gaande: Gezegd | None = None
    """What the COA says now of the one incident that it began with; None: as it was."""


class Periodecijfer(_Deel):
    """How many in the days from `van` up to and including `tot`."""

    van: date
    tot: date
    aantal: int


class Meetwaarde(_Deel):
    """What was measured over the days from `van` up to and including `tot`, in the unit of its series."""

    van: date
    tot: date
    waarde: float


class CijfersIngevoerd(Fact):
    """A municipal series of figures was imported (LV-3): a later figure of the same days replaces an earlier one."""

    reeks: str
    bron: str
    perioden: tuple[Periodecijfer, ...]
    """Counts; empty where the series does not count."""
    eenheid: str = "aantal"
    """`aantal`, `procent` or `rapportcijfer`; a reader passes over one that it does not know."""
    metingen: tuple[Meetwaarde, ...] = ()
    """Of a series that does not count, such as the marks of a survey (KN-tabel-2)."""
