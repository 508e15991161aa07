"""Which words are a name, each by itself or by the words around it."""

from collections.abc import Collection

from shared.maskering.aangewezen import NAAM_VAN, aangewezen, voorletter
from shared.maskering.aanleiding import (
    GROET,
    HEET,
    HEET_NIEMAND,
    INSTELLING,
    LIDWOORD,
    PERSOON,
    VERBINDING,
    VOOR_EEN_KLEINE_NAAM,
    VOOR_EEN_VREEMD_WOORD,
    WERKWOORD,
)
from shared.maskering.bijnaam import ook_een_naam
from shared.maskering.lijsten import plat
from shared.maskering.slot import BEGINWOORD, is_laatste, is_slotnaam
from shared.maskering.woordenboek import boek, is_samenstelling, is_woord
from shared.maskering.woordsoort import Soort, is_dubbel, onbekend, soort, zonder_bezit
from shared.maskering.zin import WEG, Zin

_VULWOORD = frozenset(["is", "was", "zich", "mijn", "mn", "m'n", "ook", "dus", "nu", "ik", "volgens", "luidt", "toch"])
_GEEN_NAAM = WERKWOORD | LIDWOORD | INSTELLING | VERBINDING | _VULWOORD
_MET_LIDWOORD = frozenset(("de", "den", "der", "die", "mijn", "mn", "onze"))
_LETTER_IS_SOORT = frozenset(
    ("maat", "kamer", "blok", "groep", "unit", "gebouw", "vak", "afdeling", "rij", "klas", "type")
)
_GENUMMERD = _LETTER_IS_SOORT | frozenset(
    (
        "lijn",
        "etage",
        "verdieping",
        "perron",
        "spoor",
        "halte",
        "zaal",
        "hal",
        "week",
        "dag",
        "fase",
        "stap",
        "punt",
        "casus",
        "route",
    )
)
"""`Kamer 12` and `Blok C`, also with a capital where none belongs."""
_BIJZIN = frozenset(("dat", "die", "om", "who"))
"""`zeg tegen roos dat`: nobody talks to a flower."""
_MAAND = frozenset(("mei", "august"))
"""The months that are also somebody's name, beside the short `jan`."""
_VOOR_EEN_MAAND = frozenset(("in", "sinds", "vanaf", "tot", "eind", "begin", "half", "na", "per", "until", "since"))
_TITEL = frozenset(
    ("heer", "mevrouw", "meneer", "mijnheer", "dhr", "mevr", "mw", "mr", "fam", "familie", "mej", "juf", "juffrouw")
)
"""Before `Bloemendaal` and `Fransen` these leave no choice."""
_GEDAAN = frozenset(
    [
        "gesproken",
        "gebeld",
        "gezien",
        "gemaild",
        "gevraagd",
        "geholpen",
        "aangesproken",
        "gehoord",
        "ontmoet",
        "bedreigd",
        "geslagen",
        "geappt",
        "geduwd",
        "gewaarschuwd",
        "ingelicht",
        "gestuurd",
        "meegenomen",
        "uitgescholden",
        "herkend",
    ]
)
"""`ik heb winter gesproken`: only somebody is."""
_WERKWOORD_EN_NAAM = "ken"
"""`ik ken hem`: without a capital it is hardly ever somebody."""
_HEEFT = frozenset(("heb", "heeft", "had", "hebben", "hadden", "is", "werd", "was"))
_MET = frozenset(("met", "door", "bij"))
_LANGSTE_SAMENGESTELDE_NAAM = 11
_SAMEN = frozenset(("en", "and"))
_HERKOMST = frozenset(("van", "uit"))
_ZEGSMAN = frozenset(("volgens", "tegen"))
"""`volgens molenaar van de voetbal`."""


def kernen(zin: Zin, bekend: Collection[str] = ()) -> set[int]:
    """Give the places of words that are a name, or the heart of one; `bekend`: names by what else is in the text."""
    gevonden = aangewezen(zin)
    for i in zin.boeiend:
        soort_ = zin.s[i]
        if soort_ in _MISSCHIEN:
            if _MISSCHIEN[soort_](zin, i):
                gevonden.add(i)
        elif soort_ in _WIJST_AAN:
            gevonden.update(_WIJST_AAN[soort_](zin, i))
    gevonden |= _verbonden(zin, gevonden)
    return gevonden | ook_een_naam(zin, gevonden, bekend)


def _is_naam(zin: Zin, i: int) -> bool:
    return zin.w[i] != _WERKWOORD_EN_NAAM and not _is_maand(zin, i)


def _is_maand(zin: Zin, i: int) -> bool:
    """`in Mei`, `12-jan-2026`, `5 jan`."""
    if plat(zin.w[i]) in _MAAND:
        return zin.voor(i) in _VOOR_EEN_MAAND
    erna = zin.tussen(i + 1) if i + 1 < len(zin.w) else zin.text[zin.eind[i] :]
    return zin.w[i].lower() == "jan" and any(teken.isdigit() for teken in (zin.tussen(i) + erna))


def _na_voorletter(zin: Zin, i: int) -> set[int]:
    """`W. Dierenarts`, `P.J. van 't Hof`: a letter and a full stop, and a capital."""
    if i + 1 >= len(zin.w) or zin.tussen(i + 1) not in (". ", ".") or zin.voor(i) in _LETTER_IS_SOORT:
        return set()
    plek = i + 1
    while zin.aan(plek) and zin.s[plek] == Soort.TUSSENVOEGSEL and plek + 1 < len(zin.w):
        plek += 1
    return {plek} if zin.aan(plek) and zin.hoofd(plek) and zin.s[plek] >= Soort.BLIJFT else set()


def _klein(zin: Zin, i: int) -> bool:
    """Judge a word without a capital: no word at all, or one that stands as only names do."""
    voor, na = zin.voor(i), zin.na(i)
    if zin.s[i] == Soort.VREEMD:
        begint = not voor and na in VERBINDING
        if voor == "die" and na in _HERKOMST:
            return True
        return begint or voor in VOOR_EEN_VREEMD_WOORD or (na in WERKWOORD and (voor == "die" or voor not in LIDWOORD))
    if voor in _MET and na in _HERKOMST:
        return True
    if plat(zin.w[i]) in _GEEN_NAAM:
        return False
    if _begint_met_naam(zin, i) or (voor in _HEEFT and na in _GEDAAN) or (voor in WERKWOORD and na in _HERKOMST):
        return True
    if voor in _ZEGSMAN and na in _HERKOMST:
        return plat(zin.w[i]) in boek().achternamen
    return voor in VOOR_EEN_KLEINE_NAAM and (na in WERKWOORD or na in _BIJZIN)


def _begint_met_naam(zin: Zin, i: int) -> bool:
    """`roos van hiernaast`, `roos petra en joke hebben`, `mei uit mijn klas`: no article, where a word has one."""
    if not zin.begint(i):
        return False
    return zin.na(i) in _HERKOMST or (i + 1 < len(zin.w) and zin.tussen(i + 1) == " " and zin.s[i + 1] == Soort.NAAM)


def _naar_vorm(zin: Zin, i: int) -> bool:
    """Judge a capital by where it stands."""
    if _is_maand(zin, i) or (zin.w[i] == "Ben" and zin.voor(i) == "ik"):
        return False
    if zin.s[i] == Soort.ONBEKEND:
        vlak = zonder_bezit(plat(zin.w[i]))
        kort = len(vlak) <= _LANGSTE_SAMENGESTELDE_NAAM
        return not zin.begint(i) or not is_samenstelling(vlak) or (kort and _doet_iets(zin, i))
    if zin.s[i] in (Soort.DUBBEL, Soort.WOORD) and is_slotnaam(zin, i):
        return True
    if zin.voor(i) in PERSOON and zin.tussen(i) == " ":
        return plat(zin.w[i]) not in _GEEN_NAAM
    if zin.begint(i):
        return zin.s[i] == Soort.DUBBEL and plat(zin.w[i]) not in BEGINWOORD and _doet_iets(zin, i)
    voor = zin.voor(i)
    if zin.tussen(i).rstrip(" ")[-1:].isdigit() or _is_genummerd(zin, i):
        return False
    if zin.s[i] == Soort.DUBBEL:
        return voor not in LIDWOORD or voor in _MET_LIDWOORD
    return voor not in LIDWOORD and zin.tussen(i) == " " and (not zin.hoofd(i - 1) or zin.begint(i - 1))


def _is_genummerd(zin: Zin, i: int) -> bool:
    erna = zin.text[zin.eind[i] : zin.eind[i] + 2].strip()
    letter = i + 1 < len(zin.w) and len(zin.w[i + 1]) == 1 and zin.tussen(i + 1) == " "
    return plat(zin.w[i]) in _GENUMMERD and (letter or erna.isdigit())


def _doet_iets(zin: Zin, i: int) -> bool:
    """Tell `Bakker heeft gezien` and `Vos van hiernaast` from `Bakker worden is leuk`."""
    na = zin.na(i)
    if not na:
        return False
    volgt_naam = zin.hoofd(i + 1) and (zin.s[i + 1] >= Soort.DUBBEL or is_laatste(zin, i + 1))
    if plat(zin.w[i]) == "ben":  # `Ben van mening dat …`
        return na in WERKWOORD or volgt_naam
    samen = na in VERBINDING and i + 2 < len(zin.w) and zin.hoofd(i + 2) and zin.s[i + 2] >= Soort.DUBBEL
    return na in WERKWOORD or na in _HERKOMST or zin.tussen(i + 1) == ", " or volgt_naam or samen


def _na_aanleiding(zin: Zin, i: int) -> set[int]:
    """Look past what may stand between, such as `is` and `van der`, for a name that is announced."""
    aanleiding, streng = plat(zin.w[i]), zin.s[i] == Soort.VERWANT
    if aanleiding in HEET and zin.voor(i) in HEET_NIEMAND:
        return set()
    letter = False
    for plek in range(i + 1, min(i + 5, len(zin.w))):
        komma = "," in zin.tussen(plek) and aanleiding not in GROET
        if WEG in zin.tussen(plek) or komma or (zin.begint(plek) and _houdt_op(zin, i, plek)):
            return set()
        if plat(zin.w[plek]) in _VULWOORD or zin.s[plek] in (Soort.TUSSENVOEGSEL, Soort.LETTER, Soort.AANSPREEKVORM):
            continue
        if aanleiding in NAAM_VAN and not letter and voorletter(zin, plek):
            letter = True
            continue
        if letter and not is_woord(plat(zin.w[plek])):
            return {plek}
        streng = streng and zin.na(plek) not in _BIJZIN
        zo_genoemd = aanleiding in HEET and plat(zin.w[plek]) not in _GEEN_NAAM
        titel = aanleiding in _TITEL
        return {plek} if zo_genoemd or _kan_naam(zin, plek, streng=streng, titel=titel) else set()
    return set()


def _houdt_op(zin: Zin, i: int, plek: int) -> bool:
    """`weigert zijn naam. Klinkt boos`: the sentence is over; after `naam:` it is not."""
    return plek > i + 1 or (zin.tussen(plek).strip(" ") == "." and plat(zin.w[i]) in NAAM_VAN)


def _kan_naam(zin: Zin, i: int, *, streng: bool, titel: bool) -> bool:
    """Whether it can be a name there; after a title a town is one as well, also in `meneer Van 't Hof`."""
    vlak = zonder_bezit(plat(zin.w[i]))
    if zin.s[i] == Soort.BLIJFT and titel:
        return zin.hoofd(i) and not zin.w[i].isupper() and soort(zin.w[i]) == Soort.BLIJFT and vlak not in zin.hier
    if zin.s[i] in (Soort.BLIJFT, Soort.VERWANT) or vlak in _GEEN_NAAM:
        return False
    if zin.hoofd(i) and not streng and not zin.w[i].isupper():
        return True
    return onbekend(vlak) or (not streng and is_dubbel(vlak))


def _verbonden(zin: Zin, gevonden: set[int]) -> set[int]:
    """`dilnoza en sardor`, `Smit, Berg`: who is named beside a name is named too."""
    erbij: set[int] = set()
    for i in sorted(gevonden):
        plek = _volgende(zin, i)
        while plek and plek not in erbij and plek not in gevonden and _ook_een_naam(zin, plek):
            erbij.add(plek)
            plek = _volgende(zin, plek)
        if i > 1 and zin.voor(i) in _SAMEN and zin.tussen(i - 1) == " " and _ervoor_een_naam(zin, i - 2):
            erbij.add(i - 2)
    return erbij


def _ervoor_een_naam(zin: Zin, i: int) -> bool:
    """`Haven en Fikadu delen een kamer`."""
    return zin.hoofd(i) and zin.s[i] >= Soort.WOORD and plat(zin.w[i]) not in _GEEN_NAAM


def _volgende(zin: Zin, i: int) -> int | None:
    """Give what stands after `en` or a comma, if it can be a name."""
    if zin.na(i) in VERBINDING and i + 2 < len(zin.w) and zin.tussen(i + 2) == " ":
        return i + 2
    return i + 1 if i + 1 < len(zin.w) and zin.tussen(i + 1) == ", " and zin.hoofd(i + 1) else None


def _ook_een_naam(zin: Zin, i: int) -> bool:
    vlak = zonder_bezit(plat(zin.w[i]))
    stad = (
        soort(zin.w[i]) == Soort.BLIJFT and vlak in boek().plaatsen and vlak not in zin.hier and zin.voor(i) in _SAMEN
    )
    return vlak not in _GEEN_NAAM and (onbekend(vlak) or (zin.hoofd(i) and (stad or zin.s[i] >= Soort.WOORD)))


_MISSCHIEN = {
    Soort.NAAM: _is_naam,
    Soort.VREEMD: _klein,
    Soort.KLEIN_DUBBEL: _klein,
    Soort.ONBEKEND: _naar_vorm,
    Soort.DUBBEL: _naar_vorm,
    Soort.WOORD: _naar_vorm,
}
"""Who judges a word of each kind, and who looks after it for one that it announces."""
_WIJST_AAN = {Soort.LETTER: _na_voorletter, Soort.AANSPREEKVORM: _na_aanleiding, Soort.VERWANT: _na_aanleiding}
