"""A week beside those before: the mean, what is usual, and a year ago."""

from datetime import timedelta
from math import exp
from random import Random

import pytest

from services.rapportage import tellen
from services.rapportage.tellen import Cel
from services.rapportage.week import Week
from services.rapportage.weekbeelden.vergelijken import GEWOON, LOOPT_NOG, MEER, MINDER, TE_WEINIG, band, vergelijk
from services.rapportage.weekbeelden.weekrijen import weken
from tests.rapportage.test_tellen import MELDING, WEEK
from tests.rapportage.verdeeld import verdeel

DAG = timedelta(days=1)
OUD = WEEK.van - 500 * DAG
ERVOOR = tellen.weken_ervoor(WEEK)


def in_week(weken_terug: int, aantal: int = 1) -> Cel:
    """So many on the Tuesday of an earlier week."""
    return MELDING._replace(uur=MELDING.uur - 7 * weken_terug * DAG, aantal=aantal)


@pytest.mark.parametrize(("weken_", "gemiddeld"), [(3, None), (4, 2.5), (8, 4.5)])
def test_het_gemiddelde_is_van_ten_minste_vier_en_ten_hoogste_acht_weken(weken_: int, gemiddeld: float | None) -> None:
    """Week n before has n reports; a ninth week is not in it, nor is this one."""
    cellen = [in_week(n, n) for n in range(1, 10)] + [in_week(0, 99)]
    geteld = verdeel(WEEK, cellen, ERVOOR[weken_ - 1].van)
    assert geteld.totaal(tellen.MELDING).gemiddeld == gemiddeld


def test_een_week_zonder_meldingen_telt_mee_als_er_toen_al_gemeld_werd() -> None:
    """A zero counts; a week that began before the first report does not."""
    sinds = ERVOOR[3].van
    assert verdeel(WEEK, [in_week(1, 8)], sinds).totaal(tellen.MELDING).gemiddeld == 2.0
    later = verdeel(WEEK, [in_week(1, 8)], sinds + timedelta(seconds=1)).totaal(tellen.MELDING)
    assert later.gemiddeld is None


def test_een_jaar_geleden_is_de_week_met_hetzelfde_nummer() -> None:
    """Nothing measured is not zero."""
    toen = MELDING._replace(uur=Week(2025, 47, WEEK.zone).van)
    assert verdeel(WEEK, [toen], OUD).totaal(tellen.MELDING).jaar_geleden == 1
    assert verdeel(WEEK, [], OUD).totaal(tellen.MELDING).jaar_geleden == 0
    assert verdeel(WEEK, [toen], toen.uur + DAG).totaal(tellen.MELDING).jaar_geleden is None
    assert Week(2026, 53, WEEK.zone).jaar_eerder().code == "2025-W52"


def test_elke_rij_van_een_tabel_heeft_een_eigen_gemiddelde() -> None:
    """Also a kind that is not there this week."""
    cellen = [in_week(n, 2)._replace(gebied="dorp") for n in range(1, 9)]
    [rij] = [rij for rij in verdeel(WEEK, cellen, OUD).tabel(tellen.MELDING, "gebied", {}) if rij.code == "dorp"]
    assert (rij.deze_week, rij.vorige_week, rij.gemiddeld, rij.jaar_geleden) == (0, 2, 2.0, 0)


def test_de_weken_staan_naast_elkaar_de_oudste_voorop() -> None:
    """Eight before, and this one; each says whether it was measured."""
    uit = weken(verdeel(WEEK, [in_week(0, 3), in_week(8, 5)], ERVOOR[2].van), WEEK.tot)
    assert [(rij.code, rij.meldingen) for rij in uit["weken"]][::8] == [("2026-W39", 5), ("2026-W47", 3)]
    assert [rij.gemeten for rij in uit["weken"]] == [False] * 5 + [True] * 4
    assert uit["jaar_geleden"].code == "2025-W47"


def test_een_lopende_week_staat_naast_hetzelfde_moment_van_de_weken_ervoor() -> None:
    """On Wednesday only what had happened by Wednesday, on local clocks: the clock changed in week 43."""
    woensdag = MELDING.uur + DAG
    cellen = [in_week(n) for n in range(9)] + [in_week(n)._replace(uur=in_week(n).uur + 3 * DAG) for n in range(1, 9)]
    uit = weken(verdeel(WEEK, cellen, OUD), woensdag)["vergelijking_meldingen"]
    assert (uit.gemiddeld, uit.zelfde_moment, uit.oordeel) == (2.0, 1.0, LOOPT_NOG)
    assert WEEK.op_zelfde_moment(woensdag, Week(2026, 43, WEEK.zone)) == woensdag - 28 * DAG - timedelta(hours=1)


@pytest.mark.parametrize(
    ("aantal", "volledig", "oordeel"),
    [(30, True, MEER), (30, False, MEER), (10, True, GEWOON), (0, True, MINDER), (0, False, LOOPT_NOG)],
)
def test_het_oordeel(aantal: int, volledig: bool, oordeel: str) -> None:
    """A week that is not over may be too much already, and never too little yet."""
    assert vergelijk(aantal, [9, 11, 10, 8, 12, 10, 9, 11], volledig=volledig).oordeel == oordeel


def test_een_week_die_voorbij_is_wordt_met_hele_weken_vergeleken() -> None:
    """Half weeks say nothing about it any more."""
    assert vergelijk(9, [9] * 8, volledig=True, zelfde_moment=[5] * 8).zelfde_moment is None
    assert vergelijk(9, [9] * 8, volledig=False, zelfde_moment=[5] * 8).zelfde_moment == 5


def test_van_drie_weken_is_niets_te_zeggen() -> None:
    """No mean, no band, no verdict."""
    uit = vergelijk(50, [1, 1, 1], volledig=True)
    assert (uit.gemiddeld, uit.laag, uit.hoog, uit.oordeel) == (None, None, None, TE_WEINIG)
    assert band([0, 0, 0, 0]) == (0, 1)


def _getrokken(toeval: Random, gemiddeld: float, spreiding: float) -> int:
    """A count with this mean, and a variance so many times as large."""
    if spreiding > 1:
        gemiddeld = toeval.gammavariate(gemiddeld / (spreiding - 1), spreiding - 1)
    aantal, kans = 0, toeval.random()
    while kans > exp(-gemiddeld):
        aantal, kans = aantal + 1, kans * toeval.random()
    return aantal


@pytest.mark.parametrize("weken_", [4, 8])
@pytest.mark.parametrize("spreiding", [1, 2, 4])
@pytest.mark.parametrize("gemiddeld", [1, 5, 20])
def test_de_band_dekt_wat_hij_zegt(weken_: int, spreiding: float, gemiddeld: float) -> None:
    """Nine of ten next weeks lie in it, on simulated weeks with and without bursts."""
    toeval, keren, binnen = Random(f"{weken_}/{spreiding}/{gemiddeld}"), 1_000, 0
    for _ in range(keren):
        laag, hoog = band([_getrokken(toeval, gemiddeld, spreiding) for _ in range(weken_)]) or (0, -1)
        binnen += laag <= _getrokken(toeval, gemiddeld, spreiding) <= hoog
    assert 0.87 <= binnen / keren <= 0.99
