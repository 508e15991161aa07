"""A day and a time as somebody fills them in, on the clock of the municipality."""

from datetime import date, datetime, time
from zoneinfo import ZoneInfo

from services.intake.bezwaren import VOORUIT_HOOGSTENS
from services.intake.tijden import GeenTijd, op_de_klok
from shared.contracts.intake import Dagdeel
from shared.wanneer import BEGIN
from shared.web.dagen import als_iso

JAREN_TERUG = 5
"""Who fills in a form tells of something of late; older years come in by a file (`importeer`)."""
Mis = dict[str, str]
"""By field of the page, what is wrong with it: `leeg`, `vorm`, `toekomst`, `oud`, `klok` or `allebei`."""


def lees_moment(dag: str, uur: str, zone: ZoneInfo, op: datetime, dagdeel: Dagdeel | None = None) -> datetime | Mis:
    """Join a day and a time, or say at which of the two something is wrong. `op`: now.

    `dagdeel`: what was chosen instead of a time. It stands for when that part of the day begins.
    """
    if dagdeel and uur:
        return {"tijd": "allebei"}
    datum, tijd = _dag(dag), BEGIN[dagdeel] if dagdeel else _tijd(uur)
    if isinstance(datum, str) or isinstance(tijd, str):
        gelezen = (("datum", datum), ("tijd", tijd))
        return {veld: wat for veld, wat in gelezen if isinstance(wat, str)}
    if datum.year < op.year - JAREN_TERUG:
        return {"datum": "oud"}
    try:
        moment = op_de_klok(datetime.combine(datum, tijd), zone)
    except GeenTijd:
        return {"tijd": "klok"}
    if moment <= op + VOORUIT_HOOGSTENS:
        return moment
    return {"tijd" if datum == op.astimezone(zone).date() else "datum": "toekomst"}


def _dag(tekst: str) -> date | str:
    """Read what a browser sends; or, where it has no field for days, what the Dutch write."""
    try:
        return datetime.strptime(als_iso(tekst), "%Y-%m-%d").date()  # noqa: DTZ007
    except ValueError:
        return "vorm" if tekst else "leeg"


def _tijd(tekst: str) -> time | str:
    for notatie in ("%H:%M", "%H:%M:%S", "%H.%M"):
        try:
            return datetime.strptime(tekst, notatie).time()  # noqa: DTZ007
        except ValueError:
            continue
    return "vorm" if tekst else "leeg"
