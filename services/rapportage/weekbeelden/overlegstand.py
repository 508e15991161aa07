"""What the meetings decided and what became of it, as the next meeting wants to know it. Pure.

Nobody's text is here: what was found and decided stands with the meetings, where confidential parts are shielded.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from services.rapportage.beeld import Overlegvak, Vorm
from services.rapportage.week import Week


class Afspraakvak(Vorm):
    """An agreement past its date. `wie`: a partner's code, `naam`: what that partner is called."""

    afspraak_id: UUID
    wie: str
    naam: str
    uiterlijk: datetime
    regel: str


class Afsprakenstand(Vorm):
    """Agreements at the peildatum: how many are open, which of these are overdue, and what ended in the week shown."""

    open: int
    over_datum: tuple[Afspraakvak, ...]
    nagekomen_deze_week: int
    waarvan_te_laat: int
    vervallen_deze_week: int


class Overlegverwijzing(Vorm):
    """A meeting whose record is closed."""

    overleg_id: UUID
    naam: str
    aanvang: datetime
    gesloten_op: datetime


class SindsOverleg(Vorm):
    """What is new since the last closed meeting about meldingen. None: not for this role."""

    overleg: Overlegverwijzing
    meldingen: int
    incidenten: int
    escalaties: int | None
    """Opened since."""
    maatregelen: int | None
    """Imposed since."""
    afspraken_nagekomen: int
    afspraken_over_datum: int
    """Whose date passed since, and that are still open."""


class Uitkomst(Vorm):
    """What one meeting brings into the next kind of meeting: how much, and where it can be read.

    Confidential findings and decisions are counted only for who may read them.
    """

    overleg: Overlegverwijzing
    besproken: int
    doorgeschoven: int
    bevindingen: int
    besluiten: int
    afspraken: int


class Inbreng(Vorm):
    """The input of one series of meetings from another (LVS-1.5): what was closed since its own last meeting."""

    reeks: str
    naam: str
    regel: str
    uit_naam: str
    volgend: Overlegvak | None
    uitkomsten: tuple[Uitkomst, ...]


@dataclass(frozen=True, slots=True)
class Afspraak:
    """An agreement as known at the peildatum; `klaar` and `vervallen`: when it ended, and how.

    Its number as text: hardly any is shown.
    """

    afspraak_id: str
    wie: str
    uiterlijk: datetime
    regel: str
    klaar: datetime | None
    vervallen: datetime | None

    @property
    def is_open(self) -> bool:
        """Whether somebody must still do it."""
        return self.klaar is None and self.vervallen is None


@dataclass(frozen=True, slots=True)
class Gesloten:
    """A meeting whose record was closed."""

    overleg_id: str
    reeks: str
    aanvang: datetime
    op: datetime


def afsprakenstand(alle: Iterable[Afspraak], week: Week, peildatum: datetime) -> Afsprakenstand:
    """Say how agreements stand; what ended, ended within the week shown and at or before the peildatum."""
    afspraken = list(alle)
    klaar = [een for een in afspraken if _binnen(een.klaar, week)]
    te_laat = sorted(over_datum(afspraken, peildatum), key=lambda een: (een.uiterlijk, een.afspraak_id))
    return Afsprakenstand(
        open=sum(een.is_open for een in afspraken),
        over_datum=tuple(vak(een) for een in te_laat),
        nagekomen_deze_week=len(klaar),
        waarvan_te_laat=sum(een.klaar is not None and een.klaar > een.uiterlijk for een in klaar),
        vervallen_deze_week=sum(een.klaar is None and _binnen(een.vervallen, week) for een in afspraken),
    )


def over_datum(afspraken: Iterable[Afspraak], peildatum: datetime) -> list[Afspraak]:
    """Return the open ones whose date has passed."""
    return [een for een in afspraken if een.is_open and een.uiterlijk < peildatum]


def laatste(gesloten: Sequence[Gesloten], reeksen: Iterable[str]) -> Gesloten | None:
    """Return the meeting of these series whose record was closed last."""
    kiesbaar = [een for een in gesloten if een.reeks in set(reeksen)]
    return max(kiesbaar, key=lambda een: (een.op, een.overleg_id), default=None)


def in_te_brengen(gesloten: Sequence[Gesloten], van: str, naar: str) -> list[Gesloten]:
    """Return the meetings of series `van` closed since series `naar` last closed one; else the last one, oldest first.

    The police meeting hears each LVOS once, and what it heard last time when there was none since.
    """
    vorige = laatste(gesloten, [naar])
    nieuw = [een for een in gesloten if een.reeks == van and (vorige is None or een.op > vorige.op)]
    laatst = laatste(gesloten, [van])
    return sorted(nieuw, key=lambda een: een.op) or ([laatst] if laatst else [])


def _binnen(moment: datetime | None, week: Week) -> bool:
    return moment is not None and week.van <= moment < week.tot


def vak(afspraak: Afspraak) -> Afspraakvak:
    """Show it; the name is its partner's code, until a profile says what that is called."""
    return Afspraakvak(
        afspraak_id=UUID(afspraak.afspraak_id),
        wie=afspraak.wie,
        naam=afspraak.wie,
        uiterlijk=afspraak.uiterlijk,
        regel=afspraak.regel,
    )
