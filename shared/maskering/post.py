"""E-mail addresses, as they are written and as they are said: `jan (at) post.nl`, `jan apenstaart post punt nl`."""

import re
from collections.abc import Iterator

from shared.maskering.gelijk import noemt

_APENSTAART = re.compile(r"[@\[(](?:(?<=@)|\s?(?i:at|apenstaartje|apenstaart)\s?[\])])")
_GESPROKEN = re.compile(
    r"(?<= )(?:apen?staart(?:je)?(?= )|at(?= (?!een |de |die |drie )[\w-]{1,63} punt ))", re.IGNORECASE
)
_ERVOOR = re.compile(r"(?<![\w.+-])(?:[\w+-]{1,30} (?:punt|dot|streepje) ){0,3}[\w.+-]{1,64}\s?$", re.IGNORECASE)
_ERNA = re.compile(r"\s?[\w-]{1,63}(?:(?:\.|\s?[\[(](?:punt|dot)[\])]\s?|\s(?:punt|dot)\s)[\w-]{1,63})+", re.IGNORECASE)
_LANGSTE_ERVOOR = 130


def emails(text: str) -> Iterator[tuple[int, int]]:
    """E-mail addresses, also with (at), and those written out in words."""
    yield from _om(text, _APENSTAART)
    if noemt(text, "staart", " punt "):
        yield from _om(text, _GESPROKEN)


def _om(text: str, teken: re.Pattern[str]) -> Iterator[tuple[int, int]]:
    for gevonden in teken.finditer(text):
        vanaf = max(0, gevonden.start() - _LANGSTE_ERVOOR)
        voor, na = _ERVOOR.search(text[vanaf : gevonden.start()]), _ERNA.match(text, gevonden.end())
        if voor and na:
            yield vanaf + voor.start(), na.end()
