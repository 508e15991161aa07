"""What the docs promise about masking is measured on texts that its rules were not written on."""

import subprocess
import sys
from time import perf_counter

import pytest

from bench.maskeerscore import Score, is_weg, meet
from bench.proefteksten import Gegeven, Proeftekst, lees
from shared.maskering import Vondst, laat_staan
from shared.profiel import Profielen, laad
from shared.profiel.plaatsnamen import plaatsnamen


@pytest.fixture(scope="module")
def score() -> Score:
    """The frozen texts, with the shipped municipalities' places left alone."""
    laat_staan(plaatsnamen(Profielen(laad(naam) for naam in ("zoetermeer", "leidschendam-voorburg", "koggenland"))))
    return meet(lees("vast"))


@pytest.mark.parametrize(("categorie", "minstens"), [("kenmerken", 0.99), ("naam", 0.96), ("op geen lijst", 0.95)])
def test_er_blijft_weinig_staan(score: Score, categorie: str, minstens: float) -> None:
    """Of numbers and addresses nearly all are found, and of names 95 of 100."""
    assert score.deel(categorie) >= minstens


@pytest.mark.parametrize(
    "categorie", ["e-mail", "telefoonnummer", "iban", "bsn", "v-nummer", "kenteken", "geboortedatum"]
)
def test_wat_een_vaste_vorm_heeft_gaat_altijd_weg(score: Score, categorie: str) -> None:
    """What has a shape is found every time."""
    assert score.deel(categorie) == 1


def test_gewone_woorden_blijven_staan(score: Score) -> None:
    """Fewer than 1 of 100 ordinary words is masked, and most of what is masked is somebody's."""
    assert score.gewoon_gemaskeerd / score.gewoon < 0.01
    assert score.raak / score.vondsten > 0.9


def test_de_score_ziet_een_misser() -> None:
    """A name of which one word is left counts as not found; a `van der` that is left says nothing."""
    naam = Gegeven(0, 20, "naam")
    assert not is_weg("Marieke van der Plas", naam, [Vondst(0, 7, "naam")])
    assert is_weg("Marieke van der Plas", naam, [Vondst(0, 7, "naam"), Vondst(16, 20, "naam")])
    gemist = meet([Proeftekst("inwoner", "de qwrtpl las", (Gegeven(3, 9, "naam"),))])
    assert gemist.deel("naam") == 0


def test_laden_duurt_niet_lang() -> None:
    """A fresh process masks its first text within seconds on the slowest machine; `make bench` says how many."""
    begin = perf_counter()
    subprocess.run([sys.executable, "-c", "from shared.maskering import masker; masker('Dag Fatima')"], check=True)
    assert perf_counter() - begin < 8
