"""How a text ends, and begins: a last word that signs it, and words there that are a name elsewhere."""

from shared.maskering.lijsten import plat
from shared.maskering.woordsoort import Soort
from shared.maskering.zin import WEG, Zin

BEGINWOORD = frozenset(("dag", "dan"))
"""`Dag, ik ben …`, `Dan is het stil`."""
_SLOTWOORD = frozenset(("dag", "mei", "wil", "can", "dan", "mark", "august", "oud"))
_EIND_VAN_EEN_ACHTERNAAM = (
    *("man", "maker", "bakker", "stra", "inga", "meier", "meijer", "brink", "horst", "huis", "mans"),
)
"""`… Zoek maar uit. Tuinman.`"""


def is_slotnaam(zin: Zin, i: int) -> bool:
    """`06… / Ton`, or a last line or sentence with nothing else: `Tot in december! Riet`."""
    naam = zin.s[i] == Soort.DUBBEL or zin.w[i].endswith(_EIND_VAN_EEN_ACHTERNAAM)
    return naam and _ondertekent(zin, i) and plat(zin.w[i]) not in _SLOTWOORD


def _ondertekent(zin: Zin, i: int) -> bool:
    if i + 1 < len(zin.w) or zin.text[zin.eind[i] :].strip(" .!\n"):
        return False
    ervoor = zin.tussen(i)
    teken = ervoor.rstrip(" ")[-1:]
    return "\n" in ervoor or (WEG in ervoor and teken in "/,|-") or (ervoor != teken and teken in (".", "!", "?"))


def is_laatste(zin: Zin, i: int) -> bool:
    """`… Lammert Hut`: after it the text is over."""
    return zin.s[i] == Soort.WOORD and i + 1 == len(zin.w) and not zin.text[zin.eind[i] :].strip(" .\n")
