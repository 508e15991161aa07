"""What a signal looks like, wherever it comes from: some fields have another place in each export."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

KAART = Path(__file__).with_name("signalen.toml")
KOLOMMEN = {
    "signal_id": ("signal_id", "signal_uuid", "id"),
    "incident_date_start": ("incident_date_start",),
    "text": ("text",),
    "main_slug": ("category.main_slug", "main_slug"),
    "sub_slug": ("category.sub_slug", "sub_slug"),
    "type": ("type.code", "type"),
    "source": ("source",),
}
"""Our name of a column, and where its value may stand."""


def record(signaal: Mapping[str, Any]) -> list[str]:
    """Write a signal as a record of `KOLOMMEN`."""
    return [next(filter(None, (_waarde(signaal, plek) for plek in plekken)), "") for plekken in KOLOMMEN.values()]


def _waarde(signaal: Mapping[str, Any], plek: str) -> str:
    waarde: Any = signaal
    for deel in plek.split("."):
        waarde = waarde.get(deel) if isinstance(waarde, Mapping) else None
    return str(waarde) if isinstance(waarde, str | int | float) and not isinstance(waarde, bool) else ""
