"""A day or a moment as the Dutch write it: typed where a browser has no field for it, or in an address."""

import re
from collections.abc import Mapping
from datetime import date, datetime, time
from typing import Annotated, Any, get_args

from markupsafe import Markup, escape
from pydantic import AfterValidator, Field

from shared.woorden import MAANDEN

WEEKDAGEN = ("maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag")
_KORT = {"mrt": 3} | {maand[:3]: nr for nr, maand in enumerate(MAANDEN, 1)}
_MAANDNUMMER: Mapping[str, int] = _KORT | {maand: nr for nr, maand in enumerate(MAANDEN, 1)}
_DAG = (
    rf"(?:(?:{'|'.join(WEEKDAGEN)})\s+)?"
    rf"(?P<dag>\d{{1,2}})(?:[-/.](?P<nr>\d{{1,2}})[-/.]|\s+(?P<naam>{'|'.join(_MAANDNUMMER)})\.?\s+)(?P<jaar>\d{{4}})"
)
_TIJD = r"(?P<uur>\d{1,2})[:.](?P<minuut>\d\d)(?:[:.]00)?(?:\s*uur)?"
_ALLEEN_DAG = re.compile(rf"\s*{_DAG}\s*", re.IGNORECASE)
_MOMENT = re.compile(rf"\s*{_DAG}(?:\s*,\s*|\s+)(?:om\s+)?{_TIJD}\s*", re.IGNORECASE)
_HEEL_IN_TEKST = re.compile(r"\b(?:\d{1,2}-\d{1,2}-\d{4}|0\d{1,3}-\d{4,8}|[A-Z]{2,3}-\d+(?:\.\d+)*[a-z]?)\b(?!-)")
_VOORBEELD = re.compile(r"\b2026-11-22(?:T(01):(15):00\+01:00|\b(?!T))")
"""The day or moment by which a reason says how the API wants it."""


def als_iso(tekst: str) -> str:
    """Write `31-12-2026`, `1/3/2026` or `1 maart 2026` as links and programs do; give anything else back as it is."""
    gevonden = _ALLEEN_DAG.fullmatch(tekst)
    dag = _dag(gevonden) if gevonden else None
    return dag.isoformat() if dag else tekst


def als_iso_moment(tekst: str) -> str:
    """Write `24-11-2026 14:30` or `24 november 2026 om 14.30 uur` as a browser does; anything else as it is."""
    if not (gevonden := _MOMENT.fullmatch(tekst)) or not (dag := _dag(gevonden)):
        return tekst
    try:
        tijd = time(int(gevonden["uur"]), int(gevonden["minuut"]))
    except ValueError:
        return tekst
    return datetime.combine(dag, tijd).isoformat(timespec="minutes")


def _dag(gevonden: re.Match[str]) -> date | None:
    maand = int(gevonden["nr"]) if gevonden["nr"] else _MAANDNUMMER[gevonden["naam"].lower()]
    try:
        return date(int(gevonden["jaar"]), maand, int(gevonden["dag"]))
    except ValueError:
        return None


Dagtekst = Annotated[str, Field(max_length=40), AfterValidator(als_iso)]
"""A day in the address of a page; the API takes ISO 8601 alone."""


def dagen_heel(tekst: str) -> str:
    """Keep each `24-11-2026`, `0900-8844` and `LVS-2.3a` of a text on one line. What is HTML already stays as it is."""
    if isinstance(tekst, Markup):
        return tekst
    return Markup(_HEEL_IN_TEKST.sub(r'<span class="dag">\g<0></span>', str(escape(tekst))))  # noqa: S704  escaped before


def is_van(gezocht: type, soort: object) -> bool:
    """Whether a field of a form holds this: a day, or a moment."""
    return soort is gezocht or any(is_van(gezocht, deel) for deel in get_args(soort))


def gelezen(waarde: Any, soort: object) -> Any:
    """Give what a form sent to a field of this kind, a day or a moment as ISO 8601."""
    if not isinstance(waarde, str):
        return waarde
    dag = als_iso(waarde) if is_van(date, soort) else waarde
    return als_iso_moment(dag) if is_van(datetime, soort) else dag


def voorbeeld(reden: str) -> str:
    """Say on a page how a day or a moment is written there: `22-11-2026`, `22-11-2026 01.15`."""
    return _VOORBEELD.sub(lambda iso: f"22-11-2026 {iso[1]}.{iso[2]}" if iso[1] else "22-11-2026", reden)
