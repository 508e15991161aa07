"""The town that is written onto an address belongs to it; one of this installation stays, as it does everywhere."""

import re
from collections.abc import Iterable, Iterator

from shared.maskering.blijvend import Blijvend
from shared.maskering.lijsten import plat
from shared.maskering.woordenboek import boek, is_woord

_POSTCODE = re.compile(r"[0-9]{4}[\s.-]?[A-Za-z]{2}$")
_LANGSTE_POSTCODE = 7
_ELDERS = re.compile(r"[\s,/-]{1,3}(?:[A-Z]{1,3}-)?[0-9]{4,5}(?= [A-ZÀ-Ž])")
"""`14, 26789 Leer`, `3, B-2000 Antwerpen`: of another country."""
_TUSSEN = re.compile(r",?[ \n]{1,2}(?:te |in |- )?|(?: - |,|/)(?=[A-ZÀ-Ž])")
_EN_DAN = re.compile(r"[\s,]{0,2}(?:te|in)\s$")
_LANGSTE_TUSSEN = 5
_PLAATS = re.compile(r"['’]?[^\W\d_][\w'’-]*\.?(?: [^\W\d_][\w'’-]*){0,3}")
_VOORSTE = frozenset(("den", "de", "het", "sint", "st", "st.", "'t", "’t", "nieuw", "nieuwe", "oud", "oude", "bad"))
_SLOT = re.compile(r",? ([^\W\d_]{4,24})[.!]?\s*\Z")
_LANGSTE_PLAATS = 48
_KORTSTE = 4


def met_woonplaats(text: str, adressen: Iterable[tuple[int, int]], blijft: Blijvend) -> Iterator[tuple[int, int]]:
    """Give each address as far as it goes: `te` and `in` between two parts of one, a foreign postcode, a town."""
    van, vorige = 0, -1
    for begin, eind in adressen:
        aan = 0 <= begin - vorige <= _LANGSTE_TUSSEN and _EN_DAN.fullmatch(text, vorige, begin)
        van = van if aan else begin
        elders = _ELDERS.match(text, eind)
        tot = elders.end() if elders else eind
        tot = _eind_van_plaats(text, tot, zeker=bool(elders) or _met_postcode(text, eind), blijft=blijft)
        if not elders or tot > elders.end():
            eind = tot
        yield van, eind
        vorige = eind


def _met_postcode(text: str, eind: int) -> bool:
    return bool(_POSTCODE.search(text, max(0, eind - _LANGSTE_POSTCODE), eind))


def _eind_van_plaats(text: str, eind: int, *, zeker: bool, blijft: Blijvend) -> int:
    """After a postcode or `te` any name is a town; after a house number one that is known."""
    tussen = _TUSSEN.match(text, eind)
    plaats = tussen and _PLAATS.match(text, tussen.end(), tussen.end() + _LANGSTE_PLAATS)
    if not tussen or not plaats:
        return eind
    zeker = zeker or tussen.group().endswith("te ")
    nieuwe_regel = "\n" in tussen.group()
    woorden = plaats.group().split(" ")
    for aantal in range(len(woorden), 0, -1):
        naam = " ".join(woorden[:aantal]).rstrip(".")
        if plat(naam) in blijft.hier:
            return eind
        bekend = plat(naam) in boek().plaatsen and not nieuwe_regel
        if bekend or (zeker and _kan_een_plaats_zijn(woorden[:aantal], nieuwe_regel=nieuwe_regel)):
            return plaats.start() + len(naam)
    return _aan_het_slot(text, eind, blijft)


def _aan_het_slot(text: str, eind: int, blijft: Blijvend) -> int:
    """`sleedoorn 3 westerveen`: the last word of all, after an address, and no word."""
    slot = _SLOT.match(text, eind)
    van_hier = slot is None or plat(slot[1]) in blijft.hier or is_woord(plat(slot[1]))
    return eind if slot is None or van_hier else slot.end(1)


def _kan_een_plaats_zijn(woorden: list[str], *, nieuwe_regel: bool) -> bool:
    """`Walem`, `Sint Annaland`, `almere`: a capital on the same line, or no word that may begin a sentence."""
    *voor, laatste = woorden
    vreemd = not is_woord(plat(laatste.rstrip("."))) and len(laatste) >= _KORTSTE
    hoofdletter = laatste[0].isupper() and not nieuwe_regel
    return (hoofdletter or vreemd) and all(plat(deel) in _VOORSTE for deel in voor)
