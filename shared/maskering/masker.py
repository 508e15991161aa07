"""One pass over a text: find, resolve overlaps, replace."""

import re
from collections.abc import Collection, Iterable, Iterator
from typing import NamedTuple, NewType

from shared.maskering.blijvend import Blijvend, blijvend
from shared.maskering.cijfers import cijfers
from shared.maskering.geboorte_anders import MAANDEN
from shared.maskering.gelijk import gelijk, noemt
from shared.maskering.gesproken import KENMERKEND
from shared.maskering.lijsten import plat
from shared.maskering.namen import namen
from shared.maskering.online import ACCOUNTS, NETWERKEN
from shared.maskering.soorten import ADRES, EMAIL, NAAM, SOORTEN, ZELF_GEMASKEERD
from shared.maskering.woonplaats import met_woonplaats
from shared.maskering.woordenboek import is_woord
from shared.maskering.zin import WEG

_MISSCHIEN = re.compile(r"[@/:=~_]|\.(?<=\w\.)(?=\w)|[\[(]\s?at\s?[\])]", re.IGNORECASE)
_OF_EEN_WOORD = (
    *NETWERKEN,
    *ACCOUNTS,
    "naam",
    "gamer",
    "kanaal",
    "staart",
    " punt ",
    " dot ",
    " at ",
    "(a",
    "[a",
    "{a",
    "<at",
    "*at",
    "-at-",
    "gmail",
    "hotmail",
    *KENMERKEND,
    "geboren",
    "jarig",
    "verja",
    "straat ",
    "laan ",
    "plein ",
    "weg ",
    "negentien",
    *(f" {maand} " for maand in MAANDEN),
)
"""Without one of these nothing in a text has a shape that `SOORTEN` knows."""
_GEEN_LETTER = re.compile(r"[\W\d_]+")
_REST = re.compile(r"[._]([a-z]{2,20})(?:[._][a-z0-9]{1,20}){0,3}(?![\w@])")
_AL_GEMASKEERD = re.compile(rf"\[(?:{'|'.join([NAAM, *ZELF_GEMASKEERD, *(soort for soort, _ in SOORTEN)])})\]")


Gemaskeerd = NewType("Gemaskeerd", str)
"""A text that went through `masker`: only such a text can be stored (`shared.teksten`), or mypy says so."""


class Vondst(NamedTuple):
    """A piece of text that identifies somebody: `text[begin:eind]`."""

    begin: int
    eind: int
    soort: str


def masker(text: str, behoud: Collection[str] = ()) -> Gemaskeerd:
    """The text with every find replaced by its kind, such as `[naam]`, `[telefoonnummer]`, `[adres]`."""
    delen, plek = [], 0
    for vondst in vind(text, behoud):
        delen += [text[plek : vondst.begin], f"[{vondst.soort}]"]
        plek = vondst.eind
    return Gemaskeerd("".join([*delen, text[plek:]]))


def vind(text: str, behoud: Collection[str] = ()) -> list[Vondst]:
    """Every find, in order and without overlap.

    `behoud`: names of places and organisations that stay in this text, beside those that always do.
    """
    effen = gelijk(text)
    if "[" in effen:
        effen = _AL_GEMASKEERD.sub(_weg, effen)
    gevonden: list[Vondst] = []
    while nieuw := _ronde(effen, behoud):
        gevonden, effen = gevonden + nieuw, _zonder(effen, nieuw)
        if not any(_vast_aan(effen, vondst) for vondst in nieuw):
            break
    return sorted(gevonden)


def _ronde(effen: str, behoud: Collection[str]) -> list[Vondst]:
    misschien = cijfers(effen).alle or _MISSCHIEN.search(effen) or noemt(effen, *_OF_EEN_WOORD)
    blijft = blijvend(behoud)
    gevonden = _naar_vorm(effen, blijft) if misschien else []
    over = _zonder(effen, gevonden)
    bekend = _uit_adressen(effen, gevonden)
    return gevonden + [Vondst(begin, eind, NAAM) for begin, eind in _heel(over, namen(over, blijft, bekend))]


def _uit_adressen(effen: str, gevonden: list[Vondst]) -> frozenset[str]:
    """`linde.vos@…`: what `Linde` is in the same text."""
    lokaal = (effen[v.begin : v.eind].partition("@")[0] for v in gevonden if v.soort == EMAIL)
    return frozenset(deel for naam in lokaal for deel in _GEEN_LETTER.split(plat(naam)) if len(deel) > len("jo"))


def _heel(over: str, gevonden: Iterable[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """`bigboss.hw`: a name with a full stop and no word after it is part of one token."""
    for begin, eind in gevonden:
        rest = _REST.match(over, eind)
        woord = rest is not None and is_woord(plat(rest[1]))
        yield begin, rest.end() if rest and over[begin:eind].islower() and not woord else eind


def _zonder(effen: str, vondsten: list[Vondst]) -> str:
    delen, plek = [], 0
    for vondst in sorted(vondsten):
        delen += [effen[plek : vondst.begin], WEG * (vondst.eind - vondst.begin)]
        plek = vondst.eind
    return "".join([*delen, effen[plek:]])


def _vast_aan(effen: str, vondst: Vondst) -> bool:
    """`Fatima2718 SS`: what hung onto a find can be seen for what it is without it."""
    buren = effen[max(0, vondst.begin - 1) : vondst.begin] + effen[vondst.eind : vondst.eind + 1]
    return any(teken.isalnum() or teken in "_@'’-" for teken in buren)


def _naar_vorm(effen: str, blijft: Blijvend) -> list[Vondst]:
    """What has a shape, with an address as far as it goes."""
    gevonden = [(*plek, rang) for rang, (_, zoek) in enumerate(SOORTEN) for plek in zoek(effen)]
    adressen = sorted((begin, eind) for begin, eind, rang in gevonden if rang == ADRES)
    gevonden += [(*plek, ADRES) for plek in met_woonplaats(effen, adressen, blijft)]
    return _samen(gevonden)


def _samen(gevonden: list[tuple[int, int, int]]) -> list[Vondst]:
    """Where finds overlap one find covers both, of the kind that comes first in `SOORTEN`."""
    samen: list[tuple[int, int, int]] = []
    for begin, eind, rang in sorted(gevonden):
        if samen and begin < samen[-1][1]:
            vorig_begin, vorig_eind, vorige_rang = samen.pop()
            samen.append((vorig_begin, max(vorig_eind, eind), min(vorige_rang, rang)))
        else:
            samen.append((begin, eind, rang))
    return [Vondst(begin, eind, SOORTEN[rang][0]) for begin, eind, rang in samen]


def _weg(al: re.Match[str]) -> str:
    return WEG * len(al.group())
