"""Fixtures for tests of intake."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from shared.web import Toegang
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
