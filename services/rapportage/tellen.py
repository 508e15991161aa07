"""Counting a week: from cells to the tables of the picture. Pure; what counts when stands in `beeld.py`."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, tzinfo
from functools import cached_property, lru_cache
from operator import attrgetter, itemgetter
from typing import Any, NamedTuple

from services.rapportage.beeld import Aantallen, Dag, Incidentenbeeld, Meldingenbeeld, Paar, Telling, Uur, Weekvak
from services.rapportage.week import Week
from services.rapportage.weekbeelden.vergelijken import ERVOOR, gemiddelde
from services.rapportage.woorden import DAGEN, NIET_OPGEGEVEN, Lijst, Woorden


class Cel(NamedTuple):
    """How many meldingen or incidents are alike in everything that is counted by.

    `uur`: since when (UTC); they happened in that hour, or in the longer stretch that begins with it. An hour
    of UTC lies in one local day wherever the offset is a whole number of hours, as in all of the Kingdom.
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
_UUR = attrgetter("hour")
_KLOK, _PRECIES = attrgetter("klok"), attrgetter("precies")
"""Kept: what is counted is kept by how it is counted."""
WAARNAAR = ("aard", "plaats", "kanaal", "gericht_tegen", "thema", "ernst", "gevolgen", "gebied", "historisch")
"""What is counted by, beside time."""
_HAAL = {veld: itemgetter(Cel._fields.index(veld)) for veld in WAARNAAR}
Soort = bool
"""Whether it is an incident."""
MELDING, INCIDENT = False, True
_TELT = {MELDING: [veld for veld in WAARNAAR if veld not in ("ernst", "gevolgen")], INCIDENT: WAARNAAR}
"""What each is counted by: a melding has no severity."""
Per = Mapping[tuple[Soort, str], Counter[Any]]


@dataclass(frozen=True, eq=False)
class Weektelling:
    """One week: how many by each property, and when. Never changed: what is reckoned from it may be kept.

    `precies`: the same without those of which only the part of the day is known. They happened on their day, in no
    hour that anybody named.
    """

    per: Per
    klok: Sequence[Cel]
    precies: Sequence[Cel]

    def totaal(self, soort: Soort) -> int:
        """How many meldingen, or incidents."""
        return sum(self.per[soort, "aard"].values())

    def zonder_uur(self, soort: Soort) -> int:
        """Of how many only the part of the day is known."""
        return self.totaal(soort) - sum(cel.aantal for cel in self.precies if cel.incident is soort)


@dataclass(frozen=True)
class Geteld:
    """A week, the weeks before it (the newest first), and the same week a year before.

    `sinds`: the first that ever happened here. A week that began before it was not measured: its zeros mean nothing.
    """

    week: Week
    deze: Weektelling
    ervoor: Sequence[Weektelling]
    toen: Weektelling
    sinds: datetime | None = None

    @cached_property
    def gemeten(self) -> Sequence[Weektelling]:
        """The measured weeks before."""
        aantal = sum(is_gemeten(week, self.sinds) for week in weken_ervoor(self.week))
        return self.ervoor[:aantal]

    @cached_property
    def jaar_geleden(self) -> Weektelling | None:
        """The week of a year before, if it was measured."""
        return self.toen if is_gemeten(self.week.jaar_eerder(), self.sinds) else None

    def totaal(self, soort: Soort) -> Paar:
        """How many, in this week and beside it."""
        return self.naast(lambda week: week.totaal(soort))

    def met(self, soort: Soort, veld: str) -> Paar:
        """How many of which something is so."""
        return self.naast(lambda week: week.per[soort, veld][True])

    def naast(self, tel: Callable[[Weektelling], int]) -> Paar:
        """Put this week beside the others."""
        jaar = self.jaar_geleden
        return Paar(
            deze_week=tel(self.deze),
            vorige_week=tel(self.ervoor[0]),
            gemiddeld=gemiddelde([tel(week) for week in self.gemeten]),
            jaar_geleden=None if jaar is None else tel(jaar),
        )

    def tabel(self, soort: Soort, veld: str, lijst: Lijst) -> tuple[Telling, ...]:
        """One row per code: all of the list, also with nothing, then what was counted outside it."""
        getoond = (self.deze, self.ervoor[0], *self.gemeten, *filter(None, [self.jaar_geleden]))
        codes = dict.fromkeys((*lijst, *sorted({str(code) for week in getoond for code in week.per[soort, veld]})))
        return tuple(
            Telling(code=code or "niet-opgegeven", naam=_naam(lijst, code), **self._van(soort, veld, code).waarden())
            for code in codes
        )

    def _van(self, soort: Soort, veld: str, code: str) -> Paar:
        waarde = int(code) if veld == "ernst" else code
        return self.naast(lambda week: week.per[soort, veld][waarde])


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
        totaal=geteld.totaal(MELDING),
        waarvan_historisch=geteld.met(MELDING, "historisch"),
        per_aard=geteld.tabel(MELDING, "aard", woorden.aard),
        per_plaats=geteld.tabel(MELDING, "plaats", woorden.plaats),
        per_gebied=geteld.tabel(MELDING, "gebied", gebieden),
        per_kanaal=geteld.tabel(MELDING, "kanaal", woorden.kanaal),
        per_gericht_tegen=geteld.tabel(MELDING, "gericht_tegen", woorden.gericht_tegen),
        per_thema=geteld.tabel(MELDING, "thema", woorden.thema),
    )


def incidenten(geteld: Geteld, woorden: Woorden, gebieden: Lijst) -> Incidentenbeeld:
    """Count the incidents."""
    return Incidentenbeeld(
        totaal=geteld.totaal(INCIDENT),
        waarvan_historisch=geteld.met(INCIDENT, "historisch"),
        met_gevolgen_openbare_orde=geteld.met(INCIDENT, "gevolgen"),
        per_ernst=geteld.tabel(INCIDENT, "ernst", woorden.ernst),
        per_aard=geteld.tabel(INCIDENT, "aard", woorden.aard),
        per_plaats=geteld.tabel(INCIDENT, "plaats", woorden.plaats),
        per_gebied=geteld.tabel(INCIDENT, "gebied", gebieden),
        per_gericht_tegen=geteld.tabel(INCIDENT, "gericht_tegen", woorden.gericht_tegen),
        per_thema=geteld.tabel(INCIDENT, "thema", woorden.thema),
    )


def per_dag(geteld: Geteld) -> tuple[Dag, ...]:
    """Count each local day beside the same day of the other weeks."""
    op = _op_klok(geteld, datetime.weekday)
    return tuple(
        Dag(naam=naam, datum=dag, meldingen=op(MELDING, nummer), incidenten=op(INCIDENT, nummer))
        for nummer, (naam, dag) in enumerate(zip(DAGEN, geteld.week.dagen, strict=True))
    )


def per_uur(geteld: Geteld) -> tuple[Uur, ...]:
    """Count each hour of the local day, all days together: of what is known in which hour it happened."""
    op = _op_klok(geteld, _UUR, _PRECIES)
    return tuple(Uur(uur=uur, meldingen=op(MELDING, uur), incidenten=op(INCIDENT, uur)) for uur in range(24))


def zonder_uur(geteld: Geteld) -> Aantallen:
    """Count what is in no hour: only the part of the day is known."""

    def van(soort: Soort) -> Paar:
        return geteld.naast(lambda week: week.zonder_uur(soort))

    return Aantallen(meldingen=van(MELDING), incidenten=van(INCIDENT))


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


def _op_klok(
    geteld: Geteld, per: Callable[[datetime], int], van: Callable[[Weektelling], Sequence[Cel]] = _KLOK
) -> Callable[[Soort, int], Paar]:
    """Count by what a local clock or calendar says."""
    return lambda soort, waarde: geteld.naast(lambda week: _per_klok(week, geteld.week.zone, per, van)[soort, waarde])


@lru_cache(maxsize=400)
def _per_klok(
    week: Weektelling, zone: tzinfo, per: Callable[[datetime], int], van: Callable[[Weektelling], Sequence[Cel]]
) -> Counter[tuple[Soort, int]]:
    """Count one week: a week that stays the same object stays the same."""
    telling: Counter[tuple[Soort, int]] = Counter()
    for cel in van(week):
        telling[cel.incident, per(cel.uur.astimezone(zone))] += cel.aantal
    return telling


def per(cellen: Iterable[Cel]) -> Per:
    """Count by each property; each cell counts one."""
    van: dict[Soort, list[Cel]] = {MELDING: [], INCIDENT: []}
    for cel in cellen:
        van[cel.incident].append(cel)
    return {(soort, veld): Counter(map(_HAAL[veld], van[soort])) for soort in van for veld in _TELT[soort]}


def _naam(lijst: Lijst, code: str) -> str:
    return "Niet opgegeven" if code == NIET_OPGEGEVEN else lijst.get(code, code)
