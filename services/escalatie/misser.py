"""'Geen stille misser': every crossing led to notices, and every notice to a confirmation or a next step. Pure."""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID

from services.escalatie.alarm import Alarm, alarmen_van
from services.escalatie.staat import Escalatie, Status, Vervolg, begin, evolve
from services.escalatie.woorden import rol_naam
from shared.contracts import Fact
from shared.contracts.escalatie import AlarmNietVerzonden, AlarmVerzonden, DrempelOverschreden, EscalatieGeopend


@dataclass(frozen=True, slots=True)
class Misser:
    """Something that stopped without anybody hearing of it."""

    escalatie_id: UUID
    naam: str
    """What the threshold watches, in the words of the profile at that moment."""
    wat: str
    sinds: datetime


@dataclass
class _Verhaal:
    """What is still expected of one escalation."""

    overschreden_op: datetime
    naam: str
    zaak: Escalatie | None = None
    gevraagd: dict[UUID, tuple[Alarm, datetime]] = field(default_factory=dict)
    laatst: datetime | None = None


@dataclass
class Telling:
    """How much was looked at."""

    overschrijdingen: int = 0
    berichten: int = 0


class Nalezer:
    """Reads all facts in order, and then says what went missing."""

    def __init__(self) -> None:
        self._verhalen: dict[UUID, _Verhaal] = {}
        self.telling = Telling()

    def lees(self, fact: Fact, op: datetime) -> None:
        """Take one fact; `op`: when it was recorded."""
        if isinstance(fact, DrempelOverschreden):
            self._verhalen.setdefault(fact.escalatie_id, _Verhaal(op, fact.omschrijving or "Escalatie"))
            self.telling.overschrijdingen += 1
        verhaal = self._verhalen.get(getattr(fact, "escalatie_id", None) or UUID(int=0))
        if verhaal is None:
            return
        if isinstance(fact, EscalatieGeopend):
            verhaal.zaak = begin(fact)
        elif verhaal.zaak and isinstance(fact, Vervolg):
            verhaal.zaak = evolve(verhaal.zaak, fact)
        verhaal.laatst = op
        self._berichten(verhaal, fact, op)

    def missers(self, wekkers: Collection[str]) -> list[Misser]:
        """Say what stopped; `wekkers`: the names of what will still go off."""
        gevonden = [
            Misser(escalatie_id, verhaal.naam, wat, sinds)
            for escalatie_id, verhaal in self._verhalen.items()
            for wat, sinds in _gemist(escalatie_id, verhaal, wekkers)
        ]
        return sorted(gevonden, key=lambda misser: misser.sinds)

    def onbezorgd(self) -> list[Misser]:
        """Say which escalations wait for an answer to notices that have all stayed on the server."""
        wat = "geen enkel bericht is bij iemand bezorgd"
        return [
            Misser(zaak.id, verhaal.naam, wat, verhaal.overschreden_op)
            for verhaal in self._verhalen.values()
            if (zaak := verhaal.zaak) and zaak.status is Status.OPEN and zaak.klaargezet and not zaak.gehoord
        ]

    def _berichten(self, verhaal: _Verhaal, fact: Fact, op: datetime) -> None:
        for alarm in alarmen_van(fact):
            verhaal.gevraagd[alarm.id] = alarm, op
            self.telling.berichten += 1
        klaar = isinstance(fact, AlarmVerzonden) or (isinstance(fact, AlarmNietVerzonden) and not fact.opnieuw_op)
        if klaar and isinstance(fact, AlarmVerzonden | AlarmNietVerzonden) and fact.alarm_id:
            verhaal.gevraagd.pop(fact.alarm_id, None)


def _gemist(escalatie_id: UUID, verhaal: _Verhaal, wekkers: Collection[str]) -> Iterator[tuple[str, datetime]]:
    if verhaal.zaak is None:
        yield "een grens is bereikt, maar er is geen escalatie geopend", verhaal.overschreden_op
        return
    for alarm, op in verhaal.gevraagd.values():
        if f"verzend/{alarm.id}" not in wekkers:
            yield f"het bericht voor {rol_naam(alarm.rol)} is niet verstuurd en wordt niet meer geprobeerd", op
    for soort, wat in _verwacht(verhaal.zaak):
        if f"{soort}/{escalatie_id}" not in wekkers:
            yield wat, verhaal.laatst or verhaal.overschreden_op


def _verwacht(zaak: Escalatie) -> Iterable[tuple[str, str]]:
    """Which timers this state needs."""
    if zaak.status is Status.OPEN:
        yield "klim", "niemand heeft bevestigd, en er wordt niemand meer gewaarschuwd"
    if zaak.tweede_stap_op is not None:
        yield "tweede-stap", "de burgemeester is niet ingelicht, en er wordt niemand meer aan herinnerd"
    if zaak.verloopt_op is not None:
        yield "verloop", "de bevestiging had een termijn, en er wordt niet meer op gelet"
