"""What the masker knows: ordinary words, names, and what stays. Read once, in a tenth of a second."""

import gzip
from collections.abc import Iterable
from functools import cache, lru_cache
from typing import NamedTuple

from shared.maskering.lijsten import MAP, blijvende, eigen_namen, plat, regels

_KORTSTE_DEEL = 4
LANGSTE_WOORD = 64
"""No word in the lists is longer: what is, need not be tried in every part."""
Reeks = tuple[str, ...]


class Boek(NamedTuple):
    """All lists, in lower case without accents. `reeksen`: what stays and is several words, by its first two."""

    bakken: dict[str, str]
    namen: frozenset[str]
    altijd: frozenset[str]
    blijft: frozenset[str]
    plaatsen: frozenset[str]
    achternamen: frozenset[str]
    reeksen: dict[str, tuple[Reeks, ...]]


def reeksen(namen: Iterable[str]) -> dict[str, tuple[Reeks, ...]]:
    """Order names by their first two words, the longest first."""
    per_begin: dict[str, set[Reeks]] = {}
    for naam in namen:
        delen = tuple(plat(naam).replace("-", " ").split())
        if delen:
            per_begin.setdefault(" ".join(delen[:2]), set()).add(delen)
    return {begin: tuple(sorted(groep, key=len, reverse=True)) for begin, groep in per_begin.items()}


@cache
def boek() -> Boek:
    """Read the lists."""
    altijd, soms = eigen_namen()
    steden, mensen = regels(MAP / "plaatsen.txt"), altijd | soms
    plaatsen = [*blijvende(), *(stad for stad in steden if not _is_ook_iemand(stad, mensen))]
    woorden = gzip.decompress((MAP / "woorden.txt.gz").read_bytes()).decode().splitlines()
    blijft = frozenset(plat(naam) for naam in plaatsen) - altijd - soms
    return Boek(
        bakken={regel.split(" ", 1)[0][:4]: f" {regel} " for regel in woorden},
        namen=frozenset(altijd | soms | set(regels(MAP / "voornamen.txt"))) - blijft,
        altijd=frozenset(altijd),
        blijft=blijft,
        plaatsen=frozenset(map(plat, steden)),
        achternamen=frozenset(plat(naam) for naam in " ".join(regels(MAP / "namen" / "achternamen.txt")).split()),
        reeksen=reeksen(naam for naam in plaatsen if " " in naam or "-" in naam),
    )


def _is_ook_iemand(stad: str, namen: set[str]) -> bool:
    """`De Haan` is a place by the sea, and half a class of children."""
    voor, _, naam = plat(stad).partition(" ")
    return voor == "de" and naam in namen


def is_woord(plat_woord: str) -> bool:
    """Whether it is an ordinary word of Dutch or English, in any form."""
    return f" {plat_woord} " in boek().bakken.get(plat_woord[:4], "")


@lru_cache(maxsize=4096)
def is_samenstelling(plat_woord: str) -> bool:
    """Whether it is two ordinary words written as one, as Dutch does: `hangjongerenoverlast`."""
    grens = len(plat_woord) - _KORTSTE_DEEL + 1
    return len(plat_woord) <= 2 * LANGSTE_WOORD + 1 and any(
        _past(plat_woord[:tot], plat_woord[tot:]) for tot in range(_KORTSTE_DEEL, grens)
    )


def _past(kop: str, staart: str) -> bool:
    heel = is_woord(kop) or (kop[-1] == "s" and len(kop) > _KORTSTE_DEEL and is_woord(kop[:-1]))
    return heel and is_woord(staart)
