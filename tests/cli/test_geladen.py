"""What is loaded only where it is used: a start waits for it, and memory holds it."""

import subprocess
import sys

import pytest

VRAAG = "import sys, meldketen.keten, meldketen.diensten; print(*{naam.split('.')[0] for naam in sys.modules})"


@pytest.fixture(scope="module")
def geladen() -> frozenset[str]:
    """What the program loads before it is told anything."""
    klaar = subprocess.run([sys.executable, "-c", VRAAG], capture_output=True, text=True, check=True)
    return frozenset(klaar.stdout.split())


@pytest.mark.parametrize("pakket", ["psycopg", "psycopg_pool", "typst", "altair", "vl_convert", "openpyxl"])
def test_wie_het_niet_gebruikt_laadt_het_niet(geladen: frozenset[str], pakket: str) -> None:
    """A driver of another database, what sets papers, what writes sheets."""
    assert "pydantic" in geladen
    assert pakket not in geladen
