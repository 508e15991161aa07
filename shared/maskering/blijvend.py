"""Names that stay: those everybody knows, and those of the places that this installation speaks of."""

from collections.abc import Collection, Iterable
from functools import lru_cache
from typing import NamedTuple

from shared.maskering.lijsten import plat
from shared.maskering.woordenboek import Reeks, boek, reeksen

_installatie: set[str] = set()


def laat_staan(namen: Iterable[str]) -> None:
    """Let names of areas, locations and partners stay in every text of this process; said once, where it is wired."""
    _installatie.update(namen)
    _samen.cache_clear()


class Blijvend(NamedTuple):
    """Names of several words, by their first two; those first words, to pass over all others; and what is here."""

    reeksen: dict[str, tuple[Reeks, ...]]
    eersten: frozenset[str]
    hier: frozenset[str]


def blijvend(behoud: Collection[str]) -> Blijvend:
    """All that stays; `behoud` for this text alone."""
    return _samen(frozenset(behoud))


@lru_cache(maxsize=64)
def _samen(behoud: frozenset[str]) -> Blijvend:
    alle = boek().reeksen | {
        begin: tuple(sorted({*groep, *boek().reeksen.get(begin, ())}, key=len, reverse=True))
        for begin, groep in reeksen(_installatie | behoud).items()
    }
    hier = frozenset(map(plat, _installatie | behoud))
    return Blijvend(alle, frozenset(begin.split(" ", 1)[0] for begin in alle), hier)
