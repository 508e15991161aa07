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
    """Digits that touch: `text[begin:eind]`."""

    begin: int
    eind: int


class Cijfers(NamedTuple):
    """The rows of digits in a text, and where those begin that may be a day, four digits, or a longer number."""

    alle: list[Reeks]
    dagen: list[int]
    viertallen: list[int]
    nummers: list[int]


@lru_cache(maxsize=4)
def cijfers(text: str) -> Cijfers:
    """Find every row of digits; for the numbers at most three characters may stand between two of them."""
    gevonden = Cijfers([], [], [], [])
    volgende, samen = -1, 0
    for reeks in reversed(list(_REEKS.finditer(text))):
        begin, eind = reeks.span()
        samen = eind - begin + (samen if 0 <= volgende - eind <= _MEESTE_ERTUSSEN else 0)
        gevonden.alle.append(Reeks(begin, eind))
        if samen >= _KORTSTE_NUMMER:
            gevonden.nummers.append(begin)
        if eind - begin <= _LANGSTE_DAG:
            gevonden.dagen.append(begin)
        elif eind - begin == _JAAR:
            gevonden.viertallen.append(begin)
        volgende = begin
    for plekken in gevonden:
        plekken.reverse()
    return gevonden


def vanaf(text: str, vorm: re.Pattern[str], plekken: Iterable[int]) -> Iterator[re.Match[str]]:
    """Give what `finditer` would, of a pattern that begins at one of these places: they ascend, below 0 is none."""
    tot = 0
    for plek in plekken:
        if plek >= tot and (gevonden := vorm.match(text, plek)):
            yield gevonden
            tot = gevonden.end()
