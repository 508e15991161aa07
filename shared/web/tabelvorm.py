"""How a table stands on a page: which of its columns are numbers, and what it does where there is little room."""

import re
from collections.abc import Sequence

_GETAL = re.compile(r"[-−+]?\d[\d.]*(,\d+)?( ?%)?")
_ELEMENT = re.compile("<[^>]*>")
_GEEN = frozenset({"", "–", "x"})
"""What stands where a number is missing, or left out because it is small."""

_HEEL = re.compile(r"\d{2}-\d{2}-\d{4}|[A-Z]{2,4}-[A-Za-z0-9.-]+")
"""A day or the name of a rule: what reads badly in two pieces."""

LANGSTE_WOORD = 14
"""So many characters fit in half the width of a telephone without being broken."""
HALVE_REGEL = 30
"""So many characters, heading included, stand well in half the width of a telephone, on two lines."""


def getalkolommen(rijen: Sequence[Sequence[object]]) -> frozenset[int]:
    """Return which columns hold numbers and nothing else; never the first, which names the row."""
    kolommen = enumerate(zip(*rijen, strict=True))
    return frozenset(plek for plek, cellen in kolommen if plek and _zijn_getallen(cellen))


def vorm(koppen: Sequence[str], rijen: Sequence[Sequence[object]]) -> str:
    """Say which kind of table it is, as `klas` knows them.

    - `smal`: few columns: they stand close together, also on a wide screen.
    - `schuif`: mostly numbers: one compares them down a column, so that on a telephone it slides in its frame.
    - `vouw`: mostly words: on a telephone every row becomes a block with a line per cell.
    """
    getallen = len(getalkolommen(rijen))
    if len(koppen) == 2 or (len(koppen) == 3 and getallen and _zijn_kort(rijen)):
        return "smal"
    return "schuif" if getallen * 2 > len(koppen) - 1 else "vouw"


def is_lang(kop: str, cel: object) -> bool:
    """Say whether a cell needs the whole width where a row is a block."""
    tekst = _ELEMENT.sub("", str(cel))
    return len(kop) + len(tekst) > HALVE_REGEL or any(len(woord) > LANGSTE_WOORD for woord in tekst.split())


def is_heel(cel: object) -> bool:
    """Say whether a cell stays on one line."""
    return _HEEL.fullmatch(str(cel).strip()) is not None


def _zijn_kort(rijen: Sequence[Sequence[object]]) -> bool:
    return all(len(_ELEMENT.sub("", str(cel))) <= HALVE_REGEL for rij in rijen for cel in rij)


def _zijn_getallen(cellen: Sequence[object]) -> bool:
    woorden = [str(cel).strip() for cel in cellen]
    getallen = [woord for woord in woorden if _GETAL.fullmatch(woord)]
    return bool(getallen) and all(woord in _GEEN or _GETAL.fullmatch(woord) for woord in woorden)
