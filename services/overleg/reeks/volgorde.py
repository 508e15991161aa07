"""Which meeting comes before which: the LVOS before the Politieoverleg, the Groot Integraal Overleg in between."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from services.overleg.reeks.cyclus import OCHTEND
from services.overleg.reeks.feestdagen import DAG
from services.overleg.reeks.ritme import regeldagen
from shared.facts import Rejected
from shared.profiel.schema import Profiel, Reeks

WEEK = timedelta(weeks=1)
PROEF_VAN, PROEFTIJD = date(2024, 1, 1), timedelta(weeks=104)
"""Two years show every pattern of weeks that a municipality plans by."""


class VolgordeOnjuist(Rejected):
    """The findings of the LVOS are the input of the Politieoverleg, so the LVOS comes first in the week (LVS-1.5)."""

    regel = "LVS-1.5"


class TussenOnjuist(Rejected):
    """Each Groot Integraal Overleg has a tweewekelijks overleg before and after it (KG-2.2.2)."""

    regel = "KG-2.2.2"


class AansluitingOnjuist(Rejected):
    """The beheersoverleg follows the bewonersoverleg at once: it moves with it, not on its own (TB-Winterswijk)."""

    regel = "TB-Winterswijk"


@dataclass(frozen=True, slots=True)
class Buur:
    """A series to keep in order with: in the week of the rhythm `weken` from this one, `eerst` or after it."""

    code: str
    weken: int
    eerst: bool
    weigering: type[Rejected]


def buren(profiel: Profiel, reeks: Reeks) -> Iterator[Buur]:
    """Every series whose meetings bound those of this one."""
    if reeks.na:
        yield Buur(reeks.na, 0, True, VolgordeOnjuist)
    if reeks.tussen:
        yield Buur(reeks.tussen, -1, True, TussenOnjuist)
        yield Buur(reeks.tussen, 1, False, TussenOnjuist)
    for ander in profiel.reeksen:
        if ander.na == reeks.code:
            yield Buur(ander.code, 0, False, VolgordeOnjuist)
        if ander.tussen == reeks.code:
            yield Buur(ander.code, 1, False, TussenOnjuist)
            yield Buur(ander.code, -1, True, TussenOnjuist)


def controleer_volgorde(profiel: Profiel) -> None:
    """Hold the order that series name themselves against their days and hours.

    Raises:
        VolgordeOnjuist: a series would meet before the one that feeds it.
        TussenOnjuist: a series would not fall in a week between two meetings of the other.
    """
    reeksen = {reeks.code: reeks for reeks in profiel.reeksen}
    for reeks in profiel.reeksen:
        if reeks.na in reeksen and not _erna(reeksen[reeks.na], reeks):
            raise VolgordeOnjuist(
                f"Profiel {profiel.gemeente.naam}: '{reeksen[reeks.na].naam}' moet in de week vóór '{reeks.naam}' "
                "vallen, want de uitkomsten zijn daar nodig. Pas dag of tijd aan."
            )
        if reeks.tussen in reeksen and not _ertussen(reeksen[reeks.tussen], reeks):
            raise TussenOnjuist(
                f"Profiel {profiel.gemeente.naam}: '{reeks.naam}' moet steeds in een week tussen twee keer "
                f"'{reeksen[reeks.tussen].naam}' vallen. Pas vanaf of herhaling aan."
            )


def maandag_van(dag: date) -> date:
    """The Monday of that week."""
    return dag - dag.weekday() * DAG


def _erna(eerder: Reeks, later: Reeks) -> bool:
    van = max(PROEF_VAN, eerder.vanaf or PROEF_VAN, later.vanaf or PROEF_VAN)
    per_week: dict[date, list[datetime]] = {}
    for moment in _momenten(eerder, van, van + PROEFTIJD):
        per_week.setdefault(maandag_van(moment.date()), []).append(moment + eerder.duur)
    latere = _momenten(later, van, van + PROEFTIJD)
    return all(einde <= moment for moment in latere for einde in per_week.get(maandag_van(moment.date()), []))


def _ertussen(buiten: Reeks, binnen: Reeks) -> bool:
    van = max(PROEF_VAN, binnen.vanaf or PROEF_VAN)
    tot = van + PROEFTIJD
    weken = {maandag_van(moment.date()) for moment in _momenten(buiten, van - 2 * WEEK, tot + 2 * WEEK)}
    midden = {maandag_van(moment.date()) for moment in _momenten(binnen, van, tot)}
    return all({week - WEEK, week + WEEK} <= weken and week not in weken for week in midden)


def _momenten(reeks: Reeks, van: date, tot: date) -> list[datetime]:
    return [datetime.combine(dag, reeks.tijd or OCHTEND) for dag in regeldagen(reeks, van, tot)]
