"""Counting a week: from cells to the tables of the picture. Pure; what counts when stands in `beeld.py`."""

from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from typing import TypeVar

from services.rapportage.beeld import Dag, Incidentenbeeld, Meldingenbeeld, Paar, Telling, Uur, Weekvak
from services.rapportage.week import Week
from services.rapportage.weekbeelden.vergelijken import ERVOOR, gemiddelde
from services.rapportage.woorden import DAGEN, NIET_OPGEGEVEN, Lijst, Woorden


@dataclass(frozen=True, slots=True)
class Cel:
    """How many meldingen or incidents are alike in everything that is counted by, within one hour (UTC).

    An hour of UTC lies in one local day wherever the offset is a whole number of hours, as in all of the Kingdom.
    `ernst` is 0 and `gevolgen` false where it is not an incident.
    """

    incident: bool
    uur: datetime
    aard: str
    plaats: str
    kanaal: str
    gericht_tegen: str
    thema: str
    ernst: int
    gevolgen: bool
    gebied: str
    historisch: bool
    aantal: int


Kies = Callable[[Cel], bool]
K = TypeVar("K", bound=Hashable)


@dataclass(frozen=True)
class Geteld:
    """The cells of a week, of the weeks before it (the newest first), and of the same week a year before.

    `sinds`: the first that ever happened here. A week that began before it was not measured: its zeros mean nothing.
    """

    week: Week
    deze: Sequence[Cel]
    ervoor: Sequence[Sequence[Cel]]
    toen: Sequence[Cel]
    sinds: datetime | None = None

    @property
    def gemeten(self) -> Sequence[Sequence[Cel]]:
        """The measured weeks before."""
        aantal = sum(is_gemeten(week, self.sinds) for week in weken_ervoor(self.week))
        return self.ervoor[:aantal]

    @property
    def jaar_geleden(self) -> Sequence[Cel] | None:
        """The week of a year before, if it was measured."""
        return self.toen if is_gemeten(self.week.jaar_eerder(), self.sinds) else None

    def paar(self, kies: Kies) -> Paar:
        """How many, in this week and beside it."""
        return self.per(kies, lambda _: "").get("", self.niets)

    def tabel(self, kies: Kies, per: Callable[[Cel], str], lijst: Lijst) -> tuple[Telling, ...]:
        """One row per code: all of the list, also with nothing, then what was counted outside it."""
        rijen = self.per(kies, per)
        extra = sorted(rijen.keys() - lijst.keys())
        return tuple(
            Telling(code=code or "niet-opgegeven", naam=_naam(lijst, code), **rijen.get(code, self.niets).waarden())
            for code in (*lijst, *extra)
        )

    def per(self, kies: Kies, per: Callable[[Cel], K]) -> dict[K, Paar]:
        """How many by some property, in this week and beside it."""
        deze, vorige = _per(self.deze, kies, per), _per(self.ervoor[0], kies, per)
        gemeten = [_per(week, kies, per) for week in self.gemeten]
        toen = _per(self.jaar_geleden or (), kies, per)
        return {
            wat: self._paar(deze[wat], vorige[wat], [week[wat] for week in gemeten], toen[wat])
            for wat in set().union(deze, vorige, *gemeten, toen)
        }

    @property
    def niets(self) -> Paar:
        """What stands where nothing was counted."""
        return self._paar(0, 0, [0] * len(self.gemeten), 0)

    def _paar(self, deze: int, vorige: int, gemeten: Sequence[int], toen: int) -> Paar:
        return Paar(
            deze_week=deze,
            vorige_week=vorige,
            gemiddeld=gemiddelde(gemeten),
            jaar_geleden=None if self.jaar_geleden is None else toen,
        )


def verdeel(week: Week, cellen: Iterable[Cel], sinds: datetime | None = None) -> Geteld:
    """Put cells in the week, the weeks before, or the one of a year ago; others are left out."""
    lijst = list(cellen)
    ervoor = tuple(_binnen(lijst, een) for een in weken_ervoor(week))
    return Geteld(week, _binnen(lijst, week), ervoor, _binnen(lijst, week.jaar_eerder()), sinds)


def weken_ervoor(week: Week) -> list[Week]:
    """Return the weeks that a week is held against, the newest first."""
    weken = [week.vorige()]
    while len(weken) < ERVOOR:
        weken.append(weken[-1].vorige())
    return weken


def is_gemeten(week: Week, sinds: datetime | None) -> bool:
    """Say whether something had been reported before a week began."""
    return sinds is not None and week.van >= sinds


def meldingen(geteld: Geteld, woorden: Woorden, gebieden: Lijst) -> Meldingenbeeld:
    """Count the meldingen."""
    return Meldingenbeeld(
        totaal=geteld.paar(is_melding),
        waarvan_historisch=geteld.paar(lambda cel: is_melding(cel) and cel.historisch),
        per_aard=geteld.tabel(is_melding, lambda cel: cel.aard, woorden.aard),
        per_plaats=geteld.tabel(is_melding, lambda cel: cel.plaats, woorden.plaats),
        per_gebied=geteld.tabel(is_melding, lambda cel: cel.gebied, gebieden),
        per_kanaal=geteld.tabel(is_melding, lambda cel: cel.kanaal, woorden.kanaal),
        per_gericht_tegen=geteld.tabel(is_melding, lambda cel: cel.gericht_tegen, woorden.gericht_tegen),
        per_thema=geteld.tabel(is_melding, lambda cel: cel.thema, woorden.thema),
    )


def incidenten(geteld: Geteld, woorden: Woorden, gebieden: Lijst) -> Incidentenbeeld:
    """Count the incidents."""
    return Incidentenbeeld(
        totaal=geteld.paar(is_incident),
        waarvan_historisch=geteld.paar(lambda cel: is_incident(cel) and cel.historisch),
        met_gevolgen_openbare_orde=geteld.paar(lambda cel: is_incident(cel) and cel.gevolgen),
        per_ernst=geteld.tabel(is_incident, lambda cel: str(cel.ernst), woorden.ernst),
        per_aard=geteld.tabel(is_incident, lambda cel: cel.aard, woorden.aard),
        per_plaats=geteld.tabel(is_incident, lambda cel: cel.plaats, woorden.plaats),
        per_gebied=geteld.tabel(is_incident, lambda cel: cel.gebied, gebieden),
        per_gericht_tegen=geteld.tabel(is_incident, lambda cel: cel.gericht_tegen, woorden.gericht_tegen),
        per_thema=geteld.tabel(is_incident, lambda cel: cel.thema, woorden.thema),
    )


def per_dag(geteld: Geteld) -> tuple[Dag, ...]:
    """Count each local day beside the same day of the other weeks."""
    meldingen_, incidenten_ = (_op_klok(geteld, soort, datetime.weekday) for soort in (is_melding, is_incident))
    return tuple(
        Dag(naam=naam, datum=dag, meldingen=meldingen_(nummer), incidenten=incidenten_(nummer))
        for nummer, (naam, dag) in enumerate(zip(DAGEN, geteld.week.dagen, strict=True))
    )


def per_uur(geteld: Geteld) -> tuple[Uur, ...]:
    """Count each hour of the local day, all days together."""
    meldingen_, incidenten_ = (_op_klok(geteld, soort, lambda op: op.hour) for soort in (is_melding, is_incident))
    return tuple(Uur(uur=uur, meldingen=meldingen_(uur), incidenten=incidenten_(uur)) for uur in range(24))


def weekvak(week: Week, peildatum: datetime) -> Weekvak:
    """Say which week it is."""
    return Weekvak(code=week.code, van=week.dagen[0], tot=week.dagen[6], volledig=peildatum >= week.tot)


def is_melding(cel: Cel) -> bool:
    """A resident's report (LVS-2.1)."""
    return not cel.incident


def is_incident(cel: Cel) -> bool:
    """Reported by the COA (LVS-0.4)."""
    return cel.incident


def som(cellen: Iterable[Cel], kies: Kies) -> int:
    """Add up."""
    return sum(cel.aantal for cel in cellen if kies(cel))


def _binnen(cellen: Iterable[Cel], week: Week) -> list[Cel]:
    van, tot = week.van, week.tot
    return [cel for cel in cellen if van <= cel.uur < tot]


def _op_klok(geteld: Geteld, soort: Kies, per: Callable[[datetime], int]) -> Callable[[int], Paar]:
    """Count by what a local clock or calendar says."""
    zone, niets = geteld.week.zone, geteld.niets
    klok = cache(lambda uur: per(uur.astimezone(zone)))  # the same few hours, over and over
    telling = geteld.per(soort, lambda cel: klok(cel.uur))
    return lambda nummer: telling.get(nummer, niets)


def _per(cellen: Iterable[Cel], kies: Kies, per: Callable[[Cel], K]) -> Counter[K]:
    telling: Counter[K] = Counter()
    for cel in filter(kies, cellen):
        telling[per(cel)] += cel.aantal
    return telling


def _naam(lijst: Lijst, code: str) -> str:
    return "Niet opgegeven" if code == NIET_OPGEGEVEN else lijst.get(code, code)
