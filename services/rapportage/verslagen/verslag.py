"""The report over a quarter or a year of one location (LV-2, KN-inleiding): shapes and periods. Pure.

Without a period it is the one in which the peildatum lies, up to then. The period before it stands beside it.
"""

import re
from collections.abc import Sequence
from datetime import date, datetime, timedelta
from typing import Literal
from zoneinfo import ZoneInfo

from services.rapportage.beeld import Vorm
from services.rapportage.doelen.indicatoren import Indicatoren
from services.rapportage.openbaar.kwartaal import lees_kwartaal
from services.rapportage.tellen import Cel, is_incident, is_melding
from services.rapportage.verloop.periode import Periode
from services.rapportage.verslagen.evaluatie import Aantal, Periodeverslag, per, som
from services.rapportage.week import EERSTE_JAAR, begin
from services.rapportage.woorden import Woorden
from shared.facts import Fout, OngeldigeInvoer
from shared.profiel import Profiel
from shared.woorden import MAANDEN

Soort = Literal["kwartaal", "jaar"]
REGELS = ("LVS-2.1",)
"""Where the profile holds no policy: the number of meldingen is monitored."""
_JAAR, _KWARTAAL = re.compile(r"[0-9]{4}"), re.compile(r"[0-9]{4}-K[1-4]")


class Maandvak(Vorm):
    """One month of the period; `per_aard`: of the meldingen."""

    maand: str
    naam: str
    volledig: bool
    meldingen: int
    incidenten: int
    per_aard: tuple[Aantal, ...]


class Ervoor(Vorm):
    """The period before, as long, to compare with. `gemeten`: something was known of it."""

    periode: str
    meldingen: int
    incidenten: int


class Verslag(Periodeverslag):
    """A quarter or a year. `periode`: `2026-K4` or `2026`."""

    soort: Soort
    periode: str
    maanden: tuple[Maandvak, ...]
    ervoor: Ervoor | None
    """None: nothing was registered here then, so that there is nothing to compare with."""
    indicatoren: Indicatoren | None
    """With a year: how goals and indicators stand."""


def lees_verslagperiode(soort: Soort, tekst: str | None, peildatum: datetime, zone: ZoneInfo) -> tuple[str, Periode]:
    """Read a quarter or a year that has begun; without a text the one of the peildatum.

    Raises:
        OngeldigeInvoer: not written like that, or still to come.
    """
    dag = peildatum.astimezone(zone).date()
    code = tekst or periodecode(soort, dag)
    periode = _kwartaal(code, zone) if soort == "kwartaal" else jaar_van(code, zone)
    if periode.van > dag:
        raise OngeldigeInvoer(Fout("periode", f"Kies een {soort} dat al begonnen is."))
    return code, periode


def regels_van(profiel: Profiel) -> tuple[str, ...]:
    """Return the rules that a report to administration or council rests on: those of the municipality's own policy."""
    beleid = (profiel.beleid.regel,) if profiel.beleid else REGELS
    return tuple(dict.fromkeys((*beleid, *(een.regel for een in (*profiel.speerpunten, *profiel.doelen)))))


def periodecode(soort: Soort, dag: date) -> str:
    """Name the quarter or year of a day."""
    return str(dag.year) if soort == "jaar" else f"{dag.year}-K{(dag.month + 2) // 3}"


def ervoor(soort: Soort, periode: Periode) -> tuple[str, Periode]:
    """Return the quarter or year before."""
    code = periodecode(soort, periode.van - timedelta(days=1))
    return code, _kwartaal(code, periode.zone) if soort == "kwartaal" else jaar_van(code, periode.zone)


def maanden(
    periode: Periode, cellen: Sequence[Cel], peildatum: datetime, lijsten: Woorden, sinds: date | None
) -> tuple[Maandvak, ...]:
    """Count month by month, those that had begun and in which something was measured."""
    vanaf, tot = max(periode.van, sinds or date.max), min(periode.tot, peildatum.astimezone(periode.zone).date())
    if vanaf > tot:
        return ()
    eersten = [date(periode.van.year, maand, 1) for maand in range(vanaf.month, tot.month + 1)]
    return tuple(_maand(eerste, periode.zone, cellen, peildatum, lijsten) for eerste in eersten)


def _maand(eerste: date, zone: ZoneInfo, cellen: Sequence[Cel], peildatum: datetime, lijsten: Woorden) -> Maandvak:
    van, einde = begin(eerste, zone), begin((eerste + timedelta(days=31)).replace(day=1), zone)
    binnen = [cel for cel in cellen if van <= cel.uur < einde]
    meldingen = [cel for cel in binnen if is_melding(cel)]
    return Maandvak(
        maand=f"{eerste:%Y-%m}",
        naam=MAANDEN[eerste.month - 1],
        volledig=einde <= peildatum,
        meldingen=som(meldingen),
        incidenten=som(cel for cel in binnen if is_incident(cel)),
        per_aard=per(meldingen, lambda cel: cel.aard, lijsten.aard),
    )


def _kwartaal(code: str, zone: ZoneInfo) -> Periode:
    if not _KWARTAAL.fullmatch(code) or not _in_bereik(code[:4]):
        raise OngeldigeInvoer(Fout("periode", "Schrijf een kwartaal als 2026-K4."))
    kwartaal = lees_kwartaal(code, zone)
    tot = (kwartaal.tot - timedelta(hours=1)).astimezone(zone).date()
    return Periode(kwartaal.van.astimezone(zone).date(), tot, zone)


def jaar_van(code: str, zone: ZoneInfo, veld: str = "periode") -> Periode:
    """Read a year.

    Raises:
        OngeldigeInvoer: not written as one.
    """
    if not _JAAR.fullmatch(code) or not _in_bereik(code):
        raise OngeldigeInvoer(Fout(veld, "Schrijf een jaar als 2026."))
    return Periode(date(int(code), 1, 1), date(int(code), 12, 31), zone)


def _in_bereik(jaar: str) -> bool:
    return EERSTE_JAAR < int(jaar) < EERSTE_JAAR + 100
