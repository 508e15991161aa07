"""The invented year fits in a year, on whatever day somebody starts the demo."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from meldketen.demo.scenario import aankomst, jaar, publicaties
from meldketen.demo.start import EEN_JAAR
from services.rapportage.openbaar import lees_kwartaal

ZONE = ZoneInfo("Europe/Amsterdam")
DAGEN = [datetime(2026, 1, 3, 14, tzinfo=UTC) + timedelta(days=9 * n) for n in range(41)]


@pytest.mark.parametrize("nu", DAGEN, ids=lambda nu: nu.date().isoformat())
def test_the_year_holds_everything_and_a_quarter_with_figures(nu: datetime) -> None:
    begin, voorvallen = nu - EEN_JAAR, jaar(nu, ZONE)
    assert begin <= voorvallen[0].op
    assert voorvallen[-1].op < nu
    uitgaven = list(publicaties(begin, nu, ZONE))
    assert len(uitgaven) in {2, 3, 4}
    laatste = lees_kwartaal(uitgaven[-1][1], ZONE)
    assert all(begin < op < nu for op, _ in uitgaven)
    sinds = [v for v in voorvallen if laatste.van <= v.op < laatste.tot and v.op.date() >= aankomst(nu)]
    assert len(sinds) > 30
