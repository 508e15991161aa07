"""When a series meets: local days by RFC 5545, so that ten o'clock stays ten o'clock in summer and winter."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta

from dateutil.relativedelta import relativedelta
from dateutil.rrule import rrulestr

from services.overleg.reeks.cyclus import OCHTEND, Cyclus, Voorkomen, id_van
from services.overleg.reeks.fasen import fase_op, regel_op, ritme_op
from services.overleg.reeks.feestdagen import DAG, is_werkdag, verschuif, werkdag_vanaf
from shared.profiel.schema import Reeks

RUIM = timedelta(weeks=2)
"""A public holiday moves a meeting by less."""
NOOIT = datetime.min.replace(tzinfo=UTC)


def voorkomens(cyclus: Cyclus, na: datetime, tot: datetime) -> list[Voorkomen]:
    """The meetings by rhythm that begin after `na`, up to and including `tot`, in order."""
    van, eind = (moment.astimezone(cyclus.zone).date() for moment in (na - RUIM, tot + RUIM))
    alle = [voorkomen for dag in dagen(cyclus, van, eind) for voorkomen in _op(cyclus, dag)]
    return sorted((each for each in alle if na < each.aanvang <= tot), key=lambda each: each.aanvang)


def dagen(cyclus: Cyclus, van: date, tot: date) -> list[date]:
    """The days of the rhythm, before a public holiday moves any."""
    if cyclus.kop:
        return dagen(cyclus.kop, van, tot)
    if cyclus.reeks.maanden_na_aankomst:
        return [dag for dag in _eenmalig(cyclus) if van <= dag <= tot]
    return [dag for dag in regeldagen(cyclus.reeks, van, tot) if ritme_op(cyclus, dag)]


def einde(cyclus: Cyclus, aanvang: datetime) -> datetime:
    """When a meeting that begins then is over."""
    return aanvang + cyclus.reeks.duur


def moment(cyclus: Cyclus, dag: date) -> datetime:
    """The hour of the series on a local day, in UTC."""
    return datetime.combine(dag, cyclus.reeks.tijd or OCHTEND, cyclus.zone).astimezone(UTC)


def in_de_week(cyclus: Cyclus, dag: date) -> Iterator[Voorkomen]:
    """The meetings whose day of the rhythm lies in the same week, Monday to Sunday."""
    maandag = dag - dag.weekday() * DAG
    for ander in dagen(cyclus, maandag, maandag + 6 * DAG):
        yield from _op(cyclus, ander)


def naar_ritme(cyclus: Cyclus, dag: date) -> list[Voorkomen]:
    """The meeting that the rhythm gives on a day, wherever a public holiday puts it; none where it gives none."""
    return [voorkomen for ritmedag in dagen(cyclus, dag, dag) for voorkomen in _op(cyclus, ritmedag)]


def op_dag(cyclus: Cyclus, dag: date) -> Voorkomen:
    """A meeting at the hour of the series on this very day."""
    fase = fase_op(cyclus, dag)
    voorlopig = bool(fase and fase.voorlopig)
    return Voorkomen(id_van(cyclus, dag.isoformat()), moment(cyclus, dag), regel_op(cyclus, dag), voorlopig, dag)


def na(cyclus: Cyclus, klaar: datetime) -> datetime:
    """The first time that the hour of the series comes after a moment, on a working day."""
    dag = klaar.astimezone(cyclus.zone).date()
    while not is_werkdag(dag) or moment(cyclus, dag) < klaar:
        dag += DAG
    return moment(cyclus, dag)


def _op(cyclus: Cyclus, dag: date) -> list[Voorkomen]:
    aanvang = _aansluitend(cyclus, dag) if cyclus.kop else _zelf(cyclus, dag)
    gewoon = op_dag(cyclus, dag)
    return [Voorkomen(gewoon.overleg_id, aanvang, gewoon.regel, gewoon.voorlopig, dag)] if aanvang else []


def _aansluitend(cyclus: Cyclus, dag: date) -> datetime | None:
    kop = cyclus.kop
    return next((einde(kop, each.aanvang) for each in _op(kop, dag)), None) if kop else None


def _zelf(cyclus: Cyclus, dag: date) -> datetime | None:
    """The moment on that day, or where a public holiday puts it, or when what comes before it is over (LVS-1.5)."""
    eenmalig = cyclus.reeks.maanden_na_aankomst is not None
    verplaatst = verschuif(dag, cyclus.reeks.feestdag, ook_weekend=eenmalig)
    if verplaatst is None:
        return None
    while moment(cyclus, verplaatst) < _wat_ervoor_komt(cyclus, dag):
        verplaatst = werkdag_vanaf(verplaatst + DAG)
    return moment(cyclus, verplaatst)


def _wat_ervoor_komt(cyclus: Cyclus, dag: date) -> datetime:
    """When the meetings of that week that feed this one are over."""
    voor = cyclus.voor
    return max((einde(voor, each.aanvang) for each in in_de_week(voor, dag)), default=NOOIT) if voor else NOOIT


def regeldagen(reeks: Reeks, van: date, tot: date) -> list[date]:
    """The days that the rule of a series gives, whatever the phase."""
    if reeks.ritme is None:
        return []
    regel = rrulestr(reeks.ritme, dtstart=datetime.combine(reeks.vanaf or van, time()))
    gevonden = regel.between(datetime.combine(van, time()), datetime.combine(tot, time()), inc=True)
    return [each.date() for each in gevonden]


def _eenmalig(cyclus: Cyclus) -> list[date]:
    aankomst, maanden = cyclus.locatie.eerste_bewoners_op, cyclus.reeks.maanden_na_aankomst
    return [aankomst + relativedelta(months=maanden)] if aankomst and maanden else []
