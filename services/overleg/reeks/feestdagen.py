"""Dutch public holidays, and where a meeting goes that would fall on one."""

from datetime import date, timedelta

import holidays

ZATERDAG = 5
DAG = timedelta(days=1)
_KALENDER = holidays.country_holidays("NL", language="nl")


def feestdag(dag: date) -> str | None:
    """The name of the public holiday (Algemene termijnenwet), if it is one."""
    naam: str | None = _KALENDER.get(dag)
    return naam


def is_werkdag(dag: date) -> bool:
    """Monday to Friday, and no public holiday."""
    return dag.weekday() < ZATERDAG and feestdag(dag) is None


def werkdag_vanaf(dag: date) -> date:
    """The first working day, this one or later."""
    while not is_werkdag(dag):
        dag += DAG
    return dag


def verschuif(dag: date, hoe: str, *, ook_weekend: bool = False) -> date | None:
    """The day on which a meeting takes place by the profile's rule; None where it falls out."""
    if feestdag(dag) is None and not (ook_weekend and not is_werkdag(dag)):
        return dag
    if hoe == "vervalt":
        return None
    stap = -DAG if hoe == "vorige-werkdag" else DAG
    while not is_werkdag(dag):
        dag += stap
    return dag
