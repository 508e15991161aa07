"""The gemeenteprofiel: what differs between municipalities is data here, never an `if` on a name.

Every rule cites the line it comes from (`regel`) and whose number it is (`herkomst`).
"""

from datetime import date, time, timedelta
from enum import StrEnum
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

from shared.contracts.escalatie import Herkomst, Stap

Code = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=40)]
Regel = Annotated[str, StringConstraints(pattern=r"^[A-Z]{2,3}-[A-Za-z0-9.\-]+$", max_length=40)]
Weekdag = Literal["maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag"]
WEEKDAGEN: tuple[Weekdag, ...] = ("maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag")


class Rol(StrEnum):
    """Who somebody is to the system: the only identity that facts and messages know."""

    MELDPUNT = "meldpunt"
    COA = "coa"
    POLITIE = "politie"
    HANDHAVING = "handhaving"
    JONGERENWERK = "jongerenwerk"
    ZORG = "zorg"
    OOV = "oov"
    BURGEMEESTER = "burgemeester"
    OM = "om"
    PIKET = "piket"
    COMMUNICATIE = "communicatie"
    RAAD = "raad"
    BEHEER = "beheer"


class _Deel(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class _Regel(_Deel):
    """A part that exists because of a rule. `ingesteld_op` is required where the number is the municipality's."""

    regel: Regel
    herkomst: Herkomst
    ingesteld_op: date | None = None


class Gemeente(_Deel):
    """Who runs this."""

    naam: str
    code: Annotated[str, StringConstraints(pattern=r"^gm\d{4}$")]
    oin: Annotated[str, StringConstraints(pattern=r"^\d{20}$")]
    tijdzone: str = "Europe/Amsterdam"


class Gebied(_Deel):
    """A neighbourhood in which something can be reported."""

    code: Code
    naam: str


class Locatie(_Deel):
    """A reception location, a neighbourhood or the municipality: never a dwelling or a street."""

    code: Code
    naam: str
    soort: Literal["opvanglocatie", "wijk", "gemeente"]
    geopend_op: date | None = None
    eerste_bewoners_op: date | None = None
    gebieden: tuple[Gebied, ...] = ()


class Keuze(_Deel):
    """A code that somebody may choose, with the words on screen."""

    code: Code
    naam: str


class Meldingen(_Deel):
    """What intake asks and accepts."""

    plaats_verplicht: bool = False
    plaatsen: tuple[Keuze, ...] = ()
    kanalen: tuple[Keuze, ...]
    themas: tuple[Keuze, ...]
    historisch_na: timedelta = timedelta(days=7)


class Partner(_Deel):
    """Who sits at a table or receives a hand-over; `rol` is what they may do in the system, if anything."""

    code: Code
    naam: str
    rol: Rol | None = None


class Fase(_Deel):
    """A stretch of time, counted from the arrival of the first residents, and the rhythm in it."""

    naam: Literal["voor-aankomst", "eerste-maanden", "daarna"]
    ritme: Literal["ad-hoc", "wekelijks"]
    maanden: int | None = None
    voorlopig: bool = False
    regel: Regel


class Reeks(_Regel):
    """A series of meetings. `bespreekt_meldingen`: the one on whose agenda every melding stands (LVS-2.4)."""

    code: Code
    soort: Code
    naam: str
    locaties: tuple[Code, ...]
    deelnemers: tuple[Code, ...]
    bespreekt_meldingen: bool = False
    weekdag: Weekdag | None = None
    tijd: time | None = None
    fasen: tuple[Fase, ...] = ()
    ad_hoc_binnen: timedelta = timedelta(days=3)
    vooruit: timedelta = timedelta(weeks=13)


class Drempel(_Regel):
    """When people must be warned. `enkel`: each matching incident; `aantal`: `grens` matches within `venster`."""

    code: Code
    soort: Literal["enkel-incident", "aantal"]
    omschrijving: str
    locaties: tuple[Code, ...] = ()
    gevolgen_openbare_orde: bool | None = None
    aard: tuple[str, ...] = ()
    thema: tuple[str, ...] = ()
    plaats: tuple[str, ...] = ()
    gericht_tegen: tuple[str, ...] = ()
    ernst_vanaf: int | None = None
    grens: Annotated[int, Field(ge=1)] = 1
    venster: timedelta | None = None
    ladder: Code
    wat_nu: str
    stelt_overleg_voor: Code | None = None


class Trede(_Deel):
    """One step of a ladder: whom to warn, and how long to wait for a confirmation before the next step."""

    rollen: tuple[Rol, ...]
    wacht: timedelta


class TweedeStap(_Deel):
    """A confirmation that must follow the first (LVS-0.3: the police informs the burgemeester)."""

    stap: Stap
    door: tuple[Rol, ...]
    binnen: timedelta
    anders: tuple[Rol, ...]


class Ladder(_Regel):
    """Who is warned, in which order. The last step is repeated every `herhaal` until a person confirms."""

    code: Code
    treden: Annotated[tuple[Trede, ...], Field(min_length=1)]
    herhaal: timedelta
    tweede_stap: TweedeStap | None = None


class Kanaal(_Deel):
    """How a role is reached: Apprise URLs. `${NAAM}` is read from the environment, so no secret stands here."""

    rol: Rol
    urls: tuple[str, ...]


class Maatregelsoort(_Regel):
    """A measure of the catalogue with its legal limits."""

    code: Code
    naam: str
    bevoegd: Rol
    grondslag: str
    gericht_op: tuple[Literal["persoon", "gebied", "groep"], ...]
    termijn_hoogstens: timedelta | None = None
    niet_samen_met: tuple[Code, ...] = ()
    om_vooraf: bool = False
    gebieden: tuple[Code, ...] = ()


class Profiel(_Deel):
    """Everything of one municipality."""

    gemeente: Gemeente
    locaties: Annotated[tuple[Locatie, ...], Field(min_length=1)]
    meldingen: Meldingen
    partners: tuple[Partner, ...] = ()
    reeksen: tuple[Reeks, ...] = ()
    drempels: tuple[Drempel, ...] = ()
    ladders: tuple[Ladder, ...] = ()
    kanalen: tuple[Kanaal, ...] = ()
    maatregelen: tuple[Maatregelsoort, ...] = ()
