"""What an escalation is at this moment, as its facts say."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Literal, assert_never
from uuid import UUID

from services.escalatie.alarm import Alarm, alarmen_van
from services.escalatie.stilte import na_stilte
from shared.contracts import Fact
from shared.contracts.escalatie import (
    AlarmHerhaald,
    AlarmNietVerzonden,
    AlarmVerzonden,
    BurgemeesterIngelicht,
    EscalatieBevestigd,
    EscalatieGeopend,
    EscalatieGesloten,
    EscalatieOpgeschaald,
    LinkGevraagd,
    PolitieIngelicht,
    Stap,
    StapGemist,
    VasteStilte,
    VasteTrede,
    VasteTweedeStap,
)
from shared.contracts.escalatie.piket import AlarmAangekomen, BevestigingIngetrokken, BevestigingVerlopen
from shared.profiel.schema import Rol
from shared.verzending.vormen import BEWAAR

Vervolg = (
    EscalatieOpgeschaald
    | AlarmHerhaald
    | StapGemist
    | AlarmVerzonden
    | AlarmNietVerzonden
    | AlarmAangekomen
    | EscalatieBevestigd
    | BevestigingVerlopen
    | BevestigingIngetrokken
    | LinkGevraagd
    | PolitieIngelicht
    | BurgemeesterIngelicht
    | EscalatieGesloten
)
"""What can happen to an escalation once it is open."""


class Status(StrEnum):
    """Where an escalation stands."""

    OPEN = "open"
    BEVESTIGD = "bevestigd"
    GESLOTEN = "gesloten"


@dataclass(frozen=True, slots=True)
class Bezorging:
    """How far the newest notice to a role is."""

    alarm: Alarm
    klaar: bool = False
    """A channel took it, or it will not be tried any more."""


@dataclass(frozen=True)
class Escalatie:
    """One situation in which people must act."""

    id: UUID
    gemeente: str
    locatie: str
    treden: tuple[VasteTrede, ...]
    herhaal: timedelta
    tweede_stap: VasteTweedeStap | None
    klim_op: datetime | None
    termijn: datetime | None = None
    """When the ladder would have climbed, had nobody confirmed: what holds again when that is taken back."""
    status: Status = Status.OPEN
    trede: int = 0
    ronde: int = 1
    bevestigd: frozenset[tuple[Stap, str]] = frozenset()
    politie_ingelicht: bool = False
    burgemeester_ingelicht: bool = False
    tweede_stap_op: datetime | None = None
    """The deadline of the second step, and after it the moment of the next reminder."""
    tweede_stap_ronde: int = 0
    tweede_stap_uiterlijk: datetime | None = None
    """The deadline that the second step was given first: taking back and confirming again give no other."""
    stilte: VasteStilte | None = None
    verloopt_na: timedelta | None = None
    verloopt_op: datetime | None = None
    """When the confirmation stops counting, unless something follows."""
    weer_open: Literal["", "verlopen", "teruggenomen"] = ""
    """Why it is open although somebody had confirmed."""
    bezorging: Mapping[tuple[Stap, str], Bezorging] = field(default_factory=dict)
    gehoord: frozenset[str] = frozenset()
    """The roles of which a notice left this server."""
    klaargezet: frozenset[str] = frozenset()
    """The roles of which a notice was only kept here: that reached nobody."""
    links: tuple[tuple[str, datetime], ...] = ()
    """Which role asked for a new link, and when."""

    @property
    def rollen(self) -> frozenset[str]:
        """Everybody on the ladder."""
        tweede = {*self.tweede_stap.door, *self.tweede_stap.anders} if self.tweede_stap else set()
        return frozenset(rol for trede in self.treden for rol in trede.rollen) | tweede

    @property
    def bevestigd_op(self) -> datetime | None:
        """When somebody did something last, where that can lapse."""
        return self.verloopt_op - self.verloopt_na if self.verloopt_op and self.verloopt_na else None

    def straks(self, op: datetime, wacht: timedelta) -> datetime:
        """Give the moment after this wait at which people may be disturbed, counted from when they may be."""
        return na_stilte(na_stilte(op, self.stilte) + wacht, self.stilte)


def given(facts: Iterable[Fact]) -> Escalatie | None:
    """Read an escalation back from its history; None when there is none."""
    escalatie: Escalatie | None = None
    for fact in facts:
        if isinstance(fact, EscalatieGeopend):
            escalatie = begin(fact)
        elif escalatie and isinstance(fact, Vervolg):
            escalatie = evolve(escalatie, fact)
    return escalatie


def na(escalatie: Escalatie, facts: Iterable[Vervolg]) -> Escalatie:
    """Say how it would stand after these."""
    for fact in facts:
        escalatie = evolve(escalatie, fact)
    return escalatie


def begin(fact: EscalatieGeopend) -> Escalatie:
    """An escalation that was just opened."""
    return Escalatie(
        id=fact.escalatie_id,
        gemeente=fact.gemeente,
        locatie=fact.locatie,
        treden=fact.treden,
        herhaal=fact.herhaal,
        tweede_stap=fact.tweede_stap,
        klim_op=fact.klim_op,
        stilte=fact.stilte,
        verloopt_na=fact.verloopt_na,
        bezorging=_gevraagd({}, fact),
    )


def evolve(escalatie: Escalatie, fact: Vervolg) -> Escalatie:  # noqa: C901 - one branch a fact
    """Take over what happened. Never refuses."""
    match fact:
        case EscalatieOpgeschaald():
            bezorging = _gevraagd(escalatie.bezorging, fact)
            return replace(escalatie, trede=fact.trede, ronde=1, klim_op=fact.klim_op, bezorging=bezorging)
        case AlarmHerhaald() | StapGemist():
            return replace(_herinnerd(escalatie, fact), bezorging=_gevraagd(escalatie.bezorging, fact))
        case AlarmVerzonden():
            return _na_bericht(_gehoord(escalatie, fact), fact)
        case AlarmNietVerzonden() | AlarmAangekomen():
            return _na_bericht(escalatie, fact)
        case EscalatieBevestigd():
            return _bevestigd(escalatie, fact)
        case BevestigingVerlopen():
            return _weer_open(escalatie, fact, {paar for paar in escalatie.bevestigd if paar[0] is not Stap.ONTVANGEN})
        case BevestigingIngetrokken():
            return _ingetrokken(escalatie, fact)
        case LinkGevraagd():
            links = (*escalatie.links, (fact.rol, fact.op))
            return replace(escalatie, links=links, bezorging=_gevraagd(escalatie.bezorging, fact))
        case PolitieIngelicht():
            return replace(escalatie, politie_ingelicht=True)
        case BurgemeesterIngelicht():
            return replace(escalatie, burgemeester_ingelicht=True, tweede_stap_op=None)
        case EscalatieGesloten():
            return replace(escalatie, status=Status.GESLOTEN, klim_op=None, tweede_stap_op=None, verloopt_op=None)
        case _:
            assert_never(fact)


def _gehoord(escalatie: Escalatie, fact: AlarmVerzonden) -> Escalatie:
    if fact.kanaal == BEWAAR:
        return replace(escalatie, klaargezet=escalatie.klaargezet | {fact.rol})
    return replace(escalatie, gehoord=escalatie.gehoord | {fact.rol})


def _na_bericht(escalatie: Escalatie, fact: AlarmVerzonden | AlarmNietVerzonden | AlarmAangekomen) -> Escalatie:
    if isinstance(fact, AlarmAangekomen) or fact.alarm_id is None:
        return escalatie
    probeert = isinstance(fact, AlarmNietVerzonden) and fact.opnieuw_op
    return escalatie if probeert else _bezorgd(escalatie, fact.alarm_id)


def _herinnerd(escalatie: Escalatie, fact: AlarmHerhaald | StapGemist) -> Escalatie:
    ronde = fact.ronde if isinstance(fact, AlarmHerhaald) else 1
    if fact.stap is Stap.ONTVANGEN:
        return replace(escalatie, ronde=ronde, klim_op=fact.volgende_op)
    return replace(escalatie, tweede_stap_ronde=ronde, tweede_stap_op=fact.volgende_op)


def _bevestigd(escalatie: Escalatie, fact: EscalatieBevestigd) -> Escalatie:
    return replace(
        escalatie,
        status=Status.BEVESTIGD,
        klim_op=None,
        termijn=escalatie.klim_op or escalatie.termijn,
        bevestigd=escalatie.bevestigd | {(fact.stap, fact.door)},
        tweede_stap_uiterlijk=escalatie.tweede_stap_uiterlijk or fact.tweede_stap_uiterlijk,
        tweede_stap_op=fact.tweede_stap_uiterlijk or escalatie.tweede_stap_op,
        verloopt_op=fact.verloopt_op,
    )


def _weer_open(
    escalatie: Escalatie, fact: BevestigingVerlopen | BevestigingIngetrokken, bevestigd: Iterable[tuple[Stap, str]]
) -> Escalatie:
    return replace(
        escalatie,
        status=Status.OPEN,
        bevestigd=frozenset(bevestigd),
        klim_op=fact.klim_op,
        ronde=fact.ronde,
        verloopt_op=None,
        weer_open="verlopen" if isinstance(fact, BevestigingVerlopen) else "teruggenomen",
        bezorging=_gevraagd(escalatie.bezorging, fact),
    )


def _ingetrokken(escalatie: Escalatie, fact: BevestigingIngetrokken) -> Escalatie:
    over = escalatie.bevestigd - {(fact.stap, fact.door)}
    if fact.stap is Stap.ONTVANGEN:
        politie = escalatie.politie_ingelicht and fact.door != Rol.POLITIE
        return replace(
            _weer_open(escalatie, fact, over) if fact.heropend else escalatie, politie_ingelicht=politie, bevestigd=over
        )
    nog = any(stap is fact.stap for stap, _ in over)
    uiterlijk = fact.tweede_stap_uiterlijk or escalatie.tweede_stap_op
    return replace(escalatie, burgemeester_ingelicht=nog, tweede_stap_op=uiterlijk, bevestigd=over)


def _gevraagd(bezorging: Mapping[tuple[Stap, str], Bezorging], fact: Fact) -> Mapping[tuple[Stap, str], Bezorging]:
    return {**bezorging, **{(alarm.stap, alarm.rol): Bezorging(alarm) for alarm in alarmen_van(fact)}}


def _bezorgd(escalatie: Escalatie, alarm_id: UUID) -> Escalatie:
    bezorging = {
        sleutel: Bezorging(stand.alarm, klaar=True) if stand.alarm.id == alarm_id else stand
        for sleutel, stand in escalatie.bezorging.items()
    }
    return replace(escalatie, bezorging=bezorging)
