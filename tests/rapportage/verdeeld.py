"""Cells as the store gives them: a text for each melding, in order of hours."""

from collections.abc import Iterable
from datetime import datetime

from services.rapportage import kenmerken
from services.rapportage.tellen import Cel, Geteld
from services.rapportage.week import Week
from shared.ledger import iso


def teksten(cellen: Iterable[Cel]) -> list[str]:
    """Write them, as many as each cell counts."""
    return sorted(tekst for cel in cellen for tekst in [_tekst(cel)] * cel.aantal)


def verdeel(week: Week, cellen: Iterable[Cel], sinds: datetime | None = None) -> Geteld:
    """Count these by week."""
    return kenmerken.verdeel(week, teksten(cellen), sinds)


def _tekst(cel: Cel) -> str:
    velden = cel._asdict()
    return iso(cel.uur)[: kenmerken.TOT] + kenmerken.kenmerken(**velden)
