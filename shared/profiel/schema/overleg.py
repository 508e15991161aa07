"""The series of meetings and their rhythm."""

from datetime import time, timedelta
from typing import Annotated, Literal

from pydantic import Field

from shared.profiel.schema.basis import Deel, MetRegel
from shared.profiel.vormen import Code, Duur, Naam, Regel

Weekdag = Literal["maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag"]
WEEKDAGEN: tuple[Weekdag, ...] = ("maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag")


class Fase(Deel):
    """A stretch of time, counted from the arrival of the first residents, and the rhythm in it."""

    naam: Literal["voor-aankomst", "eerste-maanden", "daarna"]
    ritme: Literal["ad-hoc", "wekelijks"]
    maanden: Annotated[int, Field(ge=1, le=24)] | None = None
    voorlopig: bool = False
    regel: Regel


class Reeks(MetRegel):
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
