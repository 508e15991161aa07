"""One running installation for the journeys that leave each other alone, a fresh one where that matters."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.journeys.collector import Collector
from tests.journeys.installatie import Installatie
from tests.journeys.ontvanger import Ontvanger

ALLEEN_BESTANDEN = pytest.mark.parametrize("opslag", ["sqlite"], indirect=True)
"""For a journey that looks into the files of SQLite."""
ROLLEN = ("politie", "burgemeester", "om", "oov", "piket", "coa")


@pytest.fixture
def ontvanger() -> Iterator[Ontvanger]:
    with Ontvanger() as ontvanger:
        yield ontvanger


@pytest.fixture
def collector() -> Iterator[Collector]:
    with Collector() as collector:
        yield collector


@pytest.fixture(params=["sqlite", pytest.param("postgres", marks=pytest.mark.lang)])
def opslag(request: pytest.FixtureRequest) -> str:
    """Where the stores stand: the address of a database, or nothing. Journeys on PostgreSQL are in `make faults`."""
    adres: str = request.getfixturevalue("postgres") if request.param == "postgres" else ""
    return adres


@pytest.fixture
def maak(tmp_path: Path, ontvanger: Ontvanger, opslag: str) -> Iterator[Callable[[], Installatie]]:
    """Make an installation whose channels all end at `ontvanger`; it is stopped after the test."""
    gemaakt: list[Installatie] = []

    def maak() -> Installatie:
        kanalen = {rol: ontvanger.kanaal(rol) for rol in ROLLEN}
        gemaakt.append(Installatie(tmp_path, kanalen=kanalen, database=opslag))
        return gemaakt[-1]

    yield maak
    for installatie in gemaakt:
        installatie.stop()
