"""The invented year fits in a year, on whatever day somebody starts the demo."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from meldketen.demo.mensen import wat_aankomt
from meldketen.demo.scenario import aankomst, jaar, publicaties
from meldketen.demo.start import EEN_JAAR
from services.intake.bus.cloudevent import Onleesbaar, open_envelop
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


def test_one_message_of_the_coa_arrives_damaged() -> None:
    """A person can still read what it is about, a program cannot: it is kept apart, shortly before the demo begins."""
    nu = DAGEN[0]
    voorvallen = jaar(nu, ZONE)
    (een,) = [v for v in voorvallen if v.soort == "beschadigd"]
    assert een is voorvallen[-1]
    komt_aan = wat_aankomt(een)
    with pytest.raises(Onleesbaar):
        open_envelop({}, komt_aan)
    assert "Een ruit naast de ingang is ingegooid." in komt_aan.decode()
