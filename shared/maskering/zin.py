"""A text as words in a row, each with what it is and what stands around it."""

import re
from functools import lru_cache

from shared.maskering.aanleiding import AFKORTING, EIND_VAN_EEN_PLEK, NA_EEN_NAAM
from shared.maskering.lijsten import plat
from shared.maskering.woordenboek import Reeks, is_samenstelling, is_woord
from shared.maskering.woordsoort import Soort, soort

WEG = "#"
"""What another kind has found already, and what was masked before, is written over with this."""
_WOORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_NIEUWE_ZIN = re.compile(r"[.!?:\n\r•\"“”„()\[\]{}]")
_AANEEN = frozenset((" ", "-", ". ", ".", " '", " ’", "  "))


class Zin:
    """The words of one text; `w`: as written, `s`: what each is, by itself or by the words around it."""

    def __init__(self, text: str, reeksen: dict[str, tuple[Reeks, ...]]) -> None:
        gevonden = list(_WOORD.finditer(text))
        self.text = text
        self.w = [woord.group() for woord in gevonden]
        self.begin = [woord.start() for woord in gevonden]
        self.eind = [woord.end() for woord in gevonden]
        self.s = list(map(soort, self.w))
        self.boeiend = [i for i, wat in enumerate(self.s) if wat]
        self._laat_staan(reeksen)

    def tussen(self, i: int) -> str:
        """What stands between a word and the one before it."""
        return self.text[self.eind[i - 1] : self.begin[i]] if i else self.text[: self.begin[0]]

    def aan(self, i: int) -> bool:
        """Whether a word follows the one before it directly, as parts of a name do."""
        return 0 < i < len(self.w) and self.tussen(i) in _AANEEN

    def voor(self, i: int) -> str:
        """The word before, if it is in the same sentence; else nothing."""
        return "" if i == 0 or self.begint(i) or WEG in self.tussen(i) else plat(self.w[i - 1])

    def na(self, i: int) -> str:
        """The word after, if nothing but a space or comma is between."""
        return plat(self.w[i + 1]) if i + 1 < len(self.w) and self.tussen(i + 1) in (" ", ", ") else ""

    def begint(self, i: int) -> bool:
        """Whether a sentence, or something like it, begins here: a capital says nothing then."""
        if i == 0:
            return True
        tussen = self.tussen(i)
        if not _NIEUWE_ZIN.search(tussen):
            return False
        return not (tussen.strip() == "." and (len(self.w[i - 1]) == 1 or self.w[i - 1].lower() in AFKORTING))

    def hoofd(self, i: int) -> bool:
        """Whether it is written with a capital."""
        return self.w[i][0].isupper()

    def _laat_staan(self, reeksen: dict[str, tuple[Reeks, ...]]) -> None:
        for i in self.boeiend:
            if self.s[i] is Soort.PLEK:
                self._plek(i)
            elif self.s[i] >= Soort.TUSSENVOEGSEL and (self.hoofd(i) or self.s[i] is Soort.NAAM):
                self._reeks(i, reeksen.get(_eerste(self.w[i]), ()))

    def _reeks(self, i: int, mogelijk: tuple[Reeks, ...]) -> None:
        """`Den Haag`, `Albert Heijn`: what stays and is several words."""
        for reeks in mogelijk:
            if self._heet(i, reeks):
                for plek in range(i, min(i + len(reeks), len(self.w))):
                    if self.begin[plek] < self.begin[i] + sum(map(len, reeks)) + len(reeks):
                        self.s[plek] = Soort.BLIJFT
                return

    def _heet(self, i: int, reeks: Reeks) -> bool:
        stuk = plat(self.text[self.begin[i] : self.begin[i] + sum(map(len, reeks)) + len(reeks)]).replace("-", " ")
        naam = " ".join(reeks)
        return stuk.startswith(naam) and not stuk[len(naam) : len(naam) + 1].isalpha()

    def _plek(self, i: int) -> None:
        """`Burgemeester Wegstapelplein`, `Karel Doormanlaan`: whoever it is called after is no secret."""
        self.s[i] = Soort.BLIJFT
        vlak = plat(self.w[i])
        if not (is_woord(vlak) or is_samenstelling(vlak)):
            while self.aan(i) and self.hoofd(i - 1):
                i -= 1
                self.s[i] = Soort.BLIJFT


@lru_cache(maxsize=4096)
def _eerste(woord: str) -> str:
    return plat(woord).split("-")[0]


def van_een_instelling(zin: Zin, i: int) -> bool:
    """`Reinier de Graaf ziekenhuis`: a name that is no person's any more."""
    return zin.na(i) in NA_EEN_NAAM or zin.na(i) in EIND_VAN_EEN_PLEK
