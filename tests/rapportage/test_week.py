"""Weeks and dates as the people of a municipality live them."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from services.rapportage.week import Week, lees_peildatum, lees_week, week_van
from shared.facts import Fout, OngeldigeInvoer

ZONE = ZoneInfo("Europe/Amsterdam")
NU = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)


def test_een_week_loopt_van_lokale_maandag_tot_de_volgende() -> None:
    """In winter the week begins at 23:00 UTC on Sunday."""
    week = Week(2026, 47, ZONE)
    assert week.van == datetime(2026, 11, 15, 23, 0, tzinfo=UTC)
    assert week.tot - week.van == timedelta(days=7)
    assert (week.dagen[0], week.dagen[6]) == (date(2026, 11, 16), date(2026, 11, 22))


@pytest.mark.parametrize(("nummer", "uren"), [(13, 167), (43, 169)])
def test_een_week_met_een_klokwissel_is_een_uur_korter_of_langer(nummer: int, uren: int) -> None:
    """The last Sunday of March has 23 hours, that of October 25."""
    week = Week(2026, nummer, ZONE)
    assert week.tot - week.van == timedelta(hours=uren)


def test_een_moment_telt_op_de_lokale_dag() -> None:
    """Half past midnight on Monday in Amsterdam is still Sunday in UTC, and belongs to the new week."""
    assert week_van(datetime(2026, 11, 15, 23, 30, tzinfo=UTC), ZONE).code == "2026-W47"
    assert week_van(datetime(2026, 11, 15, 22, 30, tzinfo=UTC), ZONE).code == "2026-W46"


@pytest.mark.parametrize(
    ("moment", "code", "vorige"),
    [
        (datetime(2026, 12, 31, 12, tzinfo=UTC), "2026-W53", "2026-W52"),
        (datetime(2027, 1, 3, 12, tzinfo=UTC), "2026-W53", "2026-W52"),
        (datetime(2027, 1, 4, 12, tzinfo=UTC), "2027-W01", "2026-W53"),
        (datetime(2024, 12, 30, 12, tzinfo=UTC), "2025-W01", "2024-W52"),
    ],
)
def test_de_jaarwisseling_volgt_iso(moment: datetime, code: str, vorige: str) -> None:
    """A week belongs to the year of its Thursday."""
    week = week_van(moment, ZONE)
    assert (week.code, week.vorige().code) == (code, vorige)


@pytest.mark.parametrize(
    "tekst", ["2025-W53", "2026-W00", "2026W47", "2026-47", "0000-W01", "9999-W52", "2026-W48", "1999-W01", "week 47"]
)
def test_een_week_die_niet_bestaat_of_nog_komt_wordt_geweigerd(tekst: str) -> None:
    """A wrong week is a clear error, not another week."""
    with pytest.raises(OngeldigeInvoer) as fout:
        lees_week(tekst, ZONE, NU)
    assert fout.value.fouten[0].veld == "week"


def test_de_week_die_nu_loopt_is_te_kiezen() -> None:
    """Written as ISO writes it."""
    assert lees_week("2026-W47", ZONE, NU) == Week(2026, 47, ZONE)


@pytest.mark.parametrize(
    ("tekst", "moment"),
    [
        (None, NU),
        ("2026-11-20", datetime(2026, 11, 20, 22, 59, 59, 999999, tzinfo=UTC)),
        ("2026-10-25", datetime(2026, 10, 25, 22, 59, 59, 999999, tzinfo=UTC)),
        ("2026-07-01", datetime(2026, 7, 1, 21, 59, 59, 999999, tzinfo=UTC)),
        ("2026-11-22", NU),
        ("2026-11-20T10:00:00+01:00", datetime(2026, 11, 20, 9, tzinfo=UTC)),
        ("2026-11-20T10:00:00 01:00", datetime(2026, 11, 20, 9, tzinfo=UTC)),
        ("2026-11-20T10:00:00Z", datetime(2026, 11, 20, 10, tzinfo=UTC)),
    ],
)
def test_een_peildatum_is_een_dag_of_een_moment(tekst: str | None, moment: datetime) -> None:
    """A day counts to its end, today to now; an unencoded plus that became a space is understood."""
    assert lees_peildatum(tekst, NU, ZONE) == moment


@pytest.mark.parametrize(
    "tekst",
    [
        "gisteren",
        "2026-02-30",
        "2026-11-20T10:00:00",
        "20261120",
        "9999-12-31",
        "0001-01-01",
        "0001-01-01T00:00:00+14:00",
    ],
)
def test_een_onleesbare_peildatum_wordt_geweigerd(tekst: str) -> None:
    """Also a moment without offset: nobody can say when that is."""
    with pytest.raises(OngeldigeInvoer) as fout:
        lees_peildatum(tekst, NU, ZONE)
    assert fout.value.fouten == (Fout("peildatum", "Schrijf een datum als 2026-11-22."),)


@pytest.mark.parametrize("tekst", ["2026-11-23", "2026-11-22T13:30:00Z"])
def test_wat_nog_komt_is_niet_bekend(tekst: str) -> None:
    """A date to come is refused instead of answered with an empty picture."""
    with pytest.raises(OngeldigeInvoer, match="toekomst"):
        lees_peildatum(tekst, NU, ZONE)
