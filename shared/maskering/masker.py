"""One pass over a text: find, resolve overlaps, replace."""

import re
from typing import NamedTuple

from shared.maskering.gelijk import gelijk
from shared.maskering.soorten import SOORTEN

_MISSCHIEN = re.compile(r"[0-9@/:=]|[\[(]at[\])]")


class Vondst(NamedTuple):
    """A piece of text that identifies somebody: `text[begin:eind]`."""

    begin: int
    eind: int
    soort: str


def masker(text: str) -> str:
    """The text with every find replaced by its kind, such as `[telefoonnummer]`, `[e-mail]`, `[adres]`."""
    delen, plek = [], 0
    for vondst in vind(text):
        delen += [text[plek : vondst.begin], f"[{vondst.soort}]"]
        plek = vondst.eind
    return "".join([*delen, text[plek:]])


def vind(text: str) -> list[Vondst]:
    """Every find, in order and without overlap; where two kinds want the same piece the first of `SOORTEN` has it."""
    effen = gelijk(text)
    if not _MISSCHIEN.search(effen):
        return []
    gevonden: list[Vondst] = []
    for soort, zoek in SOORTEN:
        for begin, eind in zoek(effen):
            if all(eind <= ander.begin or ander.eind <= begin for ander in gevonden):
                gevonden.append(Vondst(begin, eind, soort))
    return sorted(gevonden)
