"""Which weeks, quarters and years a form offers: those that have begun, the newest first. Pure."""

from collections.abc import Callable, Mapping
from datetime import date, datetime, timedelta
from functools import lru_cache

from services.rapportage.openbaar.kwartaal import Kwartaal, lees_kwartaal
from services.rapportage.openbaar.tijdvak import lees_tijdvak
from services.rapportage.plek import Plek
from services.rapportage.verslagen.verslag import jaar_van
from services.rapportage.week import Week, lees_week, week_van
from shared.facts import OngeldigeInvoer

Keuzes = list[tuple[str, str]]
TERUG, VERST = timedelta(days=2 * 365), timedelta(days=10 * 365)
"""So far back at least, and at most since the location is open. What is older can be asked for in the address."""
_HOEVEELSTE = ("Eerste", "Tweede", "Derde", "Vierde")


def tijdkeuzes(plek: Plek, nu: datetime, velden: Mapping[str, str]) -> dict[str, Keuzes]:
    """Give by field what it offers; what stands in the address is among it, however old."""
    soort = velden.get("soort", "")
    lijsten: dict[str, Callable[[], Keuzes]] = {
        "week": lambda: weken(plek, nu, velden["week"]),
        "periode": lambda: (jaren if soort == "jaar" else kwartalen)(plek, nu, velden["periode"]),
        "jaar": lambda: jaren(plek, nu, velden["jaar"]),
    }
    return {veld: lijst() for veld, lijst in lijsten.items() if veld in velden}


def weken(plek: Plek, nu: datetime, gekozen: str = "") -> Keuzes:
    """Every week, with its days."""
    uit = _weken(week_van(nu, plek.zone), _eerste(plek, nu))
    return _met(list(uit), gekozen, lambda: _week(lees_week(gekozen, plek.zone, nu)))


def kwartalen(plek: Plek, nu: datetime, gekozen: str = "") -> Keuzes:
    """Every quarter, with its months."""
    begin = _eerste(plek, nu)
    alle = [Kwartaal(jaar, nummer, plek.zone) for jaar in _jaren(plek, nu) for nummer in (4, 3, 2, 1)]
    uit = [_kwartaal(een) for een in alle if een.van <= nu and een.tot.astimezone(plek.zone).date() > begin]
    return _met(uit, gekozen, lambda: _kwartaal(lees_kwartaal(gekozen, plek.zone)))


def jaren(plek: Plek, nu: datetime, gekozen: str = "") -> Keuzes:
    """Every year."""
    uit = [_jaar(jaar) for jaar in _jaren(plek, nu)]
    return _met(uit, gekozen, lambda: _jaar(jaar_van(gekozen, plek.zone).van.year))


def afgelopen(plek: Plek, nu: datetime, gekozen: str = "") -> Keuzes:
    """Every quarter and year that is over: of what still goes on no figures are published."""
    alle = [(keuze, lees_tijdvak(keuze[0], plek.zone)) for keuze in _tijdvakken(plek, nu, gekozen)]
    return [keuze for keuze, vak in alle if vak.van <= nu and vak.tot <= nu]


def _tijdvakken(plek: Plek, nu: datetime, gekozen: str) -> Keuzes:
    jaar = gekozen if gekozen.isdecimal() else ""
    return [*kwartalen(plek, nu, "" if jaar else gekozen), *jaren(plek, nu, jaar)]


def _met(keuzes: Keuzes, gekozen: str, lees: Callable[[], tuple[str, str]]) -> Keuzes:
    """Add what was asked for, where it is one; what is none the form says itself."""
    if not gekozen or gekozen in dict(keuzes):
        return keuzes
    try:
        return [*keuzes, lees()]
    except OngeldigeInvoer:
        return keuzes


def _eerste(plek: Plek, nu: datetime) -> date:
    vandaag = nu.astimezone(plek.zone).date()
    return max(min(plek.locatie.geopend_op or vandaag, vandaag - TERUG), vandaag - VERST)


@lru_cache(maxsize=100)
def _weken(week: Week, eerste: date) -> tuple[tuple[str, str], ...]:
    """Give the weeks from this one back to that day: the same on every page of a day."""
    uit = []
    while week.dagen[6] >= eerste:
        uit.append(_week(week))
        week = week.vorige()
    return tuple(uit)


def _jaren(plek: Plek, nu: datetime) -> range:
    return range(nu.astimezone(plek.zone).year, _eerste(plek, nu).year - 1, -1)


def _week(week: Week) -> tuple[str, str]:
    van, tot = week.dagen[0], week.dagen[6]
    return week.code, f"Week {week.nummer} van {week.jaar} ({van.day}-{van.month} tot en met {tot.day}-{tot.month})"


def _kwartaal(een: Kwartaal) -> tuple[str, str]:
    return (
        een.code,
        f"{_HOEVEELSTE[een.nummer - 1]} kwartaal van {een.jaar} ({een.maanden[0]} tot en met {een.maanden[2]})",
    )


def _jaar(jaar: int) -> tuple[str, str]:
    return str(jaar), f"Heel {jaar}"
