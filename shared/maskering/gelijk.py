"""Characters that look the same become the same, one for one: places in the text do not move."""

import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache

from shared.maskering.cijfers import cijfers

_STREEPJES = "‐‑‒–—―−﹣－"
_SPATIES = "\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000"
_ONZICHTBAAR = "\u00ad\u200b\u200c\u200d\u2060\ufeff"


class _Tabel(dict[int, str]):
    """Filled while it is used: there are hundreds of digits in Unicode, a text has a few."""

    def __missing__(self, code: int) -> str:
        teken = chr(code)
        cijfer = unicodedata.decimal(teken, -1)
        breed = unicodedata.normalize("NFKC", teken)
        self[code] = str(cijfer) if cijfer >= 0 else breed if len(breed) == 1 and breed.isascii() else teken
        return self[code]


_TABEL = _Tabel(
    {ord(teken): "-" for teken in _STREEPJES}
    | {ord(teken): " " for teken in _SPATIES}
    | {ord(teken): " " for teken in _ONZICHTBAAR}
)

_AFGEBROKEN = re.compile(r"\n(?<=[0-9-]\n)(?=[0-9])")
_VAN_DER = re.compile(r"(?<!\w)[vV]/d(?!\w)")
_LETTERS = bytes(teken if ord("a") <= teken <= ord("z") else ord(" ") for teken in range(256))
_BEGIN = re.compile(rb" ([a-z]{3})")
_GEVRAAGD: set[bytes] = set()
"""All that `per_begin` was ever given, while modules are loaded."""
_LETTER_O = re.compile(
    r"[oO](?<![^\W_].)(?=[ .-]{0,3}6[ .-]{0,3}[0-9])|[oO](?<=[0-9].)(?=[0-9])|[oO](?<=[0-9]{6}.)(?!\w)"
)
"""`O6-12345678`, `061234567o`: the key beside the nought."""
_ANDERS = re.compile(r"[^\x00-\x9f\xa1-\xac\xae-\u024f’]")
"""Beyond the letters of Europe; they need no change."""


def gelijk(text: str) -> str:
    """The text in plain digits, dashes and spaces, of the same length."""
    if not text.isascii() and _ANDERS.search(text):
        text = text.translate(_TABEL)
    if "\n" in text:
        text = _AFGEBROKEN.sub(" ", text)
    if "v/d" in text or "V/d" in text:
        text = _VAN_DER.sub("vd ", text)
    return _LETTER_O.sub("0", text) if noemt(text, "o6", "o 6", "o-6") or _cijfer_en_o(text) else text


def _cijfer_en_o(text: str) -> bool:
    return any(text[reeks.eind : reeks.eind + 1] in ("o", "O") for reeks in cijfers(text).alle)


def noemt(text: str, *woorden: str) -> bool:
    """Whether one of these stands in it, in any case: a cheap question before a dear one."""
    klein = _klein(text)
    for woord in woorden:  # noqa: SIM110  # twice as fast as any(), and asked often
        if woord in klein:
            return True
    return False


def waar(text: str, *woorden: str) -> list[int]:
    """Where each of these stands, in any case: without a search by pattern at every place in the text."""
    klein = _klein(text)
    gevonden = []
    for woord in woorden:
        if woord not in klein:  # nearly always, and twice as fast as `find`
            continue
        plek = klein.find(woord)
        while plek >= 0:
            gevonden.append(plek)
            plek = klein.find(woord, plek + 1)
    return gevonden


def waar_begint(text: str, woorden: Mapping[bytes, Sequence[str]]) -> list[int]:
    """Where a word begins with one of these, which are given by their first three letters."""
    mogelijk = [woord for kop in _beginnen(text) if kop in woorden for woord in woorden[kop]]
    return [plek for plek in waar(text, *mogelijk) if not text[plek - 1 : plek].isalnum()] if mogelijk else []


def per_begin(woorden: Iterable[str]) -> dict[bytes, list[str]]:
    """Order words by their first three letters, for `waar_begint`."""
    alle: dict[bytes, list[str]] = {}
    for woord in woorden:
        alle.setdefault(woord[:3].encode(), []).append(woord)
    _GEVRAAGD.update(alle)
    return alle


@lru_cache(maxsize=4)
def _klein(text: str) -> str:
    klein = text.lower()
    return klein if len(klein) == len(text) else "".join(teken.lower()[0] for teken in text)  # `İ` becomes two


@lru_cache(maxsize=4)
def _beginnen(text: str) -> set[bytes]:
    """Give how words begin, of what is ever asked for; what is no letter of ours ends a word: too many is no harm."""
    letters = _klein(text).encode("latin-1", "replace").translate(_LETTERS)
    return _GEVRAAGD.intersection(_BEGIN.findall(b" " + letters))
