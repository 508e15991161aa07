"""Fixtures for tests of intake."""

from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import pytest

from shared.web import Toegang
from tests.escalatie.ontvangers import mailserver
from tests.intake.melderpost import MAIL, SMS, Post
from tests.intake.proef import Proef, proef_intake


@pytest.fixture
def proef(tmp_path: Path, toegang: Toegang) -> Iterator[Proef]:
    """Intake on SQLite, for Zoetermeer."""
    proef = proef_intake(tmp_path, toegang)
    yield proef
    proef.sluit()


@pytest.fixture
def overal(tmp_path: Path, toegang: Toegang, database: str) -> Iterator[Proef]:
    """Intake on each of the databases."""
    proef = proef_intake(tmp_path, toegang, database=database)
    yield proef
    proef.sluit()


@pytest.fixture
async def postbus(monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Post]:
    """Where mail to reporters arrives: `aan: onderwerp`, in order."""
    async with mailserver() as (bus, adres):
        basis = adres.partition("&to=")[0]
        monkeypatch.setenv(MAIL, f"{basis}&to={{aan}}")
        monkeypatch.delenv(SMS, raising=False)
        yield Post(bus)
