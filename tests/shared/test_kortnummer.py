"""The short number: said over the telephone, found again, and no way to anything else."""

from uuid import UUID, uuid4

import pytest

from services.intake import volgcode
from shared.kortnummer import TEKENS, kortnummer, staart

NUMMER = UUID("74995e04-c21b-52c3-bbee-8139f196e7a1")


def test_acht_tekens_van_het_einde() -> None:
    """Two groups of four, of signs that cannot be taken for one another; never O, I, L, S, Z or B."""
    assert kortnummer(NUMMER) == kortnummer(str(NUMMER)) == "X196-W7K1"
    assert len(set(TEKENS)) == 16
    assert not set(TEKENS) & set("OILSZB")


@pytest.mark.parametrize("getypt", ["X196-W7K1", "x196w7k1", " x196 w7k1 ", "XI96–W7Kl", str(NUMMER).upper()])
def test_terug_te_lezen(getypt: str) -> None:
    """As people type it: any case, with or without a dash; a whole id as well."""
    assert staart(getypt) == "f196e7a1"


@pytest.mark.parametrize("getypt", ["", "X196", "X196-W7K1-2", "fietsdief", "a1b2-c3d4", "12-12-2026"])
def test_iets_anders_is_geen_nummer(getypt: str) -> None:
    """A word, a day or a part of a number is looked for as what it is."""
    assert staart(getypt) is None


def test_een_volgcode_is_geen_nummer() -> None:
    """Neither reads as the other, so that nobody mixes them up."""
    code = volgcode.maak(bytes(range(19)))
    assert staart(code) is None
    assert not volgcode.klopt(volgcode.lees(kortnummer(uuid4())))
