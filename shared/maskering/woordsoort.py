"""What one word is, by itself: remembered, since texts repeat their words."""

from functools import lru_cache
from typing import Final, NewType

from shared.maskering.aanleiding import AANSPREEKVORM, EIND_VAN_EEN_PLEK, INSTELLING, TUSSENVOEGSEL, VERWANT
from shared.maskering.lijsten import plat
from shared.maskering.woordenboek import LANGSTE_WOORD, boek, is_samenstelling, is_woord

_KORTSTE_KLEINE_NAAM = 3
_KORTSTE_VREEMDE_WOORD = 4
_KORTSTE_ONBEKENDE_IN_KAPITALEN = 6
_VOORVOEGSEL_IN_KAPITALEN = frozenset(("van", "vd", "vdr", "der", "den", "ter"))
"""The others are words that anybody types in capitals."""


Woordsoort = NewType("Woordsoort", int)


class Soort:
    """From what says nothing to what is a name by itself; of an `IntEnum` looking one up takes six times as long."""

    GEWOON: Final = Woordsoort(0)
    VERWANT: Final = Woordsoort(1)
    AANSPREEKVORM: Final = Woordsoort(2)
    TUSSENVOEGSEL: Final = Woordsoort(3)
    LETTER: Final = Woordsoort(4)
    VREEMD: Final = Woordsoort(5)
    KLEIN_DUBBEL: Final = Woordsoort(6)
    BLIJFT: Final = Woordsoort(7)
    PLEK: Final = Woordsoort(8)
    WOORD: Final = Woordsoort(9)
    DUBBEL: Final = Woordsoort(10)
    ONBEKEND: Final = Woordsoort(11)
    NAAM: Final = Woordsoort(12)


@lru_cache(maxsize=16384)
def soort(woord: str) -> Woordsoort:
    """Say what a word is, as it is written."""
    vlak = zonder_bezit(plat(woord))
    if not woord[0].isupper():
        return _klein(vlak)
    if len(vlak) == 1:
        return Soort.LETTER
    if "-" in vlak:
        if vlak in boek().blijft:
            return Soort.BLIJFT
        return max((soort(deel) for deel in woord.split("-") if deel), default=Soort.GEWOON)
    return _kapitalen(vlak) if woord.isupper() else _hoofdletter(vlak)


def zonder_bezit(vlak: str) -> str:
    """`fatima's` and `bilals` are of Fatima and Bilal."""
    if vlak.endswith("'s"):
        return vlak[:-2]
    van_iemand = vlak.endswith("s") and vlak[:-1] in boek().namen and vlak not in boek().namen and not is_woord(vlak)
    return vlak[:-1] if van_iemand else vlak


def onbekend(vlak: str) -> bool:
    """Whether this is no word that people use: then it may be a name, also without a capital."""
    return len(vlak) >= _KORTSTE_KLEINE_NAAM and not (is_woord(vlak) or vlak in boek().blijft or is_samenstelling(vlak))


def is_dubbel(vlak: str) -> bool:
    """Whether this is a word and somebody's name."""
    return vlak in boek().namen


def _klein(vlak: str) -> Woordsoort:
    if vlak in AANSPREEKVORM:
        return Soort.AANSPREEKVORM
    if vlak in VERWANT:
        return Soort.VERWANT
    if vlak in TUSSENVOEGSEL:
        return Soort.TUSSENVOEGSEL
    if len(vlak) >= _KORTSTE_KLEINE_NAAM and _is_naam(vlak):
        return Soort.NAAM
    if is_dubbel(vlak):
        return Soort.KLEIN_DUBBEL
    vreemd = len(vlak) >= _KORTSTE_VREEMDE_WOORD and onbekend(vlak) and not _is_tikfout(vlak)
    return Soort.VREEMD if vreemd else Soort.GEWOON


def _is_tikfout(vlak: str) -> bool:
    """A letter too many, or two in the wrong order."""
    if len(vlak) > LANGSTE_WOORD + 1:
        return False
    te_veel = (vlak[:i] + vlak[i + 1 :] for i in range(len(vlak)))
    verwisseld = (vlak[:i] + vlak[i + 1] + vlak[i] + vlak[i + 2 :] for i in range(len(vlak) - 1))
    return any(map(is_woord, te_veel)) or any(map(is_woord, verwisseld))


def _kapitalen(vlak: str) -> Woordsoort:
    if len(vlak) >= _KORTSTE_KLEINE_NAAM and _is_naam(vlak):
        return Soort.NAAM
    if vlak in AANSPREEKVORM:
        return Soort.AANSPREEKVORM
    if vlak in _VOORVOEGSEL_IN_KAPITALEN:
        return Soort.TUSSENVOEGSEL
    lang = len(vlak) >= _KORTSTE_ONBEKENDE_IN_KAPITALEN
    return Soort.ONBEKEND if lang and onbekend(vlak) else Soort.GEWOON


def _hoofdletter(vlak: str) -> Woordsoort:
    if vlak in AANSPREEKVORM:  # before what stays: `Mw` and `Dhr` are in the list of places
        return Soort.AANSPREEKVORM
    if vlak == "ben":
        return Soort.DUBBEL
    if vlak in boek().blijft:
        return Soort.BLIJFT
    aanleiding = _klein(vlak)
    if aanleiding not in (Soort.GEWOON, Soort.VREEMD, Soort.KLEIN_DUBBEL):
        return aanleiding
    if vlak.endswith(EIND_VAN_EEN_PLEK) and vlak not in EIND_VAN_EEN_PLEK and not is_dubbel(vlak):
        return Soort.PLEK
    if is_woord(vlak):
        gewoon = Soort.GEWOON if vlak in INSTELLING else Soort.WOORD
        return Soort.DUBBEL if is_dubbel(vlak) else gewoon
    return Soort.GEWOON if vlak in INSTELLING else Soort.ONBEKEND


def _is_naam(vlak: str) -> bool:
    return vlak in boek().altijd or (vlak in boek().namen and not is_woord(vlak))
