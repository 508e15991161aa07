"""Killed at any moment, again and again: what was answered with 201 is there once, and the chain goes on."""

import os
from pathlib import Path

import pytest

from tests.faults.geschiedenis import SOORTEN, speel
from tests.faults.planten import PLANTEN

ZAAD = int(os.environ.get("ZAAD", "20261122"))
GESCHIEDENISSEN = int(os.environ.get("GESCHIEDENISSEN", "20"))
SNEDEN = int(os.environ.get("SNEDEN", "26"))


def test_a_few_kills_lose_and_double_nothing(tmp_path: Path) -> None:
    """Acknowledged ⊆ stored = published = applied once, in order, and every alert at least once."""
    verloop = speel(tmp_path, ZAAD, 3, "alles door elkaar, op SQLite")
    assert verloop.oordeel.goed, verloop


@pytest.mark.lang
@pytest.mark.parametrize("zaad", range(GESCHIEDENISSEN))
def test_a_campaign_of_random_kills(tmp_path: Path, zaad: int) -> None:
    """The same, 26 faults in a row; the table comes from `python -m tests.faults.campagne`."""
    verloop = speel(tmp_path, zaad, SNEDEN)
    assert verloop.oordeel.goed, verloop


@pytest.mark.lang
@pytest.mark.parametrize("plant", PLANTEN)
def test_a_planted_mistake_is_found(tmp_path: Path, plant: str) -> None:
    """Each zero of the table could have been another number."""
    gevonden = PLANTEN[plant]
    assert gevonden.soort in SOORTEN
    verloop = speel(tmp_path, ZAAD, gevonden.sneden, gevonden.soort, plant)
    assert getattr(verloop.oordeel, gevonden.gezien_als), verloop
