"""A day that somebody fills in: of late, and not of a century ago by a slip of the finger."""

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest

from services.intake.paginas.moment import lees_moment

NU = datetime(2026, 11, 23, 12, tzinfo=UTC)


@pytest.mark.parametrize(
    ("dag", "mis"), [("1999-11-23", True), ("2020-12-31", True), ("2021-01-01", False), ("2026-11-23", False)]
)
def test_een_jaar_van_lang_geleden_is_een_vergissing(dag: str, mis: bool) -> None:
    """More than five years back: the page asks to look at the year."""
    gelezen = lees_moment(dag, "10:00", ZoneInfo("Europe/Amsterdam"), NU)
    assert (gelezen == {"datum": "oud"}) == mis
