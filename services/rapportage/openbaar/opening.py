"""Whether what a table counts was reported before a location opened, after it, or partly both. Pure."""

from datetime import UTC, date
from typing import Literal
from zoneinfo import ZoneInfo

from services.rapportage.openbaar.tijdvak import lees_tijdvak

Ligging = Literal["voor", "over", "na"]
"""A period before the opening, one in which it opened, or one after it."""
_DAGEN = ZoneInfo("UTC")
"""Days are compared, and a quarter has the same days everywhere."""


def ligging(code: str, geopend_op: date | None) -> Ligging:
    """Say how a quarter (`2026-K2`) or a year (`2026`) lies; a place that was always there knows only after."""
    vak = lees_tijdvak(code, _DAGEN)
    if geopend_op is None or geopend_op <= vak.van.astimezone(UTC).date():
        return "na"
    return "over" if geopend_op < vak.tot.astimezone(UTC).date() else "voor"
