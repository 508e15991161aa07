"""A yearly norm: whether the forecast of the year (`shared/jaarverwachting.py`) calls for a warning. Pure."""

from datetime import date

from shared.contracts.escalatie import Jaarverwachting
from shared.jaarverwachting import Meting

TE_KORT = "Nog geen verwachting: er zijn minder dan acht weken gemeten."


def gaat_erover(norm: int, verwacht: Jaarverwachting | None) -> bool:
    """Whether people must be warned: the norm was passed, or the year is expected to end above it."""
    return verwacht is not None and verwacht.verwacht > norm


def metingen_uit_dagen(jaar: int, per_dag: dict[int, int], sinds: int, tot: int) -> list[Meting]:
    """Cut the days from `sinds` up to and including `tot` (ordinals) into weeks; what is less than a week waits."""
    begin = max(sinds, date(jaar, 1, 1).toordinal())
    eind = min(tot, date(jaar, 12, 31).toordinal())
    return [Meting(7, sum(per_dag.get(week + dag, 0) for dag in range(7))) for week in range(begin, eind - 5, 7)]
