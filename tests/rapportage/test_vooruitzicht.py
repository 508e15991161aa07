"""Looking ahead: the interval covers what it says, and with too little it says so."""

from datetime import date, timedelta
from random import Random

import pytest

from bench.simulatie import poisson
from services.rapportage.doelen.cijferreeks import Cijfer, Reeks, reeksen
from services.rapportage.doelen.vooruitzicht import MINSTE_JAREN, vooruitzicht

JAAR = 2026


def jaarcijfer(jaar: int, waarde: float, eenheid: str = "aantal") -> Cijfer:
    """A figure over a whole year."""
    return Cijfer("r", eenheid, date(jaar, 1, 1), date(jaar, 12, 31), waarde, "politie")


def jaren(*waarden: float, eenheid: str = "aantal", tot: int = JAAR - 1) -> Reeks:
    """Years in a row, the last one `tot`."""
    begin = tot - len(waarden) + 1
    cijfers = [jaarcijfer(begin + n, waarde, eenheid) for n, waarde in enumerate(waarden)]
    return reeksen(cijfers)["r"]


def test_te_weinig_jaren_is_geen_verwachting() -> None:
    """The four printed years of KN tabel 1 say nothing about the next; six do; and old ones never do."""
    vier = vooruitzicht(jaren(5894, 5596, 5326, 5820), JAAR)
    assert vier.waarom_niet == (
        "Te weinig cijfers voor een verwachting over 2026: er zijn 4 hele jaren en er zijn er 6 nodig."
    )
    assert vooruitzicht(jaren(*[100] * (MINSTE_JAREN - 1)), JAAR).waarom_niet
    assert not vooruitzicht(jaren(*[100] * MINSTE_JAREN), JAAR).waarom_niet
    assert "het laatste hele jaar is 2024" in vooruitzicht(jaren(*[100] * 9, tot=2024), JAAR).waarom_niet
    assert "er is geen heel jaar" in vooruitzicht(reeksen([]).get("r", Reeks("r", "aantal", [])), JAAR).waarom_niet


def test_een_deel_van_het_jaar_gaat_voor_de_lijn() -> None:
    """Twenty weeks of ten are 521 in a year, whatever earlier years were."""
    begin = date(JAAR, 1, 1)
    weken = [
        Cijfer("r", "aantal", begin + timedelta(weeks=n), begin + timedelta(weeks=n, days=6), 10, "politie")
        for n in range(20)
    ]
    uit = vooruitzicht(reeksen([*jaren(*[100] * 8).cijfers, *weken])["r"], JAAR)
    assert uit.verwacht == pytest.approx(10 / 7 * 365, abs=0.1)
    assert uit.laag < uit.verwacht < uit.hoog
    assert "seizoenen" in uit.methode


def test_een_rapportcijfer_blijft_een_rapportcijfer() -> None:
    """No bound above ten or below nothing."""
    hoog = vooruitzicht(jaren(9.0, 9.9, 9.2, 9.9, 9.4, 10.0, eenheid="rapportcijfer"), JAAR)
    assert hoog.laag < hoog.verwacht <= hoog.hoog == 10.0
    laag = vooruitzicht(jaren(60, 20, 40, 10, 20, 1, eenheid="procent"), JAAR)
    assert laag.laag == 0.0


@pytest.mark.parametrize(
    ("begin", "groei", "spreiding", "aantal_jaren"), [(600, 0.0, 1, 6), (400, -0.05, 4, 8), (40, 0.03, 1, 10)]
)
def test_het_interval_dekt_wat_het_belooft(begin: int, groei: float, spreiding: int, aantal_jaren: int) -> None:
    """Nine in ten simulated years end within it, also with a trend and more spread than chance alone."""
    toeval, raak, proeven = Random(f"{begin}{groei}{spreiding}"), 0, 500
    for _ in range(proeven):
        verwacht = [begin * (1 + groei) ** n for n in range(aantal_jaren + 1)]
        *eerder, uitkomst = (poisson(toeval, mu, spreiding) if mu < 500 else _groot(toeval, mu) for mu in verwacht)
        uit = vooruitzicht(jaren(*eerder), JAAR)
        raak += uit.laag <= uitkomst <= uit.hoog
    assert 0.85 <= raak / proeven <= 0.95


def _groot(toeval: Random, mu: float) -> int:
    """A Poisson count too large to draw by multiplying chances."""
    return max(0, round(toeval.gauss(mu, mu**0.5)))
