"""How long each step takes, from reported to told back: shapes, and how they are computed. Pure.

How it is computed. Each melding counts that was received within the period; not one that was imported as history (it
is never forwarded or discussed) nor one that was withdrawn. A step is reached at its first moment known at the
peildatum. A percentile is the nearest rank: the shortest time within which at least that share of the cases was done.
With fewer than `KLEINSTE` cases there is no median, percentile or share: it would say something of single cases.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from math import ceil
from operator import attrgetter
from typing import NamedTuple

from services.rapportage.beeld import Vorm

KLEINSTE = 5
"""Fewer cases than this give no figure."""


class Duur(Vorm):
    """How long the cases took, in whole seconds; None: fewer than five cases."""

    aantal: int
    mediaan_seconden: int | None
    p90_seconden: int | None


class Partnerduur(Duur):
    """The cases that one partner was named for."""

    partner: str
    naam: str


class Norm(Vorm):
    """How often a rule was met, of the cases in which it could be seen. `aandeel`: 0 to 1; None: fewer than five."""

    regel: str | None
    """None: no rule of the profile asks for it."""
    omschrijving: str
    gehaald: int
    van: int
    aandeel: float | None


class Stap(Duur):
    """One step. `vanaf`: since when the time runs; `nog_niet`: cases that had not reached it at the peildatum."""

    code: str
    naam: str
    vanaf: str
    nog_niet: int
    per_partner: tuple[Partnerduur, ...]
    normen: tuple[Norm, ...]


class Verloop(Vorm):
    """The steps of the meldingen, or of the incidents, of a period."""

    gevallen: int
    stappen: tuple[Stap, ...]


class Moment(NamedTuple):
    """One thing done with a melding; see `MELDINGMOMENTEN`."""

    naam: str
    op: datetime
    wie: str = ""
    wat: str = ""
    zaak: str = ""
    uiterlijk: datetime | None = None
    regel: str = ""


_op = attrgetter("op")


@dataclass(slots=True)
class Geval:
    """One melding or incident, and everything that was done with it."""

    melding_id: str
    incident: bool
    ontvangen: datetime
    gewenst: bool
    momenten: dict[str, list[Moment]] = field(default_factory=dict)
    """By kind."""

    def noteer(self, moment: Moment) -> None:
        """Add what was done, in any order."""
        self.momenten.setdefault(moment.naam, []).append(moment)

    def van(self, naam: str) -> list[Moment]:
        """Return the moments of one kind, the first on top."""
        gevonden = self.momenten.get(naam)
        if not gevonden:
            return []
        return gevonden if len(gevonden) == 1 else sorted(gevonden, key=_op)


def duur(tijden: Iterable[timedelta]) -> tuple[int, int | None, int | None]:
    """Return how many, their median and 90th percentile in seconds; clocks that disagree make no time negative."""
    seconden = sorted(max(0, int(tijd.total_seconds())) for tijd in tijden)
    if len(seconden) < KLEINSTE:
        return len(seconden), None, None
    return len(seconden), rang(seconden, 50), rang(seconden, 90)


def rang(gesorteerd: Sequence[int], percentage: int) -> int:
    """Return the nearest-rank percentile of numbers in order."""
    return gesorteerd[ceil(percentage * len(gesorteerd) / 100) - 1]


def norm(regel: str | None, omschrijving: str, uitkomsten: Iterable[bool]) -> Norm:
    """Count how often a rule was met."""
    lijst = list(uitkomsten)
    gehaald, van = sum(lijst), len(lijst)
    aandeel = round(gehaald / van, 4) if van >= KLEINSTE else None
    return Norm(regel=regel, omschrijving=omschrijving, gehaald=gehaald, van=van, aandeel=aandeel)
