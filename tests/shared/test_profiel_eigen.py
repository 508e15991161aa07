"""What is crossed has a name that people can read, everywhere and in every municipality."""

import pytest

from services.escalatie.eigen import STANDAARD
from services.escalatie.geweigerd import CODE
from shared.profiel import laad
from shared.profiel.eigen import NAMEN


def test_elk_eigen_signaal_heeft_een_naam() -> None:
    """A code on a page says nothing to who reads it at three in the morning."""
    assert NAMEN.keys() == {CODE, *STANDAARD}


@pytest.mark.parametrize("code", NAMEN)
def test_een_eigen_signaal_staat_met_zijn_naam_op_de_pagina(code: str) -> None:
    """A profile need not know it."""
    assert laad("zoetermeer").drempelnaam(code) == NAMEN[code]


def test_een_drempel_van_het_profiel_gaat_voor_en_een_verdwenen_drempel_houdt_zijn_code() -> None:
    """History outlives a threshold."""
    profiel = laad("zoetermeer")
    drempel = profiel.drempels[0]
    assert profiel.drempelnaam(drempel.code) == drempel.omschrijving
    assert profiel.drempelnaam("bestond-vroeger") == "bestond-vroeger"
