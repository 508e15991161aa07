"""Where the digits of a text stand: found once, since nearly every kind that has a shape begins at one."""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import NamedTuple

_REEKS = re.compile("[0-9][0-9]*")  # twice as fast as `[0-9]+`: the search runs to the first digit by itself
_MEESTE_ERTUSSEN = 3
_KORTSTE_NUMMER = 6
_LANGSTE_DAG, _JAAR = 2, 4


class Reeks(NamedTuple):
    """Digits that touch: `text[begin:eind]`; `samen`: how many there are with those that follow closely."""

    begin: int
    eind: int
    samen: int


class Cijfers(NamedTuple):
    """The rows of digits in a text, and where those begin that may be a day, four digits, or a longer number."""

    alle: tuple[Reeks, ...]
    dagen: tuple[int, ...]
    viertallen: tuple[int, ...]
    nummers: tuple[int, ...]


@lru_cache(maxsize=4)
def cijfers(text: str) -> Cijfers:
    """Find every row of digits; for the numbers at most three characters may stand between two of them."""
    alle = tuple(_met_vervolg([gevonden.span() for gevonden in _REEKS.finditer(text)]))
    return Cijfers(
        alle,
        tuple(begin for begin, eind, _ in alle if eind - begin <= _LANGSTE_DAG),
        tuple(begin for begin, eind, _ in alle if eind - begin == _JAAR),
        tuple(begin for begin, _, samen in alle if samen >= _KORTSTE_NUMMER),
    )


def vanaf(text: str, vorm: re.Pattern[str], plekken: Iterable[int]) -> Iterator[re.Match[str]]:
    """Give what `finditer` would, of a pattern that begins at one of these places: they ascend, below 0 is none."""
    tot = 0
    for plek in plekken:
        if plek >= tot and (gevonden := vorm.match(text, plek)):
            yield gevonden
            tot = gevonden.end()


def _met_vervolg(reeksen: list[tuple[int, int]]) -> list[Reeks]:
    alle, volgende, samen = [], -1, 0
    for begin, eind in reversed(reeksen):
        samen = eind - begin + (samen if 0 <= volgende - eind <= _MEESTE_ERTUSSEN else 0)
        alle.append(Reeks(begin, eind, samen))
        volgende = begin
    return alle[::-1]
