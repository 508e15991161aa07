"""Addresses in another order than street and number: the number first, in words, or as another country has it."""

import re
from collections.abc import Iterator

from shared.maskering.cijfers import cijfers, vanaf
from shared.maskering.gelijk import per_begin, waar, waar_begint
from shared.maskering.gesproken import TOT_HONDERD

_LANGSTE_STRAAT = 64
_VER_VAN_NR, _VER_VAN_WOONT = 8, 32
_EINDE = r"(?i:straat|laan|gracht|kade|singel|steeg|dreef|plein|weg|hof|plantsoen|park|pad)(?!\w)"
_ACHTERSTEVOREN = re.compile(
    rf"n(?:(?<!\w.)|(?<=huis.))(?:ummer|r\.?) ?[0-9]{{1,4}}[a-z]?(?:,| (?:in|op|aan|van)) (?:de |het )?"
    rf"(?:[A-ZÀ-Ž]\w*{_EINDE}|\w+(?:straat|laan|gracht|kade|singel|dreef|plein)(?!\w))"
)
_WOONT_OP = re.compile(r"(?<!\w)(?i:woont?|wonen|woonde|zit|zitten) (?i:daar |hier |nu )?op $")
_IN_DE = re.compile(rf"([0-9]{{1,4}}[a-z]?) (?:in|aan|van) (?:de |het )?(\w+{_EINDE})")
"""`wij wonen op 8 in de Verzonnenstraat`."""
OP_STRAAT = ("straat", "laan", "gracht", "kade", "singel", "dreef", "plein", "weg")
_NA_STRAAT = re.compile(
    rf"[a-z]{{3,6}}(?:(?<=straat)|(?<=laan)|(?<=gracht)|(?<=kade)|(?<=singel)|(?<=dreef)|(?<=plein)|(?<=weg))"
    rf"(?:[0-9]{{1,4}}[a-zA-Z]?(?!\w)|,? (?:op )?(?:nummer |nr\.? )?"
    rf"(?:honderd ?(?:en ?)?)?(?:{TOT_HONDERD}|(?<=honderd))(?=[.,;)!?]|\n|$"
    rf"| (?:is|in|te|was|en|hoog|boven|beneden|achter|voor|[a-d])(?!\w)))",
    re.IGNORECASE,
)
"""`Verzonnenlaan12`, `verzonnenlaan twaalf`."""
_WOORDBEGIN = re.compile(r"(?<!\w)[^\W\d_]{2,30}$")
_ENGELS = re.compile(
    r"(?<!\w)[0-9]{1,4}[A-Za-z]? (?:[A-Z][\w'-]+ ){1,3}(?:Street|Road|Avenue|Lane|Drive|Close|Square|Court)(?!\w)"
    r"|(?<!\w)[0-9]{1,4},? (?:bis,? )?(?:rue|avenue|boulevard|place|chemin)(?: (?:de|du|des|la|le|l'"
    r"|d'))*[ ']?[A-Z]\w+(?:[ -][A-Z]\w+)?"
)
_RUE = re.compile(
    r"(?:rue|rua|calle|via|avenida|ulica|ul\.) (?:(?:de|du|des|la|le|da"
    r"|do) ){0,2}(?-i:[A-Z])\w+(?: (?-i:[A-Z])\w+)?,? [0-9]{1,4}(?!\w)",
    re.IGNORECASE,
)
_STRATEN_ELDERS = per_begin(
    ("street", "road", "avenue", "lane", "drive", "close", "square", "court", "rue", "boulevard", "place", "chemin")
)
_RUES = ("rue ", "rua ", "calle ", "via ", "avenida ", "ulica ", "ul. ")


def anders_geschreven(text: str) -> Iterator[tuple[int, int]]:
    """Give addresses with the number before the street, in words, written together, or in the order of elsewhere."""
    yield from _nummer_voorop(text)
    yield from _aaneen(text)
    for plek in waar_begint(text, _STRATEN_ELDERS):
        yield from (
            gevonden.span()
            for gevonden in _ENGELS.finditer(text, max(0, plek - _LANGSTE_STRAAT), plek + _LANGSTE_STRAAT)
        )
    for plek in waar(text, *_RUES):
        gevonden = _RUE.match(text, plek)
        if gevonden and not text[plek - 1 : plek].isalnum():
            yield gevonden.span()


def _nummer_voorop(text: str) -> Iterator[tuple[int, int]]:
    """`huisnummer 12 in de …`, `wij wonen op 8 in de …`."""
    plekken = [reeks.begin for reeks in cijfers(text).alle]
    nrs = (
        text.rfind("n", max(0, plek - _VER_VAN_NR), plek) for plek in plekken if "r" in text[max(0, plek - 3) : plek]
    )
    for gevonden in vanaf(text, _ACHTERSTEVOREN, nrs):
        begin = gevonden.start()
        yield begin - len("huis") * text.endswith("huis", 0, begin), gevonden.end()
    for plek in plekken:
        woont = text.endswith(" op ", 0, plek) and _WOONT_OP.search(text, max(0, plek - _VER_VAN_WOONT), plek)
        if woont and (in_de := _IN_DE.match(text, plek)):
            yield from (in_de.span(1), in_de.span(2))


def _aaneen(text: str) -> Iterator[tuple[int, int]]:
    """`verzonnenlaan twaalf`, `Verzonnenlaan12`."""
    for plek in waar(text, *OP_STRAAT):
        na = _NA_STRAAT.match(text, plek)
        voor = na and _WOORDBEGIN.search(text, max(0, plek - _LANGSTE_STRAAT), plek)
        if na and voor:
            yield voor.start(), na.end()
