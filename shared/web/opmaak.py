"""Dates, times and numbers as the Dutch write them, in Dutch time."""

from datetime import date, datetime, time
from zoneinfo import ZoneInfo

from shared.contracts.intake import Dagdeel
from shared.wanneer import Gebeurd, met_dagdeel
from shared.web.dagen import WEEKDAGEN, als_iso, als_iso_moment, dagen_heel, voorbeeld
from shared.woorden import MAANDEN

ZONE = ZoneInfo("Europe/Amsterdam")
MIDDERNACHT = time()
"""What begins or ends with a day has no time of its own."""
EINDE_DAG = time(23, 59)
"""What is for a day is for its last minute."""

NOG_LEEG, UIT_DE_LIJST = "Dit is nog leeg. Vul het in of maak een keuze.", "Kies een waarde uit de lijst."
_DICHTBIJ = {-1: "gisteren", 0: "vandaag", 1: "morgen"}


def tijdstip(moment: datetime | Gebeurd) -> str:
    """Write `dinsdag 24 november 2026 10.00 uur`, or `dinsdag 24 november 2026, avond` where no more is known."""
    local, dagdeel = _zo_precies(moment)
    return met_dagdeel(datum(local), dagdeel) if dagdeel else f"{datum(local)} {local:%H.%M} uur"


def datum(dag: date) -> str:
    """Write `dinsdag 24 november 2026`."""
    local = dag.astimezone(ZONE) if isinstance(dag, datetime) else dag
    return f"{WEEKDAGEN[local.weekday()]} {local.day} {MAANDEN[local.month - 1]} {local.year}"


def dichtbij(moment: datetime, nu: datetime) -> str:
    """Write `vandaag 10.00 uur`, and so for yesterday and tomorrow; another day in full, midnight as the day alone."""
    local = moment.astimezone(ZONE)
    dag = _DICHTBIJ.get((local.date() - nu.astimezone(ZONE).date()).days, datum(local))
    return dag if local.time() == MIDDERNACHT else f"{dag} {local:%H.%M} uur"


def termijn(moment: datetime) -> str:
    """Write by when something is to be done: `1 december 2026`, with the time where it is not for the day."""
    local = moment.astimezone(ZONE)
    dag = f"{local.day} {MAANDEN[local.month - 1]} {local.year}"
    return dag if local.time().replace(second=0, microsecond=0) == EINDE_DAG else f"{dag} {local:%H.%M} uur"


def kort(moment: datetime | Gebeurd) -> str:
    """Write `24-11-2026 10.00`, for a table, or `24-11-2026, avond`."""
    local, dagdeel = _zo_precies(moment)
    dag = f"{local:%d-%m-%Y}"
    return met_dagdeel(dag, dagdeel, dagdeel.value) if dagdeel else f"{dag} {local:%H.%M}"


def machine(moment: datetime | date | Gebeurd) -> str:
    """Write the same for the `datetime` attribute of a `<time>`: a day alone where no time is known."""
    if isinstance(moment, Gebeurd):
        local, dagdeel = _zo_precies(moment)
        return local.date().isoformat() if dagdeel else moment.op.isoformat()
    return moment.isoformat()


def _zo_precies(moment: datetime | Gebeurd) -> tuple[datetime, Dagdeel | None]:
    """Give the moment on the Dutch clock, and the part of the day where that is all of it that is known."""
    wanneer = moment if isinstance(moment, Gebeurd) else Gebeurd(moment)
    return wanneer.op.astimezone(ZONE), wanneer.dagdeel


def getal(number: float) -> str:
    """Write `1.234.567,5`."""
    return f"{number:,}".translate(str.maketrans(",.", ".,"))


def als_zin(woorden: str) -> str:
    """Write a reason as a sentence: a field of an API takes a clause, a page a sentence that says what to do."""
    kaal = _op_een_pagina(woorden.strip())
    einde = "" if kaal.endswith((".", "?", "!")) else "."
    return f"{kaal[:1].upper().replace('É', 'E')}{kaal[1:]}{einde}"


def _op_een_pagina(reden: str) -> str:
    """A page asks in words and shows its choices: codes are for who sends JSON."""
    if reden == "verplicht":
        return NOG_LEEG
    return UIT_DE_LIJST if reden.startswith("kies uit") else voorbeeld(reden)


FILTERS = {
    "als_iso": als_iso,
    "als_iso_moment": als_iso_moment,
    "als_zin": lambda woorden: dagen_heel(als_zin(woorden)),
    "dagen_heel": dagen_heel,
    "dichtbij": dichtbij,
    "tijdstip": tijdstip,
    "datum": datum,
    "kort": kort,
    "termijn": termijn,
    "machine": machine,
    "getal": getal,
}
