"""Dutch number plates, in every series that was issued (sidecodes 1 to 14)."""

import re
from collections.abc import Iterator

from shared.maskering.gelijk import noemt

_OUD = ("XX-99-99", "99-99-XX")
_SERIES = (
    *("99-XX-99", "XX-99-XX", "XX-XX-99", "99-XX-XX", "99-XXX-9", "9-XXX-99"),
    *("XX-999-X", "X-999-XX", "XXX-99-X", "X-99-XXX", "9-XX-999", "999-XX-9"),
)
_MEDEKLINKERS = frozenset("BCDFGHJKLMNPQRSTVWXYZ")
"""The only letters since 1978; without dashes nothing else tells a plate from ordinary words and numbers."""
_MAAND = re.compile("jan|feb|mrt|apr|mei|jun|jul|aug|sep|okt|nov|dec")
_GEWOON = re.compile(f"{_MAAND.pattern}|mnd|uur|km|kg|cm|mm|ml|tv|wc|nr|st|dr|mr|vs|gb|mb")
"""In capitals with two dashes nothing but a date looks like a plate."""


def _patroon(serie: str, tussen: str) -> str:
    delen = (f"[{'A-Za-z' if deel[0] == 'X' else '0-9'}]{{{len(deel)}}}" for deel in serie.split("-"))
    return tussen.join(delen)


_PATROON = re.compile(
    rf"(?<![\w-])(?:{'|'.join([_patroon(s, '-') for s in _OUD] + [_patroon(s, '[-. ]?') for s in _SERIES])})(?![\w-])",
)
_CIJFERS = re.compile(r"[0-9]{1,3}(?![0-9])(?<![0-9]{4})")
_ERVOOR, _ERNA = 6, 12
"""How far a plate reaches from its first digits, and one character more."""
_AANGEKONDIGD = re.compile(
    r"(?<!\w)(?i:kenteken(?:s|plaat|platen)?|nummer(?:bord|plaat|platen)|plaatje|plaat|platen)\W{0,3}(?:is|was|nummer)?\W{0,3}"
    r"((?=[A-Z0-9 -]{0,9}[0-9])(?=[A-Z0-9 -]{0,9}[A-Z])[A-Z0-9]{1,7}(?:[ -][A-Z0-9]{1,5}){0,2})(?![\w-])"
)
"""Of any country; in capitals, so that it does not take the words after it."""
_LAND_EROP = re.compile(
    r"(?<![\w-])((?=[A-Z0-9 -]{0,9}[0-9])[A-Z]{1,3}[ -][A-Z0-9]{2,6}(?:[ -][A-Z0-9]{1,4})?)"
    r"[ ,(]{1,3}(?:een |met )?(?:[A-Za-z]{3,12} )?(?i:kenteken|nummer(?:bord|plaat)|plaat)"
)
"""`WX 4821K (Pools kenteken)`."""


def kentekens(text: str) -> Iterator[tuple[int, int]]:
    """What is called a plate; plates with dashes in any writing; without, what is no ordinary word and number."""
    if noemt(text, "kenteken", "plaat", "platen", "nummerbord"):
        yield from (gevonden.span(1) for gevonden in _AANGEKONDIGD.finditer(text))
        yield from (gevonden.span(1) for gevonden in _LAND_EROP.finditer(text))
    plek = 0
    for cijfers in _CIJFERS.finditer(text):
        begin = max(plek, cijfers.start() - _ERVOOR)
        gevonden = _PATROON.search(text, begin, cijfers.start() + _ERNA)
        if gevonden and _is_kenteken(gevonden.group()):
            yield gevonden.span()
            plek = gevonden.end()


def _is_kenteken(geschreven: str) -> bool:
    letters = re.findall(r"[A-Z]+", geschreven.upper())
    gescheiden = geschreven.count("-") == 2 or (geschreven.count(".") == 2 and geschreven.isupper())
    if any((_MAAND if gescheiden and geschreven.isupper() else _GEWOON).fullmatch(groep.lower()) for groep in letters):
        return False
    if "." in geschreven:
        return gescheiden
    aaneen_in_kapitalen = " " not in geschreven and geschreven.isupper()
    return gescheiden or aaneen_in_kapitalen or _MEDEKLINKERS.issuperset("".join(letters))
