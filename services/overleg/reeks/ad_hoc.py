"""Moments for a meeting that no rhythm gives."""

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from itertools import count

from services.overleg.reeks.cyclus import Cyclus, Voorkomen, id_van
from services.overleg.reeks.fasen import regel_op, ritme_op
from services.overleg.reeks.feestdagen import feestdag, is_werkdag
from services.overleg.reeks.ritme import moment, op_dag
from shared.profiel.schema import WEEKDAGEN


def ad_hoc(cyclus: Cyclus, op: datetime) -> Iterator[Voorkomen]:
    """Moments to propose within the series' term, the most sensible first, without end (LVS-1.2, LVS-1.6).

    A working day before a weekend, another day before today, the series' own weekday before another one; when all
    of them are taken, the end of the term. Not by the rhythm, so without its day.
    """
    uiterlijk = op + cyclus.reeks.ad_hoc_binnen
    vandaag = op.astimezone(cyclus.zone).date()
    dagen = [vandaag + timedelta(days=n) for n in range((uiterlijk - op).days + 2)]
    dagen.sort(key=lambda dag: (not _werkdag(cyclus, dag), dag == vandaag, not _eigen_dag(cyclus, dag), dag))
    for dag in dagen:
        if op < moment(cyclus, dag) <= uiterlijk:
            voorkomen = op_dag(cyclus, dag)
            yield Voorkomen(voorkomen.overleg_id, voorkomen.aanvang, voorkomen.regel)
    for nr in count():
        yield Voorkomen(id_van(cyclus, f"{uiterlijk.isoformat()}/{nr}"), uiterlijk, regel_op(cyclus, vandaag))


def feestdag_ertegen(cyclus: Cyclus, moment_: datetime) -> str | None:
    """The public holiday that keeps people from choosing this moment; what the situation asks for waits for none."""
    dag = moment_.astimezone(cyclus.zone).date()
    vast = cyclus.kop or cyclus.reeks.maanden_na_aankomst or ritme_op(cyclus, dag)
    return feestdag(dag) if vast else None


def _eigen_dag(cyclus: Cyclus, dag: date) -> bool:
    return cyclus.reeks.weekdag is not None and dag.weekday() == WEEKDAGEN.index(cyclus.reeks.weekdag)


def _werkdag(cyclus: Cyclus, dag: date) -> bool:
    return is_werkdag(dag) or (_eigen_dag(cyclus, dag) and feestdag(dag) is None)
