"""Words about origin, religion and health in a text: pointed out to who typed it, never taken out by itself.

A report of discrimination must be able to name it, so the masker leaves these words and people decide. Whole words with
simple inflection; what is part of a street's name or of a name of this installation says nothing of anybody.
"""

import re
from collections.abc import Collection, Iterator
from functools import cache
from typing import NamedTuple

from shared.maskering.blijvend import blijvend
from shared.maskering.lijsten import MAP, plat, regels

_LIJSTEN = MAP / "bijzonder"
_UITGANGEN = ("", "e", "s", "n", "en")
_LETTERS = "".join(chr(nummer) for nummer in range(256))
_VLAK = bytes(
    ord(klein) if (klein := plat(letter)[:1]).isascii() and klein.isalnum() else ord(" ") for letter in _LETTERS
)
"""Of each letter its plain one in lower case, of anything else a space: places in a text stay what they are."""
_LINKS, _RECHTS = re.compile(r"(?:[^\W\d_]+-)+$"), re.compile(r"(?:-[^\W\d_]+)+")
_LANGSTE = 64
_NAAM_ERNA = re.compile(r"-[^\W\d_]+|[ -](?:[A-ZÀ-Þ]\w*[ -])?[A-ZÀ-Þ]\w*")


class _Boek(NamedTuple):
    """`woorden`: what to look for. `hoofd`: of those, which count with a capital alone. `samen`: only before others.

    `dingen`: before which none of them says anything of a person.
    """

    woorden: frozenset[bytes]
    hoofd: frozenset[bytes]
    samen: dict[bytes, frozenset[bytes]]
    dingen: frozenset[bytes]


def bijzonder(text: str, behoud: Collection[str] = ()) -> list[str]:
    """Name the words, each once and as it was written, in the order of the text.

    `behoud`: names that say nothing of anybody in this text, beside those of this installation.
    """
    vlak = text.encode("latin-1", "replace").translate(_VLAK)
    gevonden = _boek().woorden.intersection(vlak.split())
    if not gevonden:
        return []
    plekken = sorted({_heel(text, *plek) for woord in gevonden for plek in _plekken(text, vlak, woord, behoud)})
    per_woord: dict[str, str] = {}
    for begin, eind in plekken:
        per_woord.setdefault(text[begin:eind].lower(), text[begin:eind])
    return list(per_woord.values())


def waar(text: str, woord: str) -> Iterator[tuple[int, int]]:
    """Give where a word, or words in a row, stand in a text, in capitals or not."""
    patroon = r"\s+".join(re.escape(deel) for deel in woord.split())
    yield from (gevonden.span() for gevonden in re.finditer(rf"(?<!\w){patroon}(?!\w)", text, re.IGNORECASE))


def _plekken(text: str, vlak: bytes, woord: bytes, behoud: Collection[str]) -> Iterator[tuple[int, int]]:
    """Give where it stands and says something of somebody."""
    boek = _boek()
    for begin in _los(vlak, woord):
        eind = begin + len(woord)
        volgende = vlak[eind + 1 : eind + _LANGSTE].split(b" ", 1)[0]
        if woord in boek.samen:
            if volgende in boek.samen[woord]:
                yield begin, eind + 1 + len(volgende)
        elif volgende in boek.dingen or (woord in boek.hoofd and not text[begin].isupper()):
            continue
        elif not _in_een_naam(text, vlak, begin, eind, behoud):
            yield begin, eind


def _los(vlak: bytes, woord: bytes) -> Iterator[int]:
    begin = vlak.find(woord)
    while begin >= 0:
        eind = begin + len(woord)
        if not (vlak[begin - 1 : begin].isalnum() or vlak[eind : eind + 1].isalnum()):
            yield begin
        begin = vlak.find(woord, eind)


def _in_een_naam(text: str, vlak: bytes, begin: int, eind: int, behoud: Collection[str]) -> bool:
    """`Turkse Plein`, `Syrië-straat`: whether it is part of the name of a street, or of one that stays."""
    erna = _NAAM_ERNA.match(text, eind) if text[begin].isupper() else _RECHTS.match(text, eind)
    if erna and plat(erna.group()).endswith(_wegen()):
        return True
    for naam in blijvend(behoud).hier:
        if vlak[begin:eind].decode() not in naam:
            continue
        heel = naam.encode("latin-1", "replace").translate(_VLAK)
        if any(plek <= begin and eind <= plek + len(heel) for plek in _los(vlak, heel)):
            return True
    return False


def _heel(text: str, begin: int, eind: int) -> tuple[int, int]:
    """`Marokkaans-Nederlandse` is one word."""
    links = _LINKS.search(text, max(0, begin - _LANGSTE), begin)
    rechts = _RECHTS.match(text, eind, eind + _LANGSTE)
    return links.start() if links else begin, rechts.end() if rechts else eind


@cache
def _wegen() -> tuple[str, ...]:
    """How the name of a street or a square ends."""
    return tuple(" ".join(regels(MAP / "omgeving" / "eind_van_een_plek.txt")).split())


@cache
def _boek() -> _Boek:
    """Read the lists."""
    woorden, hoofd = set[str](), set[str]()
    for lijst in ("afkomst", "geloof", "gezondheid"):
        for woord in " ".join(regels(_LIJSTEN / f"{lijst}.txt")).split():
            kaal = plat(woord.rstrip("=!"))
            vormen = {kaal} if woord[-1] in "=!" else {kaal + uitgang for uitgang in _UITGANGEN}
            (hoofd if woord[-1] == "!" else woorden).update(vormen)
    samen: dict[bytes, frozenset[bytes]] = {}
    for regel in regels(_LIJSTEN / "samen.txt"):
        eerste, _, volgende = regel.partition(":")
        samen |= dict.fromkeys(eerste.encode().split(), frozenset(volgende.encode().split()))
    dingen = " ".join(regels(_LIJSTEN / "dingen.txt")).split()
    return _Boek(_bytes(woorden | hoofd) | samen.keys(), _bytes(hoofd - woorden), samen, _bytes(dingen))


def _bytes(woorden: Collection[str]) -> frozenset[bytes]:
    return frozenset(woord.encode() for woord in woorden)
