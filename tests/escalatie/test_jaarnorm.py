"""A yearly norm: the forecast, its interval, and when it says that it does not know yet."""

from datetime import date, timedelta

import pytest

from bench.simulatie import dekking
from services.escalatie.drempels.jaarnorm import gaat_erover, metingen_uit_dagen
from shared.contracts.escalatie import Periodecijfer
from shared.jaarverwachting import Meting, metingen_uit_cijfers, verwachting

WEKEN = [Meting(7, aantal) for aantal in (12, 14, 11, 13, 12, 15, 10, 13)]


def test_onder_acht_weken_is_er_geen_verwachting() -> None:
    """Seven weeks say nothing; eight do."""
    assert verwachting(2026, WEKEN[:7]) is None
    assert verwachting(2026, WEKEN) is not None


def test_de_verwachting_gaat_door_zoals_het_gaat() -> None:
    """A hundred in eight weeks is 652 in a year, and the interval lies around it."""
    voorspeld = verwachting(2026, WEKEN)
    assert voorspeld is not None
    assert voorspeld.verwacht == pytest.approx(100 / 56 * 365, abs=0.1)
    assert voorspeld.laag < voorspeld.verwacht < voorspeld.hoog
    assert voorspeld.tot_nu_toe == 100


def test_er_wordt_gewaarschuwd_voordat_de_norm_is_bereikt() -> None:
    """LV-3: 100 so far is far below 600, and the year will end above it; a norm of 700 is not in sight."""
    voorspeld = verwachting(2026, WEKEN)
    assert gaat_erover(600, voorspeld)
    assert not gaat_erover(700, voorspeld)
    assert not gaat_erover(600, None)


def test_een_heel_jaar_is_geen_verwachting_maar_een_uitkomst() -> None:
    """The printed figure of 2018 needs no forecast: 181 burglaries against a norm of 200."""
    heel = Periodecijfer(van=date(2018, 1, 1), tot=date(2018, 12, 31), aantal=181)
    uitkomst = verwachting(2018, metingen_uit_cijfers(2018, [heel]))
    assert uitkomst is not None
    assert (uitkomst.laag, uitkomst.verwacht, uitkomst.hoog) == (181, 181, 181)


def test_van_overlappende_cijfers_tellen_de_kortste() -> None:
    """A total over the weeks that are there already is not added to them; figures of another year are not used."""
    weken = [
        Periodecijfer(van=date(2026, 1, 5) + timedelta(weeks=w), tot=date(2026, 1, 11) + timedelta(weeks=w), aantal=3)
        for w in range(4)
    ]
    maand = Periodecijfer(van=date(2026, 1, 1), tot=date(2026, 1, 31), aantal=12)
    ander = Periodecijfer(van=date(2025, 12, 29), tot=date(2026, 1, 4), aantal=9)
    assert metingen_uit_cijfers(2026, [maand, *weken, ander]) == [Meting(7, 3)] * 4


def test_alleen_hele_weken_tellen() -> None:
    """What happened in the last, unfinished week waits."""
    begin = date(2026, 1, 1).toordinal()
    telling = dict.fromkeys(range(begin, begin + 60), 1)
    assert metingen_uit_dagen(2026, telling, begin, begin + 59) == [Meting(7, 7)] * 8
    assert metingen_uit_dagen(2026, telling, begin - 400, begin + 6) == [Meting(7, 7)]
    assert metingen_uit_dagen(2026, telling, begin + 5, begin + 6) == []


@pytest.mark.parametrize(("per_jaar", "spreiding", "weken"), [(200, 1, 8), (600, 2, 13), (600, 4, 26)])
def test_het_interval_dekt_wat_het_belooft(per_jaar: int, spreiding: int, weken: int) -> None:
    """Nine of ten simulated years end within it (a small version; `make simulatie` does it in full)."""
    assert 0.84 <= dekking(per_jaar, weken, spreiding, 250) <= 0.97
