"""The weeks beside each other, and how the one shown stands against those before. Pure."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any

from services.rapportage.tellen import (
    Cel,
    Geteld,
    Kies,
    is_gemeten,
    is_incident,
    is_melding,
    som,
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
        "weken": tuple(_rij(een, cellen, geteld.sinds, peildatum) for een, cellen in reeks),
        "jaar_geleden": _rij(week.jaar_eerder(), geteld.toen, geteld.sinds, peildatum),
        "vergelijking_meldingen": _vergelijking(geteld, peildatum, is_melding),
        "vergelijking_incidenten": _vergelijking(geteld, peildatum, is_incident),
    }


def _rij(week: Week, cellen: Sequence[Cel], sinds: datetime | None, peildatum: datetime) -> Weekrij:
    return Weekrij(
        **weekvak(week, peildatum).model_dump(),
        gemeten=is_gemeten(week, sinds),
        meldingen=som(cellen, is_melding),
        incidenten=som(cellen, is_incident),
    )


def _vergelijking(geteld: Geteld, peildatum: datetime, kies: Kies) -> Vergelijking:
    ervoor = list(zip(weken_ervoor(geteld.week), geteld.gemeten, strict=False))
    return vergelijk(
        som(geteld.deze, kies),
        [som(cellen, kies) for _, cellen in ervoor],
        volledig=peildatum >= geteld.week.tot,
        zelfde_moment=[
            som(_tot(cellen, geteld.week.op_zelfde_moment(peildatum, week)), kies) for week, cellen in ervoor
        ],
    )


def _tot(cellen: Iterable[Cel], moment: datetime) -> list[Cel]:
    """Keep what happened by then; the hour of that moment counts whole."""
    return [cel for cel in cellen if cel.uur <= moment]
