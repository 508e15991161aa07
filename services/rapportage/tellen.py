"""Counting a week: from cells to the tables of the picture. Pure; what counts when stands in `beeld.py`."""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from services.rapportage.beeld import Dag, Incidentenbeeld, Meldingenbeeld, Paar, Telling, Weekvak
from services.rapportage.week import Week
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
    historisch: bool
    aantal: int


Kies = Callable[[Cel], bool]


@dataclass(frozen=True)
class Geteld:
    """The cells of a week and of the week before."""

    week: Week
    deze: Sequence[Cel]
    vorige: Sequence[Cel]

    def paar(self, kies: Kies) -> Paar:
        """How many, in both weeks."""
        return Paar(deze_week=_som(self.deze, kies), vorige_week=_som(self.vorige, kies))

    def tabel(self, kies: Kies, per: Callable[[Cel], str], lijst: Lijst) -> tuple[Telling, ...]:
        """One row per code: all of the list, also with nothing, then what was counted outside it."""
        deze, vorige = _per(self.deze, kies, per), _per(self.vorige, kies, per)
        extra = sorted((deze.keys() | vorige.keys()) - lijst.keys())
        return tuple(
            Telling(
                code=code or "niet-opgegeven", naam=_naam(lijst, code), deze_week=deze[code], vorige_week=vorige[code]
            )
            for code in (*lijst, *extra)
        )


def verdeel(week: Week, cellen: Iterable[Cel]) -> Geteld:
    """Put cells in the week or in the week before; others are left out."""
    lijst, vorige = list(cellen), week.vorige()
    return Geteld(week, _binnen(lijst, week), _binnen(lijst, vorige))


def meldingen(geteld: Geteld, woorden: Woorden) -> Meldingenbeeld:
    """Count the meldingen."""
    return Meldingenbeeld(
        totaal=geteld.paar(is_melding),
        waarvan_historisch=geteld.paar(lambda cel: is_melding(cel) and cel.historisch),
        per_aard=geteld.tabel(is_melding, lambda cel: cel.aard, woorden.aard),
        per_plaats=geteld.tabel(is_melding, lambda cel: cel.plaats, woorden.plaats),
        per_kanaal=geteld.tabel(is_melding, lambda cel: cel.kanaal, woorden.kanaal),
        per_gericht_tegen=geteld.tabel(is_melding, lambda cel: cel.gericht_tegen, woorden.gericht_tegen),
        per_thema=geteld.tabel(is_melding, lambda cel: cel.thema, woorden.thema),
    )


def incidenten(geteld: Geteld, woorden: Woorden) -> Incidentenbeeld:
    """Count the incidents."""
    return Incidentenbeeld(
        totaal=geteld.paar(is_incident),
        waarvan_historisch=geteld.paar(lambda cel: is_incident(cel) and cel.historisch),
        met_gevolgen_openbare_orde=geteld.paar(lambda cel: is_incident(cel) and cel.gevolgen),
        per_ernst=geteld.tabel(is_incident, lambda cel: str(cel.ernst), woorden.ernst),
        per_aard=geteld.tabel(is_incident, lambda cel: cel.aard, woorden.aard),
        per_plaats=geteld.tabel(is_incident, lambda cel: cel.plaats, woorden.plaats),
        per_gericht_tegen=geteld.tabel(is_incident, lambda cel: cel.gericht_tegen, woorden.gericht_tegen),
        per_thema=geteld.tabel(is_incident, lambda cel: cel.thema, woorden.thema),
    )


def per_dag(geteld: Geteld) -> tuple[Dag, ...]:
    """Count each local day beside the same day of the week before."""
    dagen = zip(DAGEN, geteld.week.dagen, geteld.week.vorige().dagen, strict=True)
    return tuple(
        Dag(
            naam=naam,
            datum=dag,
            meldingen=_dagpaar(geteld, dag, eerder, is_melding),
            incidenten=_dagpaar(geteld, dag, eerder, is_incident),
        )
        for naam, dag, eerder in dagen
    )


def weekvak(week: Week, peildatum: datetime) -> Weekvak:
    """Say which week it is."""
    return Weekvak(code=week.code, van=week.dagen[0], tot=week.dagen[6], volledig=peildatum >= week.tot)


def is_melding(cel: Cel) -> bool:
    """A resident's report (LVS-2.1)."""
    return not cel.incident


def is_incident(cel: Cel) -> bool:
    """Reported by the COA (LVS-0.4)."""
    return cel.incident


def _binnen(cellen: Iterable[Cel], week: Week) -> list[Cel]:
    van, tot = week.van, week.tot
    return [cel for cel in cellen if van <= cel.uur < tot]


def _dagpaar(geteld: Geteld, dag: date, eerder: date, kies: Kies) -> Paar:
    zone = geteld.week.zone
    return Paar(
        deze_week=_som(geteld.deze, lambda cel: kies(cel) and cel.uur.astimezone(zone).date() == dag),
        vorige_week=_som(geteld.vorige, lambda cel: kies(cel) and cel.uur.astimezone(zone).date() == eerder),
    )


def _som(cellen: Iterable[Cel], kies: Kies) -> int:
    return sum(cel.aantal for cel in cellen if kies(cel))


def _per(cellen: Iterable[Cel], kies: Kies, per: Callable[[Cel], str]) -> Counter[str]:
    telling: Counter[str] = Counter()
    for cel in cellen:
        if kies(cel):
            telling[per(cel)] += cel.aantal
    return telling


def _naam(lijst: Lijst, code: str) -> str:
    return "Niet opgegeven" if code == NIET_OPGEGEVEN else lijst.get(code, code)
