"""What is the number of a case, and what might be a person (LVS-2.2)."""

import pytest

from services.overleg.dossier import KenmerkGeweigerd, lees_kenmerk
from services.overleg.dossier.kenmerk import zoekvorm


@pytest.mark.parametrize(
    ("gevuld", "kenmerk"),
    [
        ("Z-2026-00123", "Z-2026-00123"),
        (" z-77-a ", "Z-77-A"),
        ("2026/0012_b.3", "2026/0012_B.3"),
        ("123456789", "123456789"),  # nine digits, and no BSN
        ("ABCDE-1", "ABCDE-1"),
        ("A12", "A12"),
        ("7" * 40, "7" * 40),
        ("12345-1-2", "12345-1-2"),  # no day has five digits
    ],
)
def test_een_zaaknummer_in_een_schrijfwijze(gevuld: str, kenmerk: str) -> None:
    """Without spaces around it and in capitals, so that the same case is the same id (TB-3.2)."""
    assert lees_kenmerk(gevuld) == kenmerk


@pytest.mark.parametrize("ook", ["Z2026-00123", "Z/2026/123", "Z.2026_0123", "Z-2026--00123"])
def test_een_ander_teken_of_een_nul_meer_is_dezelfde_zaak(ook: str) -> None:
    """Or a second measure would slip past what may not go together (TB-3.2)."""
    assert zoekvorm(lees_kenmerk(ook)) == zoekvorm("Z-2026-00123")


@pytest.mark.parametrize(
    "ander", ["Z-2026-00124", "Z-2026-1230", "Z-20-26123", "Z-202-600123", "D-2026-00123", "Z-2026-123-0"]
)
def test_een_ander_nummer_blijft_een_ander(ander: str) -> None:
    """Nobody is taken for somebody else."""
    assert zoekvorm(lees_kenmerk(ander)) != zoekvorm("Z-2026-00123")


@pytest.mark.parametrize(
    "gevuld",
    [
        *("Pietersen1", "abcdef-1"),  # six letters in a row may be a name
        *(
            "111222333",
            "111.222.333",
            "111-222-333",
            "111/222/333",
            "111_222_333",
            "10000008",
        ),  # a BSN, also the old ones of eight digits
        *("01-02-1990", "1-2-90", "1990/02/01", "1990.2.1"),  # a day of birth
        *("ABC", "A1", "7" * 41, "", "   "),  # nothing that we know
        *("Z 2026 1", "-Z1", "Z-1!", "Z–2026–1", "Ä12"),
    ],
)
def test_wat_een_persoon_kan_zijn_wordt_geweigerd(gevuld: str) -> None:
    """A name, a BSN, a date of birth, or no number at all; the refusal repeats nothing of it."""
    with pytest.raises(KenmerkGeweigerd) as geweigerd:
        lees_kenmerk(gevuld)
    assert geweigerd.value.regel == "LVS-2.2"
    assert not gevuld.strip() or gevuld not in geweigerd.value.reden
