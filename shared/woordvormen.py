"""How else a Dutch word may be written: what a caller says and what was typed differ by an ending. Pure.

The stem comes from Snowball's Dutch stemmer (Kraaij-Pohlmann). A text is not stemmed, so no copy of its words is kept:
of the stem follow the few spellings with which every form of the word begins, and a database looks for those.
"""

import re
from typing import Final, NamedTuple

import Stemmer  # type: ignore[import-not-found]

KORTSTE: Final = 3
"""A shorter stem says nothing."""
BEGINT_ONDER: Final = 5
"""A shorter spelling counts at the beginning of a word alone: `mes` would stand in `zomers`."""
_STAM = Stemmer.Stemmer("dutch", 0).stemWord  # 0: it keeps no list of what people looked for
_KEREN = 4
_LETTERS = re.compile(r"[^\W\d_]+")
_UITGANG = re.compile(r"(.{3,}[glri])[td]")
"""Endings of a verb that the stemmer leaves: `gooit`, `dreigt`, `bedreigd`."""
_DICHT = re.compile(r"(.*)([aeou])\2([^aeiou])")
_HARD = re.compile(r"(.*(?:ie|ui|ij|ei|ou|oe|eu|[lrn]))([fs])")
_ZACHT: Final = {"f": "v", "s": "z"}


class Spelling(NamedTuple):
    """Letters with which a form begins. `vooraan`: only at the beginning of a word, or behind its `ge`."""

    letters: str
    vooraan: bool


def stam(woord: str) -> str:
    """Give the stem of a word in small letters; the stemmer goes on until nothing changes (`jongens`, `jongen`)."""
    for _ in range(_KEREN):
        korter: str = _STAM(woord)
        if korter == woord or len(korter) < KORTSTE:
            break
        woord = korter
    kaal = _UITGANG.fullmatch(woord)
    return kaal[1] if kaal else woord


def spellingen(woord: str) -> tuple[Spelling, ...]:
    """Give how a word may be written: as it was typed, wherever that stands, and each spelling of its stem."""
    getypt = Spelling(woord, vooraan=False)
    if not _LETTERS.fullmatch(woord) or len(woord) < KORTSTE:
        return (getypt,)
    kern = stam(woord)
    anders = [letters for letters in (kern, _open(kern)) if len(letters) >= KORTSTE and woord not in letters]
    return (getypt, *(Spelling(letters, len(letters) < BEGINT_ONDER) for letters in dict.fromkeys(anders)))


def _open(kern: str) -> str:
    """Write a stem as it stands before an ending with a vowel: `school` as `schole`, `brief` as `brieve`."""
    dicht, hard = _DICHT.fullmatch(kern), _HARD.fullmatch(kern)
    if dicht:
        kort = f"{dicht[1]}{dicht[2]}{_ZACHT.get(dicht[3], dicht[3])}"
        return kort if len(kort) > BEGINT_ONDER else f"{kort}e"
    return f"{hard[1]}{_ZACHT[hard[2]]}e" if hard else ""
