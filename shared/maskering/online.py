"""E-mail addresses, and the names that people have on social networks."""

import re
from collections.abc import Iterator

from shared.maskering.gelijk import noemt

_APENSTAART = re.compile(r"[@\[(](?:(?<=@)|(?i:at)[\])])")
_ERVOOR = re.compile(r"(?<![\w.+-])[\w.+-]{1,64}\s?$")
_ERNA = re.compile(r"\s?[\w-]{1,63}(?:\.[\w-]{1,63})+")
_LANGSTE_ERVOOR = 66
_NETWERKEN = "instagram|insta|facebook|fb|tiktok|twitter|snapchat|snap|linkedin|youtube|telegram|threads|discord"
_NETWERK = re.compile(rf"(?<!\w)(?:{_NETWERKEN})\s?$", re.IGNORECASE)
_LANGSTE_NETWERK = 11
_PROFIEL = re.compile(
    rf"(?:https?://)?(?:[a-z]{{1,12}}\.)?(?:(?:{_NETWERKEN})\.(?:com|me|net|nl)|x\.com|t\.me|wa\.me|youtu\.be)$",
    re.IGNORECASE,
)
_LANGSTE_PROFIEL = 40
_DOMEINEN = (".com", ".me", ".net", ".nl", ".be", ".COM")
_PAD = re.compile(r"/\S*[\w/]")
_HANDLE = re.compile(r"@(?<!\w@)[\w.@-]{1,60}\w")
_NA_TEKEN = re.compile(r"[:=]\s?@?[\w.-]{1,39}\w")
_NA_WOORD = re.compile(
    rf"(?<!\w)(?:{_NETWERKEN})(?: ?account| ?naam)?(?: is| heet| heet ze| heet hij| onder| als|:)* "
    r"(?=[\w.-]{0,30}(?:[0-9_]|\w\.\w))([\w.-]{2,39}\w)",
    re.IGNORECASE,
)
"""Without a sign: then it must look like no word, with a digit, a dot or an underscore."""
_IN_ADRES = re.compile(
    r"https?://[^\s/]{1,80}/(?:~|@|u/|user/|users/|profile/|profiel/|gebruiker/|in/|author/)\S*[\w/]", re.IGNORECASE
)


def emails(text: str) -> Iterator[tuple[int, int]]:
    """E-mail addresses, also with (at)."""
    for teken in _APENSTAART.finditer(text):
        vanaf = max(0, teken.start() - _LANGSTE_ERVOOR)
        voor, na = _ERVOOR.search(text[vanaf : teken.start()]), _ERNA.match(text, teken.end())
        if voor and na:
            yield vanaf + voor.start(), na.end()


def gebruikersnamen(text: str) -> Iterator[tuple[int, int]]:
    """Handles (`@naam`), `insta: naam`, and addresses of profiles on social networks."""
    yield from _profielen(text)
    if "://" in text:
        yield from (gevonden.span() for gevonden in _IN_ADRES.finditer(text))
    if noemt(text, *_NETWERKEN.split("|")):
        yield from _na_netwerk(text)
    yield from (gevonden.span() for gevonden in _HANDLE.finditer(text))


def _profielen(text: str) -> Iterator[tuple[int, int]]:
    """Find a slash first, and then what stands before it: slashes are few."""
    plek = text.find("/")
    while plek >= 0:
        vanaf, pad = max(0, plek - _LANGSTE_PROFIEL), _PAD.match(text, plek)
        if pad and text.endswith(_DOMEINEN, vanaf, plek) and (adres := _PROFIEL.search(text[vanaf:plek])):
            yield vanaf + adres.start(), pad.end()
            plek = pad.end() - 1
        plek = text.find("/", plek + 1)


def _na_netwerk(text: str) -> Iterator[tuple[int, int]]:
    for gevonden in _NA_TEKEN.finditer(text):
        begin = gevonden.start()
        if netwerk := _NETWERK.search(text[max(0, begin - _LANGSTE_NETWERK) : begin]):
            yield begin - len(netwerk.group()), gevonden.end()
    yield from (gevonden.span(1) for gevonden in _NA_WOORD.finditer(text))
