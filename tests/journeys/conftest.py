"""One running installation for the journeys that leave each other alone, a fresh one where that matters."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.journeys.installatie import Installatie
from tests.journeys.ontvanger import Ontvanger

ROLLEN = ("politie", "burgemeester", "om", "oov", "piket", "coa")


@pytest.fixture
def ontvanger() -> Iterator[Ontvanger]:
    with Ontvanger() as ontvanger:
        yield ontvanger


@pytest.fixture
def maak(tmp_path: Path, ontvanger: Ontvanger) -> Iterator[Callable[..., Installatie]]:
    """Make an installation whose channels all end at `ontvanger`; it is stopped after the test."""
    gemaakt: list[Installatie] = []

    def maak(database: str = "") -> Installatie:
        kanalen = {rol: ontvanger.kanaal(rol) for rol in ROLLEN}
        gemaakt.append(Installatie(tmp_path, kanalen=kanalen, database=database))
        return gemaakt[-1]

    yield maak
    for installatie in gemaakt:
        installatie.stop()
