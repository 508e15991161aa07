"""Names of people: what is on a list, what follows a word that announces one, and what looks like one.

Privacy first: a capital where none belongs, on what is no known place, organisation or common word, is a name.
"""

from collections.abc import Collection, Iterable, Iterator

from shared.maskering.aanleiding import WERKWOORD
from shared.maskering.bijnaam import met_voorletters_erna
from shared.maskering.blijvend import Blijvend
from shared.maskering.kern import kernen
from shared.maskering.lijsten import plat
from shared.maskering.woordenboek import boek, is_samenstelling, is_woord
from shared.maskering.woordsoort import Soort, is_dubbel, onbekend, soort
from shared.maskering.zin import Zin, van_een_instelling

_LOS = frozenset(["van", "te", "v", "la", "di", "ben", "zu"])
"""`van Fatima` is no part of a name; `van der Meer` is."""
_LETTER_VAN_NAAM = frozenset("bcdfghjlpqrvwxz")
"""Not those that are short for a word (`k` for ik or kamer, `n`, `s`, `t`, `m`)."""
_ADEL = frozenset(("baron", "barones", "graaf", "gravin", "jonkheer", "jonkvrouw", "jhr", "ridder", "freule", "hertog"))
_VOLKEN = frozenset(
    (
        *(
            "duits",
            "frans",
            "fries",
            "engels",
            "pool",
            "polak",
            "turk",
            "deen",
            "zweed",
            "zeeuw",
            "hollander",
            "brabander",
        ),
        *("vlaming", "belg", "spaans", "schots", "pruis", "noor", "rus", "holland", "brabant", "limburg", "zeeland"),
    )
)
"""Surnames too: `Carla Duits`."""
_DEEL_VAN_NAAM = (Soort.WOORD, Soort.DUBBEL, Soort.ONBEKEND, Soort.NAAM)


def namen(text: str, blijft: Blijvend, bekend: Collection[str] = ()) -> Iterator[tuple[int, int]]:
    """Give each name, whole: with initials, and with what stands inside it (`van der`, `el`).

    `bekend`: what is known as a name from elsewhere in this text, such as an e-mail address.
    """
    zin = Zin(text, blijft)
    for begin, tot in _samen(zin, _reeksen(zin, bekend)):
        yield zin.begin[begin], met_voorletters_erna(text, zin.eind[tot])


def _reeksen(zin: Zin, bekend: Collection[str]) -> Iterator[tuple[int, int]]:
    tot = -1
    for kern in sorted(kernen(zin, bekend)):
        if kern <= tot:
            continue
        begin, tot = _links(zin, kern), _rechts(zin, kern)
        if not van_een_instelling(zin, tot):
            yield begin, tot


def _samen(zin: Zin, reeksen: Iterable[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """`Jan en Wietske Heeringa`: two first names with one surname are one find."""
    vorige: tuple[int, int] | None = None
    for begin, tot in reeksen:
        if vorige and vorige[1] + 2 == begin < tot and _delen_achternaam(zin, vorige):
            vorige = (vorige[0], tot)
            continue
        if vorige:
            yield vorige
        vorige = (begin, tot)
    if vorige:
        yield vorige


def _delen_achternaam(zin: Zin, vorige: tuple[int, int]) -> bool:
    eerste, en = vorige[1], vorige[1] + 1
    los = vorige[0] == eerste and zin.w[en] == "en" and zin.tussen(en) == " " == zin.tussen(en + 1)
    return los and zin.hoofd(eerste) and zin.hoofd(en + 1) and zin.s[eerste] == zin.s[en + 1] == Soort.NAAM


def _links(zin: Zin, i: int) -> int:
    """Initials and prefixes before a name."""
    begin = plek = i
    while (
        zin.aan(plek)
        and not zin.begint(plek)
        and (
            zin.s[plek - 1] in (Soort.TUSSENVOEGSEL, Soort.LETTER)
            or (zin.w[plek - 1] in _ADEL and _is_van_adel(zin, plek - 1))
        )
    ):
        plek -= 1
        kapitalen = len(zin.w[plek]) > 1 and zin.w[plek].isupper() and zin.s[plek - 1] != Soort.AANSPREEKVORM
        hoofd = zin.hoofd(plek) and not kapitalen
        if hoofd or plat(zin.w[plek]) not in _LOS or begin < i:
            begin = plek
    return plek - 1 if plek < i and _is_voornaam(zin, plek) else begin


def _is_van_adel(zin: Zin, i: int) -> bool:
    """`F.A.M. graaf van Lynderode`: between the initials and the name."""
    return zin.aan(i) and zin.s[i - 1] in (Soort.LETTER, Soort.NAAM)


def _is_voornaam(zin: Zin, voor: int) -> bool:
    """`Bets` before the `van` of a name."""
    midden = zin.aan(voor) and not zin.begint(voor) and not zin.begint(voor - 1)
    return midden and zin.hoofd(voor - 1) and zin.s[voor - 1] in _DEEL_VAN_NAAM


def _rechts(zin: Zin, i: int) -> int:
    """What follows and belongs to it."""
    klein = not zin.hoofd(i)
    while True:
        plek = i + 1 + (_is_voor_t(zin, i + 1) or _is_tot(zin, i + 1) if zin.hoofd(i) else 0)
        while zin.aan(plek) and zin.s[plek] == Soort.TUSSENVOEGSEL and not zin.begint(plek):
            plek += 1
        if not zin.aan(plek) or zin.begint(plek) or not _hoort_erbij(zin, plek, na_prefix=plek > i + 1, klein=klein):
            return i + (klein and _is_kleine_letter(zin, i + 1))
        i = plek


def _is_voor_t(zin: Zin, i: int) -> bool:
    """`Scholte in 't Hof`."""
    return (
        zin.aan(i + 1)
        and zin.w[i] in ("in", "op", "aan", "uit")
        and zin.tussen(i) == " "
        and zin.w[i + 1] == "t"
        and zin.aan(i + 2)
    )


def _is_tot(zin: Zin, i: int) -> bool:
    """`van Haeften tot Duinveld`; not `Bakker tot Vrijdag`."""
    heeft_voorvoegsel = i > 1 and zin.s[i - 2] == Soort.TUSSENVOEGSEL
    return heeft_voorvoegsel and zin.aan(i + 1) and zin.w[i] == "tot" and zin.tussen(i) == " " and zin.hoofd(i + 1)


def _is_kleine_letter(zin: Zin, i: int) -> bool:
    """`femke d`: the first letter of a surname."""
    return zin.aan(i) and zin.tussen(i) == " " and zin.w[i] in _LETTER_VAN_NAAM


def _hoort_erbij(zin: Zin, i: int, *, na_prefix: bool, klein: bool) -> bool:
    if zin.hoofd(i):
        if zin.s[i] == Soort.BLIJFT:
            return _is_stad(zin, i)
        return zin.s[i] in _DEEL_VAN_NAAM or (zin.s[i] == Soort.LETTER and not na_prefix)
    if zin.s[i] == Soort.NAAM:
        return True
    vlak = plat(zin.w[i])
    if klein and zin.s[i] == Soort.KLEIN_DUBBEL and vlak in boek().achternamen:
        return vlak not in WERKWOORD
    vreemd = onbekend(vlak) if klein or na_prefix else zin.s[i] == Soort.VREEMD  # a typing error is none
    if klein and ((na_prefix and _is_plaats(zin, vlak)) or _is_achternaam_in_twee(zin, i, vlak)):
        return True
    lijkt_erop = vreemd or (na_prefix and is_dubbel(vlak))
    return lijkt_erop and vlak not in WERKWOORD


def _is_plaats(zin: Zin, vlak: str) -> bool:
    """`toos van veldhoven`."""
    return vlak in boek().plaatsen and vlak not in zin.hier


def _is_achternaam_in_twee(zin: Zin, i: int, vlak: str) -> bool:
    """`bertus nagelhout`: two words in one that are no word, where the name is over or does something."""
    if zin.s[i - 1] not in (Soort.NAAM, Soort.VREEMD) or is_woord(vlak) or not is_samenstelling(vlak):
        return False
    return zin.na(i) in WERKWOORD or zin.text[zin.eind[i] : zin.eind[i] + 1] in ("", ".", ",", "\n", "!", ")", "/")


def _is_stad(zin: Zin, i: int) -> bool:
    """`Anneke Stolwijk`, `Lieke van Eersel`: a surname that is a town too, and none of this installation's."""
    vlak = plat(zin.w[i])
    alleen = soort(zin.w[i]) == Soort.BLIJFT
    if alleen and vlak in _VOLKEN and zin.s[i - 1] == Soort.NAAM:
        return True
    return alleen and vlak in boek().plaatsen and vlak not in zin.hier
