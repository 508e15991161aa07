"""Escalatie with the profile of Zoetermeer, on the databases of the test."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from shared.profiel import Profiel, laad
from shared.web.toegang import Toegang, open_toegang
from tests.escalatie.opstelling import Opstelling, Opzetten
from tests.web import nu


@pytest.fixture
def profiel() -> Profiel:
    """The profile that ships."""
    return laad("zoetermeer")


@pytest.fixture
def toegang(tmp_path: Path) -> Iterator[Toegang]:
    """A real access store."""
    store = open_toegang(str(tmp_path), nu)
    yield store
    store.close()


@pytest.fixture
def zet_op(tmp_path: Path, profiel: Profiel, toegang: Toegang) -> Iterator[Opzetten]:
    """Start escalatie, on SQLite unless a database is given; a second time: the same one again after a stop."""
    gestart: list[Opstelling] = []

    def start(database: str = "", **kanalen: str) -> Opstelling:
        gestart.append(Opstelling(database, tmp_path, profiel, toegang, kanalen=kanalen))
        return gestart[-1]

    yield start
    for opstelling in gestart:
        opstelling.sluit()
