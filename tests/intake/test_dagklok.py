"""The end of a day, in the municipality's own time (KG-2.3a)."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from services.intake.behandeling.dagklok import einde_van_de_dag, waarschuw_op
from tests.intake.proef import NU

AMSTERDAM = ZoneInfo("Europe/Amsterdam")
momenten = st.datetimes(datetime(2020, 1, 1), datetime(2030, 12, 31), timezones=st.just(UTC))  # noqa: DTZ001
lente, herfst = datetime(2026, 3, 29, 0, 30, tzinfo=UTC), datetime(2026, 10, 25, 0, 30, tzinfo=UTC)


@settings(max_examples=200, deadline=None)
@given(momenten, st.timedeltas(timedelta(minutes=1), timedelta(hours=20)))
@example(lente, timedelta(hours=2))
@example(herfst, timedelta(hours=2))
@example(datetime(2026, 10, 25, 22, 59, 59, tzinfo=UTC), timedelta(hours=2))
def test_gewaarschuwd_voor_de_dag_om_is(op: datetime, vooraf: timedelta) -> None:
    """The day ends at the next midnight there, also when the clock changes; the warning comes before it."""
    einde = einde_van_de_dag(op, AMSTERDAM)
    plaatselijk = einde.astimezone(AMSTERDAM)
    assert (plaatselijk.hour, plaatselijk.minute) == (0, 0)
    assert plaatselijk.date() - op.astimezone(AMSTERDAM).date() == timedelta(days=1)
    assert op < waarschuw_op(op, einde, vooraf) < einde


@pytest.mark.parametrize(("op", "uren"), [(lente, 23), (herfst, 25), (NU, 24)])
def test_een_dag_duurt_niet_altijd_een_etmaal(op: datetime, uren: int) -> None:
    """In spring the day is an hour shorter, in autumn longer."""
    einde = einde_van_de_dag(op, AMSTERDAM)
    begin: Callable[[datetime], datetime] = lambda moment: einde_van_de_dag(moment - timedelta(days=1), AMSTERDAM)  # noqa: E731
    assert einde - begin(einde - timedelta(hours=12)) == timedelta(hours=uren)
