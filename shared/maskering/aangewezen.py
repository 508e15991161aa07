"""Names that the words around them point out, also when they are ordinary words or written without a capital."""

from collections.abc import Callable
from functools import lru_cache
from itertools import compress

from shared.maskering.aanleiding import (
    AFGEKORT,
    GEEN_VOORLETTERS,
    HEET,
    HEET_NIEMAND,
    INSTELLING,
    LABEL,
    LIDWOORD,
    NA_TER,
    PERSOON,
    WERKWOORD,
    ZONDER_NAAM,
)
from shared.maskering.lijsten import plat
from shared.maskering.woordenboek import boek, is_samenstelling, is_woord
from shared.maskering.woordsoort import Soort, is_dubbel, onbekend
from shared.maskering.zin import WEG, Zin

NAAM_VAN = frozenset(("naam", "voornaam", "achternaam", "roepnaam", "bijnaam"))
_BEZITTER = frozenset(("haar", "zijn", "mijn", "hun", "de", "z'n", "m'n", "d'r", "zn", "mn"))
_VOOR_EEN_PREFIX = frozenset(("bij", "tegen", "volgens", "van"))
"""Before `van` these leave no choice: `volgens van der Plas`."""
_ALTIJD_EEN_PREFIX = frozenset(("van t", "van der", "van den", "ter", "ten", "op den", "op t", "in t", "uit den"))
_MET_KLEINE_LETTER = frozenset(("van", "ter", "ten"))
_MET_HOOFDLETTER = frozenset(("de", "den", "vd"))
_OPENING = frozenset(
    (
        *(
            "hallo",
            "hoi",
            "dag",
            "ja",
            "hi",
            "hey",
            "goedemorgen",
            "goedemiddag",
            "goedenavond",
            "goeiemorgen",
            "goeiemiddag",
        ),
        *("goedendag", "goeiedag", "spreekt", "spreek", "u"),
    )
)
_LAATSTE_VAN_EEN_OPENING = 6
_OP_EEN_ADRES = (f" op {WEG}", f" aan de {WEG}", f" aan {WEG}", f" van {WEG}")
_WOONT_NERGENS = frozenset(
    ("thuis", "haar", "hem", "ingang", "woning", "adres", "pand", "gebouw", "kantoor", "opvang", "post")
)
_KORTSTE = 3
_MEESTE_VOORVOEGSELS = 3


def aangewezen(zin: Zin) -> set[int]:
    """Give the places of words that are pointed out as a name."""
    gevonden: set[int] = set()
    for i in compress(range(len(zin.w)), map(_wijzers, zin.w)):
        for zoek in _wijzers(zin.w[i]):
            gevonden.update(zoek(zin, i))
    return gevonden


def kan(zin: Zin, i: int) -> bool:
    """Whether a word can be a name where one is expected: a capital, no word at all, or one that is a name too."""
    vlak = plat(zin.w[i])
    if vlak in ZONDER_NAAM or vlak in WERKWOORD or vlak in LIDWOORD:
        return False
    if zin.hoofd(i):
        return zin.s[i] in (Soort.WOORD, Soort.DUBBEL, Soort.ONBEKEND, Soort.NAAM)
    return len(vlak) >= _KORTSTE and (onbekend(vlak) or is_dubbel(vlak))


def _na_voorvoegsel(zin: Zin, i: int) -> set[int]:
    """`zag Van het Woud`, `Van 't Wout belde`, `van van Tilburg`: no other word stands so."""
    na_voorzetsel = zin.voor(i) in _VOOR_EEN_PREFIX
    if not (zin.hoofd(i) or na_voorzetsel or zin.voor(i) in AFGEKORT):
        return set()
    plek = _voorbij_voorvoegsels(zin, i)
    if plek is None:
        return set()
    prefix = " ".join(plat(zin.w[j]) for j in range(i, plek))
    midden = zin.hoofd(i) and not zin.begint(i) and zin.voor(i) not in ZONDER_NAAM
    zeker = prefix in _ALTIJD_EEN_PREFIX and zin.hoofd(i)
    if prefix in ("ter", "ten") and zin.voor(i) in AFGEKORT and plat(zin.w[plek]) not in NA_TER:
        return {plek}
    if (midden or zeker) and zin.hoofd(plek) and (kan(zin, plek) or _plaats(zin, plek)) and zin.aan(plek):
        return {plek}
    return {plek} if na_voorzetsel and prefix.startswith("van") and (kan(zin, plek) or _plaats(zin, plek)) else set()


def _voorbij_voorvoegsels(zin: Zin, i: int) -> int | None:
    for plek in range(i + 1, i + 1 + _MEESTE_VOORVOEGSELS):
        if not zin.aan(plek):
            return None
        if zin.s[plek] != Soort.TUSSENVOEGSEL and plat(zin.w[plek]) != "het":
            return plek
    return None


def _na_kleine_letter(zin: Zin, i: int) -> set[int]:
    """`groeten p. westra`, `j. van tilburg`: initials of who types without capitals."""
    if i + 1 >= len(zin.w) or zin.tussen(i + 1) not in (". ", "."):
        return set()
    eerste = i
    while (
        i - eerste < _MEESTE_VOORVOEGSELS
        and eerste
        and len(zin.w[eerste - 1]) == 1
        and zin.tussen(eerste) in (". ", ".")
    ):
        eerste -= 1
    prefix = zin.s[i + 1] == Soort.TUSSENVOEGSEL and len(zin.w[i + 1]) > 1
    plek = _voorbij_voorvoegsels(zin, i + 1) if prefix else i + 1
    letters = "".join(zin.w[eerste : i + 1]).lower()
    if plek is None or letters in GEEN_VOORLETTERS or not _na_letters(zin, plek):
        return set()
    for letter in range(eerste, i + 1):
        zin.s[letter] = Soort.LETTER
    return {plek}


def voorletter(zin: Zin, i: int) -> bool:
    """`naam j de weerd`: a letter without a full stop, where a name is announced; from now on it is one."""
    is_letter = len(zin.w[i]) == 1 and i + 1 < len(zin.w) and zin.tussen(i + 1) == " "
    if is_letter:
        zin.s[i] = Soort.LETTER
    return is_letter


def _na_letters(zin: Zin, i: int) -> bool:
    """Whether it can follow initials: a town and two words in one (`r. hollebrand`) can as well."""
    vlak = plat(zin.w[i])
    samen = vlak not in ZONDER_NAAM and not is_woord(vlak) and is_samenstelling(vlak)
    return samen or kan(zin, i) or _plaats(zin, i)


def _na_label(zin: Zin, i: int) -> set[int]:
    """`Getuige: Tiny, 06…`, `van: sjaan`: what stands after the colon, by itself or before a name."""
    plek = i + 1
    if plek >= len(zin.w) or zin.tussen(plek).strip(" ") != ":" or not kan(zin, plek):
        return set()
    if not zin.hoofd(plek) or zin.s[plek] == Soort.NAAM:
        return {plek}
    volgt_naam = zin.aan(plek + 1) and zin.hoofd(plek + 1)
    return {plek} if volgt_naam or _staat_los(zin, plek) else set()


def _na_persoon(zin: Zin, i: int) -> set[int]:
    """`klant mulder kwam`, `dhr dijkgraaf 06…`: who does something, or is followed by nothing."""
    plek = i + 1
    if not zin.aan(plek) or zin.hoofd(plek) or len(zin.w[plek]) <= _KORTSTE:
        return set()
    vlak = plat(zin.w[plek])
    afgekort = plat(zin.w[i]) in AFGEKORT
    if vlak in ZONDER_NAAM | WERKWOORD | LIDWOORD or not (afgekort or vlak in boek().achternamen):
        return set()
    return {plek} if zin.na(plek) in WERKWOORD or (afgekort and _staat_los(zin, plek)) else set()


def _na_agent(zin: Zin, i: int) -> set[int]:
    """`bij agent merel (fijn mens)`: a word that is a name too, and no more."""
    plek = i + 1
    if not zin.aan(plek) or zin.hoofd(plek) or not is_dubbel(plat(zin.w[plek])) or plat(zin.w[plek]) in WERKWOORD:
        return set()
    erna = zin.text[zin.eind[plek] : zin.eind[plek] + 2].lstrip(" ")
    return {plek} if not erna or erna[0] in "(,.;!?)\n" or zin.na(plek) in ("van", "en") else set()


def _na_met(zin: Zin, i: int) -> set[int]:
    """`hallo met nagelhout`: how a call begins; a town or two words in one is a surname there too."""
    plek = i + 1
    if i > _LAATSTE_VAN_EEN_OPENING or zin.voor(i) not in _OPENING or not zin.aan(plek):
        return set()
    if zin.s[plek] == Soort.TUSSENVOEGSEL and (verder := _voorbij_voorvoegsels(zin, plek - 1)) is not None:
        plek = verder
    return {plek} if _na_letters(zin, plek) else set()


def _bij_een_adres(zin: Zin, i: int) -> set[int]:
    """`vraag maar bij schuring op [adres]`."""
    plek = i + 1
    if plek == len(zin.w) or not zin.text.startswith(_OP_EEN_ADRES, zin.eind[plek]) or zin.s[plek] != Soort.GEWOON:
        return set()
    vlak = plat(zin.w[plek])
    gewoon = vlak in INSTELLING or vlak in ZONDER_NAAM or vlak in LIDWOORD or vlak in _WOONT_NERGENS
    return set() if gewoon or len(vlak) <= _KORTSTE or vlak.endswith(("en", "s")) else {plek}


def _voor_heet(zin: Zin, i: int) -> set[int]:
    """`iemand die junior heet`; not `die gast heet Kevin`."""
    if i < 2 or zin.begint(i) or zin.voor(i - 1) != "die" or zin.voor(i) in HEET_NIEMAND | ZONDER_NAAM:
        return set()
    gemaskeerd = zin.text[zin.eind[i] :].lstrip(" ").startswith(WEG)
    volgt = gemaskeerd or (
        zin.na(i) and (zin.hoofd(i + 1) or zin.s[i + 1] in (Soort.NAAM, Soort.VREEMD, Soort.KLEIN_DUBBEL))
    )
    return set() if volgt or len(zin.w[i - 1]) < _KORTSTE else {i - 1}


def _voor_zijn_naam(zin: Zin, i: int) -> set[int]:
    """`Hoop is haar voornaam`."""
    is_van = i > 2 and zin.voor(i) in _BEZITTER and zin.voor(i - 1) == "is" and zin.aan(i - 2)
    return {i - 3} if is_van and kan(zin, i - 3) else set()


def _staat_los(zin: Zin, i: int) -> bool:
    erna = zin.text[zin.eind[i] : zin.eind[i] + 3].lstrip(" ")
    return not erna or erna[0] in ",;/)\n" + WEG or erna[0].isdigit()


def _plaats(zin: Zin, i: int) -> bool:
    """A town is many a surname (`van Tilburg`); those of this installation stay what they are."""
    vlak = plat(zin.w[i])
    return vlak in boek().plaatsen and vlak not in zin.hier


_Wijzer = Callable[[Zin, int], set[int]]
_WIJZERS: tuple[tuple[frozenset[str], _Wijzer], ...] = (
    (LABEL, _na_label),
    (PERSOON | AFGEKORT, _na_persoon),
    (frozenset(("agent", "wijkagent", "agente", "wijkagente", "boa")), _na_agent),
    (frozenset(("met",)), _na_met),
    (frozenset(("bij",)), _bij_een_adres),
    (HEET, _voor_heet),
    (NAAM_VAN, _voor_zijn_naam),
)


@lru_cache(maxsize=16384)
def _wijzers(woord: str) -> tuple[_Wijzer, ...]:
    """Say what to look for at a word: nothing at most words, so that is remembered."""
    vlak = plat(woord)
    if len(woord) == 1 and woord.islower():
        return (_na_kleine_letter,)
    gewoon = tuple(zoek for woorden, zoek in _WIJZERS if vlak in woorden)
    prefix = vlak in _MET_KLEINE_LETTER or (vlak in _MET_HOOFDLETTER and woord[0].isupper())
    return (*gewoon, _na_voorvoegsel) if prefix else gewoon
