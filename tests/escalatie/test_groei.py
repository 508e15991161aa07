"""Growth: against the weeks before, with a stated test."""

from math import comb

import pytest
from hypothesis import given as voor_elke
from hypothesis import settings
from hypothesis import strategies as st

from bench.simulatie import DREMPEL, alarmen, vals_per_jaar, verdubbeling_gevonden
from services.escalatie.drempels.groei import Ervoor, Recent, ervoor, groei, kritiek, recent, spreiding
from shared.statistiek import minstens, t_grens

VANDAAG = 1_000
RUSTIG = {dag: int(dag % 7 in (1, 4)) for dag in range(VANDAAG - 400, VANDAAG - 27)}


@voor_elke(st.integers(1, 40), st.integers(0, 120), st.integers(1, 99))
def test_de_kans_is_die_van_de_binomiale_verdeling(aantal: int, ander: int, procent: int) -> None:
    """The tail is the sum of the terms."""
    kans, samen = procent / 100, aantal + ander
    som = sum(comb(samen, k) * kans**k * (1 - kans) ** (samen - k) for k in range(aantal, samen + 1))
    assert minstens(aantal, ander, kans) == pytest.approx(som, rel=1e-6, abs=1e-12)


@pytest.mark.parametrize(("vrijheid", "grens"), [(1, 6.314), (7, 1.895), (30, 1.697), (1000, 1.646)])
def test_student(vrijheid: int, grens: float) -> None:
    """The quantiles of the printed tables."""
    assert t_grens(0.95, vrijheid) == pytest.approx(grens, abs=0.001)


def test_wat_groei_is_en_wat_niet() -> None:
    """Two a week for half a year: eight in four weeks is nothing new, twenty is; five at least, whatever the test."""
    laatst, voor = recent(DREMPEL, VANDAAG, None), ervoor(DREMPEL, RUSTIG, VANDAAG, VANDAAG - 400)
    assert laatst == Recent(VANDAAG - 27, VANDAAG)
    assert voor == Ervoor(52, 182, 1.0)
    assert groei(DREMPEL, 8, laatst, voor) is None
    gevonden = groei(DREMPEL, 20, laatst, voor)
    assert gevonden is not None
    assert (gevonden.vergeleken, gevonden.dagen_ervoor, gevonden.verwacht) == (52, 182, 8.0)
    assert gevonden.kans < DREMPEL.kans_hoogstens
    assert groei(DREMPEL, 4, laatst, Ervoor(0, 182, 1.0)) is None
    assert groei(DREMPEL, 5, laatst, Ervoor(0, 182, 1.0)) is not None


def test_zonder_acht_weken_is_er_geen_oordeel() -> None:
    """Fewer than eight weeks before the window say nothing; with eight there is a verdict."""
    assert ervoor(DREMPEL, RUSTIG, VANDAAG, sinds=VANDAAG - 28 - 54) is None
    voor = ervoor(DREMPEL, RUSTIG, VANDAAG, sinds=VANDAAG - 28 - 55)
    assert voor is not None
    assert voor.dagen == 56


def test_na_een_alarm_begint_het_tellen_opnieuw() -> None:
    """Days that an alarm has used do not count again, and less than a week is no growth."""
    assert recent(DREMPEL, VANDAAG, VANDAAG - 10) == Recent(VANDAAG - 9, VANDAAG)
    assert recent(DREMPEL, VANDAAG, VANDAAG - 6) is None


def test_vlagen_zijn_geen_groei() -> None:
    """Where the weeks before vary wildly, more is needed than where they are even."""
    gelijk, vlagen = [4] * 26, [0, 0, 0, 16] * 6 + [4, 4]
    assert spreiding(gelijk) == 1.0
    assert spreiding(vlagen) > 5
    assert kritiek(Ervoor(104, 182, spreiding(vlagen)), 28, 0.005) > kritiek(Ervoor(104, 182, 1.0), 28, 0.005) + 5


@settings(max_examples=40)
@voor_elke(st.integers(0, 400), st.integers(56, 182), st.integers(7, 28))
def test_de_grens_is_de_kleinste(aantal: int, dagen: int, laatst: int) -> None:
    """One fewer than the critical number is not growth, the number itself is."""
    voor = Ervoor(aantal, dagen, 1.0)
    grens, deel = kritiek(voor, laatst, 0.005), laatst / (laatst + dagen)
    assert minstens(grens, aantal, deel) <= 0.005 < minstens(grens - 1, aantal, deel)


def test_de_simulatie_in_het_klein() -> None:
    """At a constant rate less than one false alarm a year; a doubling is found. `make simulatie` does it in full."""
    assert vals_per_jaar(5, 40) <= 1
    assert verdubbeling_gevonden(60) >= 0.7


def test_de_simulatie_kan_zakken() -> None:
    """With a test that is too loose the simulation says so: it measures something."""
    los = DREMPEL.model_copy(update={"kans_hoogstens": 0.4})
    assert len(list(alarmen([1] * 7 * 82, 7 * 30, los))) == 0
    assert len(list(alarmen([1, 0] * 105 + [1, 2] * 180, 210, los))) > 3
