"""When a series meets: date arithmetic in local time, so that ten o'clock stays ten o'clock in summer and winter."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from itertools import count
from uuid import UUID, uuid5
from zoneinfo import ZoneInfo

from dateutil.relativedelta import relativedelta
from dateutil.rrule import WEEKLY, rrule

from shared.facts import Rejected
from shared.profiel.schema import WEEKDAGEN, Fase, Locatie, Profiel, Reeks

NAAMRUIMTE = UUID("5e1c52a4-1b1c-5b0e-9f7d-0d6a6c1b7e11")
"""Ids of meetings and agenda items are names in here: doing something twice gives the same id."""

OCHTEND = time(10)
ZATERDAG = 5


class VolgordeOnjuist(Rejected):
    """The findings of the LVOS are the input of the Politieoverleg, so the LVOS comes first in the week (LVS-1.5)."""

    regel = "LVS-1.5"


@dataclass(frozen=True, slots=True)
class Cyclus:
    """A series at one location of a municipality."""

    gemeente: str
    zone: ZoneInfo
    reeks: Reeks
    locatie: Locatie


@dataclass(frozen=True, slots=True)
class Voorkomen:
    """One meeting of a cycle: its id, the moment (UTC), and the rule that makes it be held."""

    overleg_id: UUID
    aanvang: datetime
    regel: str
    voorlopig: bool = False


def cycli(profiel: Profiel) -> list[Cyclus]:
    """Every series at every location it is held for."""
    return [cyclus(profiel, reeks, locatie) for reeks in profiel.reeksen for locatie in _bij(profiel, reeks)]


def cyclus(profiel: Profiel, reeks: Reeks, locatie: Locatie) -> Cyclus:
    """This series at this location."""
    return Cyclus(profiel.gemeente.code, profiel.zone, reeks, locatie)


def voor_meldingen(profiel: Profiel, locatie: str) -> Cyclus | None:
    """Where meldingen about a location are discussed (LVS-2.4): its own series, else one for the whole municipality."""
    mogelijk = [cyclus for cyclus in cycli(profiel) if cyclus.reeks.bespreekt_meldingen]
    eigen = [cyclus for cyclus in mogelijk if cyclus.locatie.code == locatie]
    gemeentelijk = [cyclus for cyclus in mogelijk if cyclus.locatie.soort == "gemeente"]
    return next(iter(eigen + gemeentelijk), None)


def controleer_volgorde(profiel: Profiel) -> None:
    """Hold the order that series name themselves (`na`) against their day and hour.

    Raises:
        VolgordeOnjuist: a series would meet before the one that feeds it.
    """
    reeksen = {reeks.code: reeks for reeks in profiel.reeksen}
    for later in profiel.reeksen:
        eerder = reeksen.get(later.na) if later.na else None
        if eerder and eerder.weekdag and later.weekdag and _in_de_week(eerder) >= _in_de_week(later):
            raise VolgordeOnjuist(
                f"Profiel {profiel.gemeente.naam}: '{eerder.naam}' moet in de week vóór '{later.naam}' vallen, "
                "want de uitkomsten zijn daar nodig. Pas dag of tijd aan."
            )


def fase_op(cyclus: Cyclus, dag: date) -> Fase | None:
    """The phase on a local day, counted from the arrival of the first residents (LVS-1.1, 1.2)."""
    fasen = {fase.naam: fase for fase in cyclus.reeks.fasen}
    aankomst = cyclus.locatie.eerste_bewoners_op
    if aankomst is None or dag < aankomst:
        return fasen.get("voor-aankomst")
    eerste = fasen.get("eerste-maanden")
    if eerste and (eerste.maanden is None or dag < aankomst + relativedelta(months=eerste.maanden)):
        return eerste
    return fasen.get("daarna")


def wekelijks_op(cyclus: Cyclus, dag: date) -> bool:
    """Whether the series meets by rhythm on such a day; without one it comes together when there is a reason."""
    if cyclus.reeks.weekdag is None:
        return False
    fase = fase_op(cyclus, dag)
    return fase.ritme == "wekelijks" if fase else not cyclus.reeks.fasen


def voorkomens(cyclus: Cyclus, na: datetime, tot: datetime) -> list[Voorkomen]:
    """The meetings by rhythm that begin after `na`, up to and including `tot`."""
    dagen = [dag for dag in _weekdagen(cyclus, na, tot) if wekelijks_op(cyclus, dag)]
    alle = [_voorkomen(cyclus, dag) for dag in dagen]
    return [voorkomen for voorkomen in alle if na < voorkomen.aanvang <= tot]


def ad_hoc(cyclus: Cyclus, op: datetime) -> Iterator[Voorkomen]:
    """Moments to propose within the series' term, the most sensible first, without end (LVS-1.2, LVS-1.6).

    A working day before a weekend, another day before today, the series' own weekday before another one; when all
    of them are taken, the end of the term.
    """
    uiterlijk = op + cyclus.reeks.ad_hoc_binnen
    vandaag = op.astimezone(cyclus.zone).date()
    dagen = [vandaag + timedelta(days=n) for n in range((uiterlijk - op).days + 2)]
    dagen.sort(key=lambda dag: (not _werkdag(cyclus, dag), dag == vandaag, not _eigen_dag(cyclus, dag), dag))
    yield from (_voorkomen(cyclus, dag) for dag in dagen if op < _aanvang(cyclus, dag) <= uiterlijk)
    for nr in count():
        yield Voorkomen(_id(cyclus, f"{uiterlijk.isoformat()}/{nr}"), uiterlijk, _regel(cyclus, vandaag))


def _in_de_week(reeks: Reeks) -> tuple[int, time]:
    return WEEKDAGEN.index(reeks.weekdag or "maandag"), reeks.tijd or OCHTEND


def _bij(profiel: Profiel, reeks: Reeks) -> list[Locatie]:
    return [locatie for locatie in profiel.locaties if locatie.code in reeks.locaties]


def _weekdagen(cyclus: Cyclus, na: datetime, tot: datetime) -> list[date]:
    if cyclus.reeks.weekdag is None:
        return []
    begin, eind = (datetime.combine(moment.astimezone(cyclus.zone).date(), time()) for moment in (na, tot))
    regel = rrule(WEEKLY, byweekday=WEEKDAGEN.index(cyclus.reeks.weekdag), dtstart=begin, until=eind)
    return [moment.date() for moment in regel]


def _voorkomen(cyclus: Cyclus, dag: date) -> Voorkomen:
    fase = fase_op(cyclus, dag)
    voorlopig = bool(fase and fase.voorlopig)
    return Voorkomen(_id(cyclus, dag.isoformat()), _aanvang(cyclus, dag), _regel(cyclus, dag), voorlopig)


def _regel(cyclus: Cyclus, dag: date) -> str:
    fase = fase_op(cyclus, dag)
    return fase.regel if fase else cyclus.reeks.regel


def _aanvang(cyclus: Cyclus, dag: date) -> datetime:
    return datetime.combine(dag, cyclus.reeks.tijd or OCHTEND, cyclus.zone).astimezone(UTC)


def _eigen_dag(cyclus: Cyclus, dag: date) -> bool:
    return cyclus.reeks.weekdag is not None and dag.weekday() == WEEKDAGEN.index(cyclus.reeks.weekdag)


def _werkdag(cyclus: Cyclus, dag: date) -> bool:
    return dag.weekday() < ZATERDAG or _eigen_dag(cyclus, dag)


def _id(cyclus: Cyclus, wanneer: str) -> UUID:
    return uuid5(NAAMRUIMTE, f"{cyclus.gemeente}/{cyclus.reeks.code}/{cyclus.locatie.code}/{wanneer}")
