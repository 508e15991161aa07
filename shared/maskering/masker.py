"""One pass over a text: find, resolve overlaps, replace."""

import re
from collections.abc import Collection
from typing import NamedTuple

from shared.maskering.blijvend import blijvend
from shared.maskering.gelijk import gelijk
from shared.maskering.namen import namen
from shared.maskering.soorten import NAAM, SOORTEN, ZELF_GEMASKEERD
from shared.maskering.zin import WEG

_MISSCHIEN = re.compile(r"[0-9@/:=~]|[\[(]at[\])]|insta|snap|tiktok", re.IGNORECASE)
_AL_GEMASKEERD = re.compile(rf"\[(?:{'|'.join([NAAM, ZELF_GEMASKEERD, *(soort for soort, _ in SOORTEN)])})\]")


class Vondst(NamedTuple):
    """A piece of text that identifies somebody: `text[begin:eind]`."""

    begin: int
    eind: int
    soort: str


def masker(text: str, behoud: Collection[str] = ()) -> str:
    """The text with every find replaced by its kind, such as `[naam]`, `[telefoonnummer]`, `[adres]`."""
    delen, plek = [], 0
    for vondst in vind(text, behoud):
        delen += [text[plek : vondst.begin], f"[{vondst.soort}]"]
        plek = vondst.eind
    return "".join([*delen, text[plek:]])


def vind(text: str, behoud: Collection[str] = ()) -> list[Vondst]:
    """Every find, in order and without overlap; where two kinds want the same piece the first of `SOORTEN` has it.

    `behoud`: names of places and organisations that stay in this text, beside those that always do.
    """
    effen = _AL_GEMASKEERD.sub(_weg, gelijk(text))
    gevonden = _naar_vorm(effen) if _MISSCHIEN.search(effen) else []
    for vondst in gevonden:
        effen = effen[: vondst.begin] + WEG * (vondst.eind - vondst.begin) + effen[vondst.eind :]
    gevonden += [Vondst(begin, eind, NAAM) for begin, eind in namen(effen, blijvend(behoud))]
    return sorted(gevonden)


def _naar_vorm(effen: str) -> list[Vondst]:
    gevonden: list[Vondst] = []
    for soort, zoek in SOORTEN:
        for begin, eind in zoek(effen):
            if all(eind <= ander.begin or ander.eind <= begin for ander in gevonden):
                gevonden.append(Vondst(begin, eind, soort))
    return gevonden


def _weg(al: re.Match[str]) -> str:
    return WEG * len(al.group())
