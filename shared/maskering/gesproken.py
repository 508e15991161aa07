"""Numbers as somebody says them, one word after the other: `nul zes twaalf vierendertig 56 zeven acht`."""

import re
from collections.abc import Iterator

from shared.maskering.gelijk import waar

_EEN_TOT_NEGEN = ("nul", "een", "twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen")
_ENGELS = ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
_TIENERS = "tien|elf|twaalf|dertien|veertien|vijftien|zestien|zeventien|achttien|negentien"
_TIENTAL = "twintig|dertig|veertig|vijftig|zestig|zeventig|tachtig|negentig"
_EENHEID = "|".join((*_EEN_TOT_NEGEN, *_ENGELS, "één", "oh", "double oh"))
TOT_HONDERD = rf"(?:(?:een|één|twee|drie|vier|vijf|zes|zeven|acht|negen)(?:en|ën))?(?:{_TIENTAL})|{_TIENERS}|{_EENHEID}"
RANG = (
    "eerste|tweede|derde|vierde|vijfde|zesde|zevende|achtste|negende|tiende|elfde|twaalfde|(?:der|veer|vijf"
    "|zes|zeven|acht|negen)tiende"
    rf"|(?:(?:een|één|twee|drie|vier|vijf|zes|zeven|acht|negen)(?:en|ën))?(?:twintig|dertig)ste|{TOT_HONDERD}"
)
"""Which day of a month."""
_CIJFER = rf"(?:nulzes|{TOT_HONDERD}|[0-9]{{1,8}})(?!\w)"
_ERTUSSEN = r"[\s,./-]{1,3}(?:en dan |dan |dubbel |twee keer |double )?"
_REEKS = re.compile(rf"(?<!\w){_CIJFER}(?:{_ERTUSSEN}{_CIJFER}){{1,14}}", re.IGNORECASE)
_DEEL = re.compile(r"[^\W\d_]+|[0-9]+")
_IN_TWEE = re.compile(rf"{_TIENERS}|\w*(?:{_TIENTAL})", re.IGNORECASE)
_TUSSENWOORD = frozenset(("en", "dan", "dubbel", "twee keer", "keer", "double", "and"))
_MINSTENS = 7
KENMERKEND = (
    "nul",
    "zes ",
    "zes,",
    "zero",
    "six ",
    "06 ",
    "0 6 ",
    "twee drie",
    "acht negen",
    "een een ",
    "twee twee",
    "drie drie",
)
"""Nearly every number that somebody says has one of these."""
_EERDER, _VEEL_EERDER, _LANGSTE = 5, 60, 160


def gesproken(text: str) -> Iterator[tuple[int, int]]:
    """Give what is a number of at least seven digits, a word of it or more written out."""
    tot = 0
    for plek in sorted(waar(text, *KENMERKEND)):
        reeks = _helemaal_gezegd(text, tot, plek) or _vanaf(text, tot, plek) if plek >= tot else None
        if reeks:
            yield reeks.span()
            tot = reeks.end()


def _vanaf(text: str, tot: int, plek: int) -> re.Match[str] | None:
    reeks = _REEKS.search(text, max(tot, plek - _EERDER), plek + _LANGSTE)
    return reeks if reeks and _is_nummer(reeks.group().lower()) else None


def _helemaal_gezegd(text: str, tot: int, plek: int) -> re.Match[str] | None:
    """`twee acht vier nul zeven …`: what began before the word that is looked for, and has no digits."""
    for reeks in _REEKS.finditer(text, max(tot, plek - _VEEL_EERDER), plek + _LANGSTE):
        if reeks.end() > plek:
            gezegd = reeks.start() < plek and not any(teken.isdigit() for teken in reeks.group())
            return reeks if gezegd and _is_nummer(reeks.group().lower()) else None
    return None


def _is_nummer(reeks: str) -> bool:
    delen = _DEEL.findall(reeks)
    gewoon = not any(deel.isalpha() for deel in delen)
    lengte = sum(_cijfers(deel) for deel in delen)
    gezegd = sum(deel.isalpha() for deel in delen) >= _MINSTENS - 1
    return (
        not gewoon
        and lengte >= _MINSTENS
        and (delen[0] in ("nul", "nulzes", "zero", "zes", "six") or delen[0][0] in "06" or gezegd)
    )


def _cijfers(deel: str) -> int:
    if deel.isdigit():
        return len(deel)
    if deel in _TUSSENWOORD:
        return 0
    return 2 if deel == "nulzes" or _IN_TWEE.fullmatch(deel) else 1
