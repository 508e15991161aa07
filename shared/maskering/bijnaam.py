"""Names that are known by another find: said again, before a date of birth, or around a nickname in quotes."""

from collections.abc import Collection

from shared.maskering.aanleiding import LIDWOORD, VERBINDING, WERKWOORD
from shared.maskering.lijsten import plat
from shared.maskering.woordsoort import Soort
from shared.maskering.zin import Zin

_GEBOREN = frozenset(("geb", "geboren"))
_OPEN, _DICHT = (' "', " '", " “", " ‘"), ('" ', "' ", "” ", "’ ")
_AANHALING = frozenset("\"'“‘")
_NOOIT = LIDWOORD | VERBINDING | WERKWOORD


def ook_een_naam(zin: Zin, gevonden: set[int], bekend: Collection[str] = ()) -> set[int]:
    """Give the places of words that a name elsewhere in this text makes one."""
    erbij = _nog_eens(zin, gevonden)
    if bekend:
        erbij.update(i for i in zin.boeiend if zin.s[i] == Soort.DUBBEL and plat(zin.w[i]) in bekend)
    if "geb" in zin.text:
        erbij.update(i for i in zin.boeiend if _voor_een_geboorte(zin, i))
    if not _AANHALING.isdisjoint(zin.text):
        for i in gevonden:
            erbij |= _met_bijnaam(zin, i)
    return erbij


def _nog_eens(zin: Zin, gevonden: set[int]) -> set[int]:
    """`Iris Vonk belt. Iris koppelt het terug.`: a word that is also a name, and was one here."""
    s, w = zin.s, zin.w
    eerder = {w[i] for i in gevonden if s[i] == Soort.DUBBEL}
    return {i for i in zin.boeiend if s[i] == Soort.DUBBEL and w[i] in eerder}


def _voor_een_geboorte(zin: Zin, i: int) -> bool:
    """`Ava (geb. 30-12-2016)`, `Ava, geboren in 2016`."""
    if zin.s[i] != Soort.DUBBEL or i + 1 >= len(zin.w) or plat(zin.w[i + 1]) not in _GEBOREN:
        return False
    return zin.tussen(i + 1) in (" (", ", ", " - ", " ")


def _met_bijnaam(zin: Zin, i: int) -> set[int]:
    """`Elisabeth "Bep" Koolhaas`: what stands in quotes, and the capital after it."""
    if i + 2 >= len(zin.w) or zin.tussen(i + 1) not in _OPEN or zin.tussen(i + 2) not in _DICHT:
        return set()
    if not (zin.hoofd(i + 1) and zin.hoofd(i + 2)) or plat(zin.w[i + 2]) in _NOOIT:
        return set()
    return {i + 1, i + 2}


def met_voorletters_erna(text: str, eind: int) -> int:
    """`Abdi, H. - 2880657460`, `Jansen, A.B.`: as in a list."""
    plek = eind
    if not text.startswith(", ", plek):
        return eind
    plek += len(", ")
    while text[plek : plek + 1].isupper() and text[plek + 1 : plek + 2] == ".":
        eind = plek + 2
        plek = eind + text.startswith(" ", eind)
    return eind
