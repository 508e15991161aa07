"""What changed in the picture of a week between two moments."""

from datetime import datetime, timedelta

from services.rapportage.application.dienst import Rapportagedienst
from services.rapportage.plek import Kijker, Plek
from services.rapportage.verloop.veranderd import Veranderingen, vergelijk
from services.rapportage.week import lees_peildatum, week_van
from shared.facts import Fout, OngeldigeInvoer

VORIGE = timedelta(days=7)
"""The LVOS comes together weekly (LVS-1.1): without a date, what changed since the one before."""


async def veranderingen(
    dienst: Rapportagedienst,
    plek: Plek,
    kijker: Kijker,
    nu: datetime,
    *,
    eerder: str | None = None,
    peildatum: str | None = None,
    week: str | None = None,
) -> Veranderingen:
    """Compare a week as known at `eerder` with the same week as known at `peildatum`.

    Without `week` it is the one of `eerder`; without `eerder` that is seven days before the peildatum.

    Raises:
        OngeldigeInvoer: an unreadable date or week, a date to come, or `eerder` after the peildatum.
    """
    moment = lees_peildatum(peildatum, nu, plek.zone)
    toen = _eerder(eerder, nu, plek) if eerder else moment - VORIGE
    if toen > moment:
        raise OngeldigeInvoer(Fout("eerder", "Kies een datum die niet na de peildatum ligt."))
    code = week or week_van(toen, plek.zone).code
    oud = await dienst.weekbeeld(plek, kijker, nu, peildatum=toen.isoformat(), week=code)
    nieuw = await dienst.weekbeeld(plek, kijker, nu, peildatum=moment.isoformat(), week=code)
    return vergelijk(oud, nieuw)


def _eerder(tekst: str, nu: datetime, plek: Plek) -> datetime:
    try:
        return lees_peildatum(tekst, nu, plek.zone)
    except OngeldigeInvoer as fout:
        raise OngeldigeInvoer(*(Fout("eerder", een.reden) for een in fout.fouten)) from None
