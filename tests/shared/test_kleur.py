"""A colour that a municipality chooses can be read, in the light and in the dark."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from shared.profiel.kleur import DONKER, GENOEG, WIT, contrast, in_het_donker, meng, op_zijn_best
from shared.profiel.schema.huisstijl import Huisstijl
from shared.web.thema import thema
from tests.deploy.bestanden import ROOT

KLEUREN = st.integers(0, 0xFFFFFF).map(lambda heel: f"#{heel:06x}")


@pytest.mark.parametrize(
    ("een", "ander", "hoeveel"),
    [
        ("#000000", "#ffffff", 21.0),
        ("#767676", "#ffffff", 4.54),
        ("#0000ff", "#ffffff", 8.59),
        ("#abcdef", "#abcdef", 1.0),
    ],
)
def test_contrast_is_dat_van_wcag(een: str, ander: str, hoeveel: float) -> None:
    """Known pairs have the contrast that the standard's own formula gives, whichever comes first."""
    assert contrast(een, ander) == pytest.approx(hoeveel, abs=0.01) == contrast(ander, een)


@given(KLEUREN)
def test_in_het_donker_is_elke_gekozen_kleur_te_lezen(kleur: str) -> None:
    """Whatever is chosen: made lighter it can be read on the dark ground, and on its own tint there."""
    assert op_zijn_best(in_het_donker(kleur), DONKER) >= GENOEG


@given(KLEUREN)
def test_een_profiel_neemt_alleen_wat_te_lezen_is(kleur: str) -> None:
    """A colour is taken exactly when it can be read on white and on its own light tint."""
    if min(contrast(kleur, WIT), contrast(kleur, meng(kleur, WIT, 0.08))) >= 4.5:
        assert Huisstijl(kleur=kleur).kleur == kleur
        return
    with pytest.raises(ValidationError, match="te licht"):
        Huisstijl(kleur=kleur)


def test_wie_te_licht_kiest_hoort_hoeveel_en_wat_te_doen() -> None:
    """The reason says what the contrast is, what it must be, and what to do."""
    with pytest.raises(ValidationError, match=r"contrast is 3\.0 en moet 4\.5 of meer zijn.*kies een donkerder kleur"):
        Huisstijl(accent="#e17000")


def test_het_thema_zegt_alleen_kleuren() -> None:
    """The sheet of a municipality holds its two colours for both themes, and nothing else."""
    blad = thema(Huisstijl(kleur="#5c1a8c")).content.decode()
    assert blad.startswith(":root{--meldketen-kleur:#5c1a8c;--meldketen-kleur-in-donker:#")
    assert f"--meldketen-kleur-in-donker:{in_het_donker('#5c1a8c')};" in blad
    assert blad.count("#") == 4


def test_de_stijl_rekent_met_dezelfde_donkere_grond() -> None:
    """The dark ground for which colours are made lighter is the one that the style sheet paints."""
    assert f"--voorbeeld-kleuren-wit: {DONKER};" in (ROOT / "huisstijl" / "donker.css").read_text()
