"""The weeks beside each other, and how the one shown stands against those before. Pure."""

from datetime import datetime
from typing import Any

from services.rapportage.tellen import (
    INCIDENT,
    MELDING,
    Geteld,
    Soort,
    Weektelling,
    is_gemeten,
    weekvak,
    weken_ervoor,
)
from services.rapportage.week import Week
from services.rapportage.weekbeelden.vergelijken import Vergelijking, Weekrij, vergelijk


def weken(geteld: Geteld, peildatum: datetime) -> dict[str, Any]:
    """Give the fields of a `Weekbeeld` that put weeks beside each other."""
    week = geteld.week
    reeks = [*zip(reversed(weken_ervoor(week)), reversed(geteld.ervoor), strict=True), (week, geteld.deze)]
    return {
        "weken": tuple(_rij(een, telling, geteld.sinds, peildatum) for een, telling in reeks),
        "jaar_geleden": _rij(week.jaar_eerder(), geteld.toen, geteld.sinds, peildatum),
        "vergelijking_meldingen": _vergelijking(geteld, peildatum, MELDING),
        "vergelijking_incidenten": _vergelijking(geteld, peildatum, INCIDENT),
    }


def _rij(week: Week, telling: Weektelling, sinds: datetime | None, peildatum: datetime) -> Weekrij:
    return Weekrij(
        **weekvak(week, peildatum).model_dump(),
        gemeten=is_gemeten(week, sinds),
        meldingen=telling.totaal(MELDING),
        incidenten=telling.totaal(INCIDENT),
    )


def _vergelijking(geteld: Geteld, peildatum: datetime, soort: Soort) -> Vergelijking:
    ervoor = list(zip(weken_ervoor(geteld.week), geteld.gemeten, strict=False))
    return vergelijk(
        geteld.deze.totaal(soort),
        [telling.totaal(soort) for _, telling in ervoor],
        volledig=peildatum >= geteld.week.tot,
        zelfde_moment=[_tot(telling, soort, geteld.week.op_zelfde_moment(peildatum, week)) for week, telling in ervoor],
    )


def _tot(telling: Weektelling, soort: Soort, moment: datetime) -> int:
    """Count what happened by then; the hour of that moment counts whole."""
    return sum(cel.aantal for cel in telling.klok if cel.incident is soort and cel.uur <= moment)
