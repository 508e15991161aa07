"""Who has duty when: rotations in layers on the clock on the wall, and changes over them. Pure."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta
from itertools import pairwise
from uuid import UUID
from zoneinfo import ZoneInfo

from shared.profiel.schema import WEEKDAGEN, Piketlaag, Rooster

DAG = timedelta(days=1)
Feestdag = Callable[[date], bool]


@dataclass(frozen=True, slots=True)
class Wijziging:
    """For a while somebody else than the rotation says; of two at one moment the one recorded last holds."""

    id: UUID
    dienst: str
    van: datetime
    tot: datetime
    soort: str = "vervanging"


@dataclass(frozen=True, slots=True)
class Beurt:
    """A stretch in which one seat has duty; `dienst` None: nobody. `bron`: the layer, or the kind of change."""

    van: datetime
    tot: datetime
    dienst: str | None
    bron: str

    @property
    def is_gat(self) -> bool:
        """Whether nobody has duty."""
        return self.dienst is None


@dataclass(frozen=True)
class Plan:
    """The rota of one role with everything that decides it."""

    rooster: Rooster
    zone: ZoneInfo
    feestdag: Feestdag
    wijzigingen: Sequence[Wijziging] = ()

    def nu(self, moment: datetime) -> tuple[str | None, str]:
        """Who has duty at a moment, and by which layer or change."""
        for wijziging in reversed(self.wijzigingen):
            if wijziging.van <= moment < wijziging.tot:
                return wijziging.dienst, wijziging.soort
        for laag in reversed(self.rooster.lagen):
            if self._geldt(laag, moment) and (dienst := self._aan_de_beurt(laag, moment)):
                return dienst, laag.code
        return None, ""

    def beurten(self, van: datetime, tot: datetime) -> list[Beurt]:
        """Every stretch from `van` to `tot`, gaps included, without holes between them."""
        grenzen = sorted({van, tot, *(grens for grens in self._grenzen(van, tot) if van < grens < tot)})
        stukken = [Beurt(een, ander, *self.nu(een)) for een, ander in pairwise(grenzen)]
        return _samen(stukken)

    def beurt(self, moment: datetime, vooruit: timedelta) -> Beurt:
        """The stretch that holds a moment, seen no further than `vooruit` either way."""
        om = self.beurten(moment - vooruit, moment + vooruit)
        return next(beurt for beurt in om if beurt.van <= moment < beurt.tot)

    def gaten(self, van: datetime, tot: datetime) -> list[Beurt]:
        """When nobody has duty."""
        return [beurt for beurt in self.beurten(van, tot) if beurt.is_gat]

    def _aan_de_beurt(self, laag: Piketlaag, moment: datetime) -> str | None:
        dag = moment.astimezone(self.zone).date()
        while self._op(dag, laag.wissel) > moment:
            dag -= DAG
        verstreken = (dag - laag.begin).days
        return laag.diensten[verstreken // laag.dagen % len(laag.diensten)] if verstreken >= 0 else None

    def _geldt(self, laag: Piketlaag, moment: datetime) -> bool:
        vandaag = moment.astimezone(self.zone).date()
        return any(
            begin <= moment < einde
            for dag in (vandaag - DAG, vandaag)
            if self._op_deze_dag(laag, dag)
            for begin, einde in [self._uren(laag, dag)]
        )

    def _op_deze_dag(self, laag: Piketlaag, dag: date) -> bool:
        weekdag = not laag.weekdagen or WEEKDAGEN[dag.weekday()] in laag.weekdagen
        return weekdag and (laag.feestdagen == "ook" or self.feestdag(dag) == (laag.feestdagen == "alleen"))

    def _uren(self, laag: Piketlaag, dag: date) -> tuple[datetime, datetime]:
        van, tot = laag.van or time(), laag.tot or time()
        return self._op(dag, van), self._op(dag if van < tot else dag + DAG, tot)

    def _op(self, dag: date, tijd: time) -> datetime:
        """The moment of a time on the wall. An hour that comes twice: the first; one that is not there: just after."""
        return datetime.combine(dag, tijd, self.zone).astimezone(UTC)

    def _grenzen(self, van: datetime, tot: datetime) -> Iterable[datetime]:
        """Every moment at which somebody else may get duty."""
        for wijziging in self.wijzigingen:
            yield from (wijziging.van, wijziging.tot)
        dag, laatste = van.astimezone(self.zone).date() - DAG, tot.astimezone(self.zone).date() + DAG
        while dag <= laatste:
            for laag in self.rooster.lagen:
                yield self._op(dag, laag.wissel)
                yield from self._uren(laag, dag)
            dag += DAG


def _samen(stukken: Iterable[Beurt]) -> list[Beurt]:
    """Join stretches that follow each other with the same seat from the same source."""
    samen: list[Beurt] = []
    for stuk in stukken:
        if samen and (samen[-1].dienst, samen[-1].bron) == (stuk.dienst, stuk.bron):
            samen[-1] = replace(samen[-1], tot=stuk.tot)
        else:
            samen.append(stuk)
    return samen
