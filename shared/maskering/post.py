"""E-mail addresses, as they are written and as they are said: `jan (at) post.nl`, `jan apenstaart post punt nl`."""

import re
from collections.abc import Iterator

from shared.maskering.gelijk import noemt

_AANBIEDERS = (
    *(
        "gmail",
        "googlemail",
        "hotmail",
        "outlook",
        "live",
        "msn",
        "yahoo",
        "icloud",
        "me",
        "proton",
        "protonmail",
        "gmx",
    ),
    *(
        "ziggo",
        "kpn",
        "kpnmail",
        "kpnplanet",
        "planet",
        "xs4all",
        "upcmail",
        "casema",
        "hetnet",
        "home",
        "quicknet",
        "zonnet",
    ),
    *(
        "telfort",
        "tele2",
        "chello",
        "solcon",
        "online",
        "freedom",
        "telenet",
        "skynet",
        "ukr",
        "mail",
        "wp",
        "onet",
        "web",
    ),
)
_BIJ = "|".join(_AANBIEDERS)
_TOP = "(?:com|nl|be|de|org|net|eu|fr|pl|uk|ua|info|example)"
_PUNT = (
    rf"(?:\.(?:\.(?=\w))?|\s?[\[({{](?:punt|dot|\.)[\])}}]\s?|[\s_-](?:punt|dot)[\s_-]"
    rf"|\s?(?:punt|dot)(?={_TOP}(?!\w))|\s?[.,;]\s?(?={_TOP}(?!\w)))"
)
_ZONDER_PUNT = (
    rf"(?:gmail|googlemail|hotmail|outlook|icloud|yahoo|ziggo|kpnmail|protonmail)(?:\s?[.,]?\s?{_TOP})?(?!\w)"
)
"""`@gmail`, `@ziggo nl`, `@hotmailcom`."""
_APENSTAART = re.compile(
    r"[@\[({<*\"'-](?:(?<=@)@{0,2}|(?<=[\[({])\s?(?i:at|ad|a|@|apen?staart(?:je)?)\s?[\])}]"
    r"|(?<=[<*-])(?i:at)[>*-]|(?<=[\"'])(?i:at|apen?staart(?:je)?)[\"']|(?<=[<*])@[>*])"
)
_GESPROKEN = re.compile(
    rf"(?<= )(?:(?:apen?staart(?:je)?|at[- ]?teken|at[- ]?sign|aap)(?= )"
    rf"|at(?= (?!een |de |die |drie )[\w-]{{1,63}}{_PUNT}\w| (?:{_ZONDER_PUNT}))"
    rf"|(?:op|bij)(?= (?:{_BIJ}){_PUNT}\w))",
    re.IGNORECASE,
)
_ERVOOR = re.compile(
    r"(?<![\w.+-])(?:mailto:)?(?:[\w+-]{1,30} (?:punt|dot|streepje|(?:laag|liggend) streepje"
    r"|underscore) ){0,3}[\w.+-]{1,64}(?:['’][\w.+-]{1,40})?\s?$",
    re.IGNORECASE,
)
_ZEGT_EEN_TEKEN = frozenset(("punt", "dot", "streepje", "underscore"))
_ERNA = re.compile(
    rf"\s?{_ZONDER_PUNT}(?!\.\w|{_PUNT}\w)|\s?[\w-]{{1,63}}(?:{_PUNT}[\w-]{{1,63}})+"
    r"|(?<=[\w.]{3}@)[A-Za-z][\w-]{3,40}(?!\w)",
    re.IGNORECASE,
)
_NA_DE_PUNT = re.compile(rf"\.{_TOP}(?!\w)", re.IGNORECASE)
_ZONDER_TEKEN = re.compile(
    rf"(?:(?<!\w)(?=\w*[0-9_.])[\w.+-]{{3,40}}[ *]|(?<!\w)[\w.+-]{{1,40}}(?:[*]| ?#))(?:{_BIJ})$", re.IGNORECASE
)
"""`jansmit22 gmail.com`: the sign was forgotten."""
_LANGSTE_NAAM = 60
_LANGSTE_ERVOOR = 130


def emails(text: str) -> Iterator[tuple[int, int]]:
    """E-mail addresses, also with (at), and those written out in words."""
    if noemt(text, "@", "(", "[", "{", "<", "*", "-at-", 'at"', "at'", '"apen'):
        yield from _om(text, _APENSTAART)
    if noemt(text, "apen", "apest", " punt ", " at ", " dot ", "at-", "gmail", "hotmail"):
        yield from _om(text, _GESPROKEN)
    for top in _NA_DE_PUNT.finditer(text):
        vanaf = max(0, top.start() - _LANGSTE_NAAM)
        van_iemand = text[vanaf : top.start()].lower().endswith(_AANBIEDERS)
        if van_iemand and (gevonden := _ZONDER_TEKEN.search(text, vanaf, top.start())):
            yield gevonden.start(), top.end()


def _om(text: str, teken: re.Pattern[str]) -> Iterator[tuple[int, int]]:
    for gevonden in teken.finditer(text):
        voor, na = _naam_ervoor(text, gevonden.start()), _ERNA.match(text, gevonden.end())
        if na and voor is not None:
            yield voor, na.end()


def _naam_ervoor(text: str, plek: int) -> int | None:
    """Give where the name before the sign begins: in the last word, unless a sign is said before that."""
    vanaf = max(0, plek - _LANGSTE_ERVOOR)
    stuk = text[vanaf:plek]
    woorden = stuk.split()
    gezegd = len(woorden) > 1 and woorden[-2].lower() in _ZEGT_EEN_TEKEN
    gevonden = _ERVOOR.search(stuk, stuk.rindex(woorden[-1]) if woorden and not gezegd else 0)
    return vanaf + gevonden.start() if gevonden else None
