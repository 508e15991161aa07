"""Who sees which meetings, by role, municipality and location."""

import pytest

from services.overleg.application.zicht import Zicht, reeksen_van
from shared.profiel import Profielen, Rol
from tests.overleg.voorbeelden import GEMEENTE, PLEK, meegeleverd, profiel, reeks

ALLE = Profielen([profiel(), meegeleverd("koggenland")])
LVOS, POLITIE, TWEEWEKELIJKS = (GEMEENTE, "lvos"), (GEMEENTE, "politieoverleg"), ("gm1598", "tweewekelijks")


@pytest.mark.parametrize("rol", [Rol.OOV, Rol.BURGEMEESTER, Rol.MELDPUNT])
def test_de_gemeente_ziet_alles(rol: Rol) -> None:
    """No limit on series."""
    assert reeksen_van(ALLE, rol) is None


@pytest.mark.parametrize(
    ("rol", "wel", "niet"),
    [
        (Rol.POLITIE, {LVOS, POLITIE, TWEEWEKELIJKS}, {(GEMEENTE, "ambtelijk-overleg")}),
        (Rol.COA, {LVOS, (GEMEENTE, "ambtelijk-overleg")}, {POLITIE, TWEEWEKELIJKS}),
        (Rol.JONGERENWERK, {TWEEWEKELIJKS}, {LVOS, POLITIE}),
    ],
)
def test_een_partner_ziet_waar_hij_zit(rol: Rol, wel: set[tuple[str, str]], niet: set[tuple[str, str]]) -> None:
    """Of every municipality the series at whose table it sits."""
    gezien = set(reeksen_van(ALLE, rol) or ())
    assert wel <= gezien
    assert not niet & gezien


@pytest.mark.parametrize("rol", [Rol.ZORG, Rol.RAAD, None])
def test_wie_nergens_zit_ziet_niets(rol: Rol | None) -> None:
    """No series, not all of them: also a caller without a role, whatever a partner without a role may be."""
    assert reeksen_van(Profielen([profiel()]), rol) == ()


@pytest.mark.parametrize(
    ("zicht", "mag"),
    [
        (Zicht(), True),
        (Zicht(gemeente=GEMEENTE, locatie=PLEK, reeksen=(LVOS,)), True),
        (Zicht(gemeente="gm1598"), False),
        (Zicht(locatie="zoetermeer"), False),
        (Zicht(reeksen=(POLITIE,)), False),
        (Zicht(reeksen=()), False),
        (Zicht(locatie="zoetermeer", reeksen=(LVOS,)), False),
        (Zicht(gemeente="gm1598", reeksen=(LVOS,)), False),
        (Zicht(reeksen=(("gm1598", "lvos"),)), False),
    ],
)
def test_elke_grens_telt(zicht: Zicht, mag: bool) -> None:
    """Municipality, location and series must all fit."""
    assert zicht.mag(reeks("lvos")) is mag


def test_de_grenzen_als_vraag_aan_de_tabellen() -> None:
    """Nothing named is nothing asked; no series at all gives no row; the values are never in the text."""
    assert Zicht().delen() == []
    assert not Zicht().vertrouwelijk
    assert Zicht(gemeente="a", locatie="b").delen() == [("gemeente = ?", ("a",)), ("locatie = ?", ("b",))]
    assert Zicht(reeksen=()).delen() == [("(1 = 0)", ())]
    paren = Zicht(locatie="b", reeksen=(("a", "x"), ("c", "y"))).delen()
    tekst = "((gemeente = ? AND reeks = ?) OR (gemeente = ? AND reeks = ?))"
    assert paren == [("locatie = ?", ("b",)), (tekst, ("a", "x", "c", "y"))]
