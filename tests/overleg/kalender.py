"""The calendar of a profile as text, a meeting a line. `python -m tests.overleg.kalender` writes the golden files."""

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from pathlib import Path

from services.overleg.reeks import Cyclus, Voorkomen, cycli, feestdag, voorkomens
from shared.profiel import WEEKDAGEN, Profiel
from tests.overleg.voorbeelden import meegeleverd, profiel

GOUD = Path(__file__).parents[1] / "data" / "kalenders"
TOT = date(2028, 1, 1)


def kalender(van: Profiel, begin: date) -> list[str]:
    """Every meeting by rhythm from `begin` through 2027, in order."""
    alle = [(voorkomen, cyclus) for cyclus in cycli(van) for voorkomen in _tussen(cyclus, begin)]
    return [_regel(*paar) for paar in sorted(alle, key=lambda paar: (paar[0].aanvang, paar[1].reeks.code))]


def _tussen(cyclus: Cyclus, begin: date) -> Iterator[Voorkomen]:
    eerste, laatste = (datetime.combine(dag, time(), cyclus.zone) for dag in (begin, TOT))
    yield from voorkomens(cyclus, eerste - timedelta(seconds=1), laatste)


def _regel(voorkomen: Voorkomen, cyclus: Cyclus) -> str:
    lokaal = voorkomen.aanvang.astimezone(cyclus.zone)
    wanneer = f"{lokaal:%Y-%m-%d} {WEEKDAGEN[lokaal.weekday()]:<9} {lokaal:%H:%M}"
    voorlopig = " voorlopig" if voorkomen.voorlopig else ""
    return f"{wanneer} {cyclus.reeks.code:<17} {voorkomen.regel}{voorlopig}{_verplaatst(voorkomen, lokaal)}"


def _verplaatst(voorkomen: Voorkomen, lokaal: datetime) -> str:
    if voorkomen.dag is None or voorkomen.dag == lokaal.date():
        return ""
    waarom = feestdag(voorkomen.dag) or "weekend, of na het overleg ervoor"
    return f" (niet op {voorkomen.dag:%d-%m}: {waarom})"


KALENDERS = {
    "zoetermeer": lambda: kalender(profiel(date(2026, 2, 2)), date(2026, 2, 2)),
    "koggenland": lambda: kalender(meegeleverd("koggenland"), date(2026, 1, 5)),
    "leidschendam-voorburg": lambda: kalender(meegeleverd("leidschendam-voorburg"), date(2026, 1, 1)),
}

if __name__ == "__main__":
    GOUD.mkdir(exist_ok=True)
    for naam, maak in KALENDERS.items():
        (GOUD / f"{naam}.txt").write_text("".join(f"{regel}\n" for regel in maak()), encoding="utf-8")
