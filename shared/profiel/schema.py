"""The gemeenteprofiel: what differs between municipalities is data here, never an `if` on a name.

Every rule cites the line it comes from (`regel`) and whose number it is (`herkomst`).
"""

from datetime import date, time, timedelta
from enum import StrEnum
from hashlib import sha256
from typing import Annotated, Any, Literal, Self
from zoneinfo import ZoneInfo

from pydantic import BaseModel, ConfigDict, Field, PrivateAttr

from shared.contracts.escalatie import Herkomst, Stap
from shared.contracts.intake import Aard, GerichtTegen
from shared.profiel.vormen import CbsCode, Code, Duur, Naam, Oin, Regel, Tijdzone, Zin

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

    naam: Naam
    code: CbsCode
    oin: Oin
    tijdzone: Tijdzone = "Europe/Amsterdam"


class Gebied(_Deel):
    """A neighbourhood in which something can be reported."""

    code: Code
    naam: Naam


class Locatie(_Deel):
    """A reception location, a neighbourhood or the municipality: never a dwelling or a street."""

    code: Code
    naam: Naam
    soort: Literal["opvanglocatie", "wijk", "gemeente"]
    geopend_op: date | None = None
    eerste_bewoners_op: date | None = None
    gebieden: tuple[Gebied, ...] = ()


class Keuze(_Deel):
    """A code that somebody may choose, with the words on screen."""

    code: Code
    naam: Naam


class Meldingen(_Deel):
    """What intake asks and accepts."""

    plaats_verplicht: bool = False
    plaatsen: tuple[Keuze, ...] = ()
    kanalen: tuple[Keuze, ...]
    themas: tuple[Keuze, ...]
    historisch_na: Duur = timedelta(days=7)


class Partner(_Deel):
    """Who sits at a table or receives a hand-over; `rol` is what they may do in the system, if anything."""

    code: Code
    naam: Naam
    rol: Rol | None = None


class Fase(_Deel):
    """A stretch of time, counted from the arrival of the first residents, and the rhythm in it."""

    naam: Literal["voor-aankomst", "eerste-maanden", "daarna"]
    ritme: Literal["ad-hoc", "wekelijks"]
    maanden: Annotated[int, Field(ge=1, le=24)] | None = None
    voorlopig: bool = False
    regel: Regel


class Reeks(_Regel):
    """A series of meetings. `bespreekt_meldingen`: the one on whose agenda every melding stands (LVS-2.4)."""

    code: Code
    soort: Code
    naam: Naam
    locaties: tuple[Code, ...]
    deelnemers: tuple[Code, ...]
    bespreekt_meldingen: bool = False
    meldingen_regel: Regel = "LVS-2.4"
    """Why a melding stands on this agenda."""
    weekdag: Weekdag | None = None
    tijd: time | None = None
    na: Code | None = None
    """The series whose findings are the input of this one (LVS-1.5): it is held before."""
    fasen: tuple[Fase, ...] = ()
    ad_hoc_binnen: Duur = timedelta(days=3)
    vooruit: Duur = timedelta(weeks=13)


class Drempel(_Regel):
    """When people must be warned. `enkel`: each matching incident; `aantal`: `grens` matches within `venster`."""

    code: Code
    soort: Literal["enkel-incident", "aantal"]
    omschrijving: Zin
    locaties: tuple[Code, ...] = ()
    gevolgen_openbare_orde: bool | None = None
    aard: tuple[Aard, ...] = ()
    thema: tuple[Code, ...] = ()
    plaats: tuple[Code, ...] = ()
    gericht_tegen: tuple[GerichtTegen, ...] = ()
    ernst_vanaf: Annotated[int, Field(ge=1, le=4)] | None = None
    grens: Annotated[int, Field(ge=1)] = 1
    venster: Duur | None = None
    ladder: Code
    wat_nu: Zin
    stelt_overleg_voor: Code | None = None


Rollen = Annotated[tuple[Rol, ...], Field(min_length=1)]


class Trede(_Deel):
    """One step of a ladder: whom to warn, and how long to wait for a confirmation before the next step."""

    rollen: Rollen
    wacht: Duur


class TweedeStap(_Deel):
    """A confirmation that must follow the first (LVS-0.3: the police informs the burgemeester)."""

    stap: Stap
    door: Rollen
    binnen: Duur
    anders: Rollen


class Ladder(_Regel):
    """Who is warned, in which order. The last step is repeated every `herhaal` until a person confirms."""

    code: Code
    treden: Annotated[tuple[Trede, ...], Field(min_length=1)]
    herhaal: Duur
    tweede_stap: TweedeStap | None = None


class Kanaal(_Deel):
    """How a role is reached: Apprise URLs. `${NAAM}` is read from the environment, so no secret stands here."""

    rol: Rol
    urls: tuple[str, ...]


class Maatregelsoort(_Regel):
    """A measure of the catalogue with its legal limits."""

    code: Code
    naam: Naam
    bevoegd: Rol
    grondslag: Naam
    gericht_op: tuple[Literal["persoon", "gebied", "groep"], ...]
    termijn_hoogstens: Duur | None = None
    maanden_hoogstens: Annotated[int, Field(ge=1)] | None = None
    verlengingen_hoogstens: Annotated[int, Field(ge=0)] = 0
    totaal_maanden_hoogstens: Annotated[int, Field(ge=1)] | None = None
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
    _tekst: str = PrivateAttr("")

    def met_tekst(self, tekst: str) -> Self:
        """The same profile, knowing the TOML it came from."""
        kopie = self.model_copy()
        kopie._tekst = tekst
        return kopie

    def model_copy(self, **anders: Any) -> Self:
        """A changed copy no longer stands for the text that it came from."""
        kopie = super().model_copy(**anders)
        if anders.get("update"):
            kopie._tekst = ""
        return kopie

    @property
    def tekst(self) -> str:
        """The TOML; for a profile made in code the same as JSON."""
        return self._tekst or self.model_dump_json()

    @property
    def sha256(self) -> str:
        """Fingerprint of the text, hex."""
        return sha256(self.tekst.encode()).hexdigest()

    @property
    def versie(self) -> str:
        """Short name of exactly this text."""
        return self.sha256[:12]

    @property
    def zone(self) -> ZoneInfo:
        """In which the municipality plans its meetings."""
        return ZoneInfo(self.gemeente.tijdzone)

    def locatie(self, code: str) -> Locatie | None:
        """By code."""
        return next((locatie for locatie in self.locaties if locatie.code == code), None)

    def reeks(self, code: str) -> Reeks | None:
        """By code."""
        return next((reeks for reeks in self.reeksen if reeks.code == code), None)

    def drempel(self, code: str) -> Drempel | None:
        """By code."""
        return next((drempel for drempel in self.drempels if drempel.code == code), None)

    def ladder(self, code: str) -> Ladder | None:
        """By code."""
        return next((ladder for ladder in self.ladders if ladder.code == code), None)

    def partner(self, code: str) -> Partner | None:
        """By code."""
        return next((partner for partner in self.partners if partner.code == code), None)

    def maatregel(self, code: str) -> Maatregelsoort | None:
        """By code."""
        return next((soort for soort in self.maatregelen if soort.code == code), None)
