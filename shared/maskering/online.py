"""E-mail addresses, and the names that people have on social networks."""

import re
from collections.abc import Iterator

_EMAIL = re.compile(r"(?<![\w.+-])[\w.+-]{1,64}\s?(?:@|\[at\]|\(at\))\s?[\w-]{1,63}(?:\.[\w-]{1,63})+")
_NETWERKEN = "instagram|insta|facebook|fb|tiktok|twitter|snapchat|snap|linkedin|youtube|telegram|threads|discord"
_NETWERK = re.compile(rf"(?<!\w)(?:{_NETWERKEN})\s?$", re.IGNORECASE)
_LANGSTE_NETWERK = 11
_PROFIEL = re.compile(
    rf"(?:https?://)?(?:[a-z]{{1,12}}\.)?"
    rf"(?:(?:{_NETWERKEN})\.(?:com|me|net|nl)|x\.com|t\.me|wa\.me|youtu\.be)/\S*[\w/]",
    re.IGNORECASE,
)
_HANDLE = re.compile(r"@(?<!\w@)[\w.-]{1,39}\w")
_NA_TEKEN = re.compile(r"[:=]\s?@?[\w.-]{1,39}\w")


def emails(text: str) -> Iterator[tuple[int, int]]:
    """E-mail addresses, also with (at)."""
    return (gevonden.span() for gevonden in _EMAIL.finditer(text))


def gebruikersnamen(text: str) -> Iterator[tuple[int, int]]:
    """Handles (`@naam`), `insta: naam`, and addresses of profiles on social networks."""
    if "/" in text:
        yield from (gevonden.span() for gevonden in _PROFIEL.finditer(text))
    for gevonden in _NA_TEKEN.finditer(text):
        begin = gevonden.start()
        if netwerk := _NETWERK.search(text[max(0, begin - _LANGSTE_NETWERK) : begin]):
            yield begin - len(netwerk.group()), gevonden.end()
    yield from (gevonden.span() for gevonden in _HANDLE.finditer(text))
