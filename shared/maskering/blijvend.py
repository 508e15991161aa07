"""Names that stay: those everybody knows, and those of the places that this installation speaks of."""

from collections.abc import Collection, Iterable
from functools import lru_cache

from shared.maskering.woordenboek import Reeks, boek, reeksen

_installatie: set[str] = set()


def laat_staan(namen: Iterable[str]) -> None:
    """Let names of areas, locations and partners stay in every text of this process; said once, where it is wired."""
    _installatie.update(namen)
    _samen.cache_clear()


def blijvend(behoud: Collection[str]) -> dict[str, tuple[Reeks, ...]]:
    """All that stays, by the first two words; `behoud` for this text alone."""
    return _samen(frozenset(behoud))


@lru_cache(maxsize=64)
def _samen(behoud: frozenset[str]) -> dict[str, tuple[Reeks, ...]]:
    return boek().reeksen | {
        begin: tuple(sorted({*groep, *boek().reeksen.get(begin, ())}, key=len, reverse=True))
        for begin, groep in reeksen(_installatie | behoud).items()
    }
