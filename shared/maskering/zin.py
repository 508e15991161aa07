"""A text as words in a row, each with what it is and what stands around it."""

import re
from functools import lru_cache
from itertools import accumulate, compress

from shared.maskering.aanleiding import AFKORTING, EIND_VAN_EEN_PLEK, NA_EEN_NAAM
from shared.maskering.blijvend import Blijvend
from shared.maskering.lijsten import plat
from shared.maskering.woordenboek import Reeks, is_samenstelling, is_woord
from shared.maskering.woordsoort import Soort, soort

WEG = "#"
"""What another kind has found already, and what was masked before, is written over with this."""
_WOORD = re.compile(r"([^\W\d_]+(?:['’-][^\W\d_]+)*)")
_NIEUWE_ZIN = re.compile(r"[.!?:\n\r•\"“”„()\[\]{}]")
_NA_EEN_NAAM = NA_EEN_NAAM.union(EIND_VAN_EEN_PLEK)
_AANEEN = frozenset((" ", "-", ". ", ".", " '", " ’", "  "))


class Zin:
    """The words of one text; `w`: as written, `s`: what each is, by itself or by the words around it."""

    def __init__(self, text: str, blijft: Blijvend) -> None:
        delen = _in_woorden(text)
        grenzen = list(accumulate(map(len, delen)))
        self.text = text
        self.w = delen[1::2]
        self.begin, self.eind = grenzen[:-1:2], grenzen[1::2]
        self._tussen = delen[:-1:2]
        self.s = list(map(soort, self.w))
        self.hier = blijft.hier
        self.boeiend = list(compress(range(len(self.w)), self.s))
        self._laat_staan(blijft)

    def tussen(self, i: int) -> str:
        """What stands between a word and the one before it."""
        return self._tussen[i]

    def aan(self, i: int) -> bool:
        """Whether a word follows the one before it directly, as parts of a name do."""
        return 0 < i < len(self.w) and self._tussen[i] in _AANEEN

    def voor(self, i: int) -> str:
        """The word before, if it is in the same sentence; else nothing."""
        if i and self._tussen[i] == " ":  # nearly always
            return plat(self.w[i - 1])
        return "" if self.begint(i) or WEG in self._tussen[i] else plat(self.w[i - 1])

    def na(self, i: int) -> str:
        """The word after, if nothing but a space or comma is between."""
        return plat(self.w[i + 1]) if i + 1 < len(self.w) and self._tussen[i + 1] in (" ", ", ") else ""

    def begint(self, i: int) -> bool:
        """Whether a sentence, or something like it, begins here: a capital says nothing then."""
        if i == 0:
            return True
        tussen = self._tussen[i]
        if tussen == " " or not _breekt_af(tussen):  # nearly always
            return False
        return not (tussen.strip() == "." and (len(self.w[i - 1]) == 1 or self.w[i - 1].lower() in AFKORTING))

    def hoofd(self, i: int) -> bool:
        """Whether it is written with a capital."""
        return self.w[i][0].isupper()

    def _laat_staan(self, blijft: Blijvend) -> None:
        for i in self.boeiend:
            if self.s[i] == Soort.PLEK:
                self._plek(i)
            elif (eerste := _eerste_deel(self.w[i])) in blijft.eersten and self._kan_blijven(i):
                for deel in (eerste, self._eerste_twee(i)):
                    if mogelijk := blijft.reeksen.get(deel):
                        self._reeks(i, mogelijk)

    def _kan_blijven(self, i: int) -> bool:
        return self.s[i] == Soort.NAAM or (self.hoofd(i) and self.s[i] >= Soort.TUSSENVOEGSEL)

    def _eerste_twee(self, i: int) -> str:
        delen = plat(self.w[i]).replace("-", " ").split(" ", 2)
        volgende = plat(self.w[i + 1]).split("-", 1)[0] if len(delen) == 1 and i + 1 < len(self.w) else ""
        return " ".join((*delen[:2], volgende)).strip()

    def _reeks(self, i: int, mogelijk: tuple[Reeks, ...]) -> None:
        """`Den Haag`, `Albert Heijn`: what stays and is several words."""
        for reeks in mogelijk:
            naam = " ".join(reeks)
            stuk = plat(self.text[self.begin[i] : self.begin[i] + len(naam) + 1]).replace("-", " ")
            if stuk.startswith(naam) and not stuk[len(naam) :].isalpha():
                for plek in range(i, min(i + len(reeks), len(self.w))):
                    if self.begin[plek] < self.begin[i] + len(naam):
                        self.s[plek] = Soort.BLIJFT
                return

    def _plek(self, i: int) -> None:
        """`Burgemeester Wegstapelplein`, `Karel Doormanlaan`: whoever it is called after is no secret."""
        self.s[i] = Soort.BLIJFT
        vlak = plat(self.w[i])
        if not (is_woord(vlak) or is_samenstelling(vlak)):
            while self.aan(i) and self.hoofd(i - 1):
                i -= 1
                self.s[i] = Soort.BLIJFT


def _in_woorden(text: str) -> list[str]:
    """What stands between, a word, what stands between, …: most pieces between two spaces are a word as they are."""
    delen: list[str] = []
    tussen = ""
    for stuk in text.split(" "):
        if stuk.isalpha():
            delen += (tussen, stuk)
            tussen = " "
        else:
            eerste, *meer = _ontleed(stuk)
            delen += (tussen + eerste, *meer)
            tussen = delen.pop() + " "
    delen.append(tussen[:-1])
    return delen


@lru_cache(maxsize=4096)
def _ontleed(stuk: str) -> list[str]:
    return _WOORD.split(stuk)


@lru_cache(maxsize=1024)
def _breekt_af(tussen: str) -> bool:
    return _NIEUWE_ZIN.search(tussen) is not None


@lru_cache(maxsize=16384)
def _eerste_deel(woord: str) -> str:
    return plat(woord).split("-", 1)[0]


def van_een_instelling(zin: Zin, i: int) -> bool:
    """`Reinier de Graaf ziekenhuis`: a name that is no person's any more."""
    erna = zin.na(i)
    if erna not in _NA_EEN_NAAM or zin.tussen(i + 1) != " ":
        return False
    return erna != "weg" or zin.text[zin.eind[i + 1] :][:2].strip().isdigit()
