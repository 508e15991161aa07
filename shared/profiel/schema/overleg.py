"""The series of meetings and their rhythm."""

from datetime import date, time, timedelta
from typing import Annotated, Literal

from pydantic import Field

from shared.contracts.escalatie import Herkomst
from shared.profiel.schema.basis import Deel, MetRegel
from shared.profiel.vormen import Code, Duur, Herhaling, Naam, Regel

Weekdag = Literal["maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag"]
WEEKDAGEN: tuple[Weekdag, ...] = ("maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag")
_BYDAY = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")


class Fase(Deel):
    """A stretch of time, counted from the arrival of the first residents, and the rhythm in it.

    `vast` and `wekelijks`: by the day or rule of the series; `ad-hoc`: when there is a reason.
    """

    naam: Literal["voor-aankomst", "eerste-maanden", "daarna"]
    ritme: Literal["ad-hoc", "wekelijks", "vast"]
    maanden: Annotated[int, Field(ge=1, le=24)] | None = None
    voorlopig: bool = False
    regel: Regel


class Onderwerp(Deel):
    """Something that can stand on an agenda: fixed, or when somebody asks for it."""

    code: Code
    naam: Naam
    regel: Regel
    vertrouwelijk: bool = False


class Reeks(MetRegel):
    """A series of meetings. `bespreekt_meldingen`: the one on whose agenda every melding stands (LVS-2.4)."""

    code: Code
    soort: Code
    naam: Naam
    kort: Naam | None = None
    """What people call it: the menu and the start page say it too."""
    locaties: tuple[Code, ...]
    deelnemers: tuple[Code, ...]
    bespreekt_meldingen: bool = False
    meldingen_regel: Regel = "LVS-2.4"
    """Why a melding stands on this agenda."""
    bespreekt_incidenten: bool = False
    """Every incident of the COA stands here as well, also one without consequences (LVS-0.4)."""
    incidenten_regel: Regel = "LVS-0.4"
    volgt_afspraken: bool = False
    """Agreements that are due or overdue stand on this agenda (KG-2.2.2)."""
    weekdag: Weekdag | None = None
    """Every week on this day: short for a `herhaling`."""
    herhaling: Herhaling | None = None
    """The rhythm as a rule of RFC 5545, such as FREQ=WEEKLY;INTERVAL=6;BYDAY=WE."""
    vanaf: date | None = None
    """The day from which `herhaling` counts; no meeting by rhythm comes before it."""
    tijd: time | None = None
    duur: Duur = timedelta(hours=1)
    feestdag: Literal["volgende-werkdag", "vorige-werkdag", "vervalt"] = "volgende-werkdag"
    """What happens to a meeting on a Dutch public holiday."""
    maanden_na_aankomst: Annotated[int, Field(ge=1, le=24)] | None = None
    """Once, so many months after the first residents (LVS-1.3)."""
    na: Code | None = None
    """The series whose findings are the input of this one (LVS-1.5): it is held before."""
    tussen: Code | None = None
    """Each meeting falls in a week between two meetings of that series (KG-2.2.2)."""
    aansluitend_op: Code | None = None
    """Each meeting follows a meeting of that series at once (TB-Winterswijk)."""
    besluit_over: Code | None = None
    """The series about whose rhythm this one decides (LVS-1.3)."""
    fasen: tuple[Fase, ...] = ()
    vaste_punten: tuple[Onderwerp, ...] = ()
    verzoeken: tuple[Onderwerp, ...] = ()
    """What somebody may ask this meeting to talk about (LVS-0.1, LVS-0.2)."""
    ad_hoc_binnen: Duur = timedelta(days=3)
    vooruit: Duur = timedelta(weeks=13)
    sluiten_binnen: Duur = timedelta(days=1)
    """How long after its beginning a meeting may stand open before its meldingen count as missed (LVS-2.4)."""
    uitnodigen_vooraf: Duur = timedelta(days=14)

    @property
    def ritme(self) -> str | None:
        """The rule by which it meets; None where it has none of its own."""
        if self.herhaling or self.weekdag is None:
            return self.herhaling
        return f"FREQ=WEEKLY;BYDAY={_BYDAY[WEEKDAGEN.index(self.weekdag)]}"


class Bespreken(MetRegel):
    """What holds for a melding of which no series is named that discusses it (LVS-2.4)."""

    zonder_overleg_na: Duur = timedelta(days=1)
    """How long it may stand on no agenda before it counts as missed."""


EIGEN_TERMIJN = Bespreken(regel="LVS-2.4", herkomst=Herkomst.GEMEENTE)
"""For a profile that states none: without a term nobody would ever hear of it."""
