"""The masker's lists: ordinary words, what stays as it is, and names. Where each comes from stands in LEESMIJ.md."""

import unicodedata
from functools import lru_cache
from pathlib import Path

MAP = Path(__file__).parent


@lru_cache(maxsize=16384)
def plat(woord: str) -> str:
    """Lower case, without accents: `Çelik` and `celik` are one."""
    klein = woord.lower()
    if klein.isascii():
        return klein
    uiteen = unicodedata.normalize("NFD", klein.translate(_LETTERS))
    return "".join(teken for teken in uiteen if not unicodedata.combining(teken))


_LETTERS = str.maketrans({"ł": "l", "ı": "i", "ø": "o", "đ": "d", "ß": "ss", "æ": "ae", "œ": "oe", "’": "'", "‘": "'"})


def regels(bestand: Path) -> list[str]:
    """Read a list without its comments."""
    return [regel for regel in bestand.read_text(encoding="utf-8").splitlines() if regel and regel[0] != "#"]


def eigen_namen() -> tuple[set[str], set[str]]:
    """Read our own lists: names that are masked though they are words too (`Jan!`), and the others."""
    namen = [
        naam for bestand in sorted((MAP / "namen").glob("*.txt")) for regel in regels(bestand) for naam in regel.split()
    ]
    vast = {plat(naam[:-1]) for naam in namen if naam[-1] == "!"}
    return vast, {plat(naam.rstrip("!")) for naam in namen} - vast


def blijvende() -> list[str]:
    """Read our own list of what stays."""
    return [naam.strip() for regel in regels(MAP / "blijven.txt") for naam in regel.split(",")]
