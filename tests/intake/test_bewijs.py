"""The page of evidence names tests that exist, for each of the nine points."""

import re

from tests.programma import REPO

BEWIJS = (REPO / "docs/bewijs-intake.md").read_text(encoding="utf-8")


def test_elke_genoemde_test_bestaat() -> None:
    """By file and name; a test that is renamed or taken away makes this one fail."""
    genoemd = re.findall(r"`([\w/]+\.py)::(test_\w+)`", BEWIJS)
    assert len(genoemd) > 60
    weg = [
        f"{bestand}::{naam}"
        for bestand, naam in genoemd
        if f"def {naam}("
        not in (REPO / ("" if "/" in bestand else "tests/intake") / bestand).read_text(encoding="utf-8")
    ]
    assert weg == []


def test_elk_punt_heeft_bewijs() -> None:
    """Nine points, each with at least one test in its first line."""
    punten = re.findall(r"^\| \*\*(\d)\*\* .*`[\w/]+\.py::test_\w+`", BEWIJS, re.MULTILINE)
    assert [int(punt) for punt in punten] == list(range(1, 10))
