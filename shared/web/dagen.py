"""A day as the Dutch write it: typed where a browser has no field for days, or in an address."""

import re
from datetime import date
from typing import Annotated, Any, get_args

from pydantic import AfterValidator, Field

_DAG = re.compile(r"\s*(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})\s*")
_VOORBEELD = re.compile(r"\b2026-11-22\b(?!T)")
"""The day by which a reason says how the API wants it."""


def als_iso(tekst: str) -> str:
    """Write `31-12-2026`, `31/12/2026` or `1-3-2026` as links and programs do; give anything else back as it is."""
    if not (gevonden := _DAG.fullmatch(tekst)):
        return tekst
    dag, maand, jaar = map(int, gevonden.groups())
    try:
        return date(jaar, maand, dag).isoformat()
    except ValueError:
        return tekst


Dagtekst = Annotated[str, Field(max_length=40), AfterValidator(als_iso)]
"""A day in the address of a page; the API takes ISO 8601 alone."""


def is_dag(soort: object) -> bool:
    """Whether a field of a form holds a day."""
    return soort is date or any(is_dag(deel) for deel in get_args(soort))


def gelezen(waarde: Any, soort: object) -> Any:
    """Give what a form sent to a field of this kind, a day as ISO 8601."""
    return als_iso(waarde) if isinstance(waarde, str) and is_dag(soort) else waarde


def voorbeeld(reden: str) -> str:
    """Say on a page how a day is written there: `22-11-2026`."""
    return _VOORBEELD.sub("22-11-2026", reden)
