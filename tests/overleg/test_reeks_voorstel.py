"""Moments that nobody planned, and where meldingen are discussed (LVS-1.2, LVS-1.6, LVS-2.4)."""

from datetime import datetime
from itertools import islice

import pytest

from services.overleg.reeks import (
    ad_hoc,
    voor_meldingen,
)
from tests.overleg.voorbeelden import UUR, lokaal, met_reeks, profiel, reeks


@pytest.mark.parametrize(
    ("nu", "voorstel"),
    [
        (lokaal(2026, 1, 11, 12), lokaal(2026, 1, 13)),  # Sunday: Tuesday is the day of the series
        (lokaal(2026, 1, 14, 12), lokaal(2026, 1, 15)),  # Wednesday: Tuesday is too far
        (lokaal(2026, 1, 16, 9), lokaal(2026, 1, 16)),  # Friday nine: today, rather than in the weekend
        (lokaal(2026, 1, 16, 12), lokaal(2026, 1, 19)),  # Friday noon: Monday
    ],
)
def test_een_ad_hoc_overleg_komt_snel_en_op_een_werkdag(nu: datetime, voorstel: datetime) -> None:
    """Proposed within the term of the profile, on the series' own day where that is possible (LVS-1.2)."""
    assert next(ad_hoc(reeks("lvos"), nu)).aanvang == voorstel


def test_er_is_altijd_een_moment_voor_te_stellen() -> None:
    """A term shorter than a night still gives a meeting: at its end, and another one when that is taken (LVS-1.6)."""
    kort = met_reeks(profiel(), "driehoek", ad_hoc_binnen=UUR)
    cyclus = reeks("driehoek")
    cyclus = type(cyclus)(cyclus.gemeente, cyclus.zone, kort.reeksen[-1], cyclus.locatie)
    nu = lokaal(2026, 2, 7, 23)
    drie = list(islice(ad_hoc(cyclus, nu), 3))
    assert {v.aanvang for v in drie} == {nu + UUR}
    assert len({v.overleg_id for v in drie}) == 3


def test_meldingen_worden_besproken_in_het_lvos_van_de_locatie() -> None:
    """The profile names the series that discusses meldingen (LVS-2.4)."""
    gevonden = voor_meldingen(profiel(), "rokkeveenseweg")
    assert gevonden is not None
    assert gevonden.reeks.code == "lvos"


def test_een_gemeentelijke_reeks_vangt_op_wat_geen_eigen_overleg_heeft() -> None:
    """A location without its own series is discussed by the municipality's, where there is one (LVS-2.4)."""
    breed = met_reeks(profiel(), "lvos", locaties=("zoetermeer",))
    gevonden = voor_meldingen(breed, "rokkeveenseweg")
    assert gevonden is not None
    assert gevonden.locatie.code == "zoetermeer"


def test_zonder_reeks_is_er_geen_overleg_voor_meldingen() -> None:
    """No series is invented where the profile names none."""
    assert voor_meldingen(profiel(), "zoetermeer") is None


def test_een_eigen_overleg_gaat_voor_dat_van_de_gemeente() -> None:
    """A location with a series of its own is discussed there, also where the municipality has one as well (LVS-2.4)."""
    beide = met_reeks(profiel(), "driehoek", bespreekt_meldingen=True, locaties=("zoetermeer",))
    for plek, code in (("rokkeveenseweg", "lvos"), ("zoetermeer", "driehoek")):
        gevonden = voor_meldingen(beide, plek)
        assert gevonden is not None
        assert gevonden.reeks.code == code


def test_een_voorstel_laat_iedereen_een_dag() -> None:
    """On the morning of its own weekday the next day is proposed before the same day (LVS-1.2)."""
    dinsdagochtend = lokaal(2026, 1, 13, 8)
    eerste, tweede, derde = islice(ad_hoc(reeks("lvos"), dinsdagochtend), 3)
    assert [each.aanvang for each in (eerste, tweede)] == [lokaal(2026, 1, 14), lokaal(2026, 1, 15)]
    assert derde.aanvang == lokaal(2026, 1, 13)
