"""The calendar on a real ledger, on both databases: a quarter ahead, every day again."""

from datetime import timedelta

import pytest

from services.overleg.application import Overlegdienst
from services.overleg.reeks import VolgordeOnjuist
from shared.contracts.overleg import (
    OverlegGepland,
)
from shared.profiel import Profielen
from tests.overleg.proef import Proef
from tests.overleg.voorbeelden import (
    DAG,
    UUR,
    WEEK,
    lokaal,
    melding,
    met_reeks,
    profiel,
)


def test_een_kwartaal_vooruit_gepland(proef: Proef) -> None:
    """The calendar holds the next quarter: thirteen Tuesdays (LVS-1.1), and the Politieoverleg as well (LVS-1.5)."""
    proef.plan()
    assert proef.overleggen() == [lokaal(2026, 2, 10 + 0) + n * WEEK - _zomertijd(n) for n in range(13)]
    assert len(proef.overleggen("politieoverleg")) == 13
    assert proef.overleggen("driehoek") == []


def _zomertijd(week: int) -> timedelta:
    return UUR if week >= 7 else timedelta(0)


def test_twee_keer_plannen_voegt_niets_toe(proef: Proef) -> None:
    """After a restart the same meetings are found, and none is planned again."""
    proef.plan()
    eerst = proef.ledger.last_place()
    proef.plan()
    assert proef.ledger.last_place() == eerst


async def test_de_horizon_schuift_elke_dag_mee(proef: Proef) -> None:
    """The clock plans again each day, so the calendar is always a quarter ahead."""
    proef.plan()
    voor = len(proef.overleggen())
    assert await proef.wek() == 0
    for _ in range(7):
        proef.nu += DAG
        assert await proef.wek() >= 1
    assert len(proef.overleggen()) == voor + 1


def test_een_deelnemer_is_een_code(proef: Proef) -> None:
    """A planned meeting says why it is held and who sits there, as codes (LVS-1.1)."""
    proef.plan()
    gepland = proef.feiten(OverlegGepland)[0]
    assert isinstance(gepland, OverlegGepland)
    assert (gepland.regel, gepland.deelnemers) == ("LVS-1.1", ("coa", "politie", "handhaving", "gemeente"))


def test_ook_als_de_planning_nog_niet_liep(proef: Proef) -> None:
    """An event before the first planning plans the next meeting itself; the planning then finds it."""
    (overleg_id,) = proef.staat_op(proef.ontvang(melding(proef.nu)))
    assert proef.aanvang(overleg_id) == lokaal(2026, 2, 10)
    proef.plan()
    assert len(proef.overleggen()) == 13


def test_een_verkeerde_volgorde_start_niet() -> None:
    """A profile with the Politieoverleg before the LVOS is refused at start (LVS-1.5)."""
    with pytest.raises(VolgordeOnjuist):
        Overlegdienst(Profielen([met_reeks(profiel(), "politieoverleg", weekdag="maandag")]))
