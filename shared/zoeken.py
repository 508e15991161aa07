"""Looking for something across services: the one shape in which each says what it found."""

import re
from collections.abc import Awaitable, Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from shared.kortnummer import staart
from shared.woordvormen import Spelling, spellingen, stam

KORTSTE, LANGSTE = 3, 80
HOOGSTENS = 20
"""Of each service; who finds as many looks for something more precise."""
LANG = 4
"""A shorter word names something only as a whole: `COA`."""
WOORDEN_ERVOOR, WOORDEN_ERNA, FRAGMENT = 5, 10, 160
"""How much of a text is shown around a word, in words and in signs."""
_NUMMER = re.compile(r"[0-9a-f]{6,8}(-[0-9a-f-]{0,27})?")
_VOLGCODE = re.compile(r"(?=.*[0-9-])\w{5}([\s\u00a0\u2010\u2011\u2013\u2014-]?\w{5}){3}")
_VOOR_EEN_WOORD = ("", "% ", "%\n")


@dataclass(frozen=True, slots=True)
class Zoekvraag:
    """What somebody typed, in small letters, as separate words. All of them must be there, each in any of its forms."""

    woorden: tuple[str, ...]
    staart: str | None = None
    """How an id ends, if what was typed is a short number."""

    @property
    def patronen(self) -> tuple[tuple[str, ...], ...]:
        """Per word its patterns of SQL, for a text in small letters: one of each word must fit."""
        return tuple(patronen(woord) for woord in self.woorden)

    @property
    def nummer(self) -> str | None:
        """The beginning of an id, if that is what was typed."""
        enig = self.woorden[0] if len(self.woorden) == 1 else ""
        return enig if _NUMMER.fullmatch(enig) else None

    def staat_in(self, tekst: str) -> bool:
        """Say whether every word stands in a text."""
        return all(_plek(woord, tekst) for woord in self.woorden)

    def fragment(self, teksten: Sequence[str]) -> str:
        """Give what stands around the first word that one of the texts has; else how the first of them begins."""
        plekken = ((tekst, _plek(woord, tekst)) for tekst in teksten for woord in self.woorden)
        tekst, plek = next(((tekst, plek) for tekst, plek in plekken if plek), (next(iter(teksten), ""), None))
        return _rondom(tekst, plek.start() if plek else 0)


@dataclass(frozen=True, slots=True)
class Vondst:
    """Something that was found: what it is, and the page on which it stands."""

    soort: str
    naam: str
    pad: str
    op: datetime | None = None
    toelichting: str = ""
    fragment: str = ""
    """What was written around a word that was looked for; only for who may read it."""


Zoeker = Callable[..., Awaitable[Sequence[Vondst]]]
"""Called with who looks (`shared.web.Wie`), a `Zoekvraag` and now; gives only what that role may see there."""


def lees_zoekvraag(getypt: str) -> Zoekvraag | None:
    """Read what was typed; None where it is too short or too long to look for."""
    schoon = re.sub(r"[%_\\]", " ", getypt).lower().split()
    samen = " ".join(schoon)
    return Zoekvraag(tuple(dict.fromkeys(schoon)), staart(samen)) if KORTSTE <= len(samen) <= LANGSTE else None


def lijkt_volgcode(getypt: str) -> bool:
    """Say whether a reporter's code was typed, or nearly: that is looked up elsewhere, and nowhere written down."""
    return _VOLGCODE.fullmatch(getypt.strip()) is not None


def patronen(woord: str) -> tuple[str, ...]:
    """Give the patterns of SQL of one word in every form.

    A letter that is no plain one fits any sign: SQLite makes no small letter of a capital with an accent, PostgreSQL
    does, and both must find the same.
    """
    return tuple(patroon for spelling in spellingen(woord) for patroon in _patronen(spelling))


def _patronen(spelling: Spelling) -> Iterable[str]:
    letters = "".join(letter if letter.isascii() else "_" for letter in spelling.letters)
    if not spelling.vooraan:
        return [f"%{letters}%"]
    return [f"{voor}{begin}{letters}%" for voor in _VOOR_EEN_WOORD for begin in ("", "ge")]


def _plek(woord: str, tekst: str) -> re.Match[str] | None:
    """Find the first place of a word in a text, in any form, as the patterns find it."""
    return re.search("|".join(map(_zoekbaar, spellingen(woord))), tekst, re.IGNORECASE)


def _zoekbaar(spelling: Spelling) -> str:
    letters = "".join(re.escape(letter) if letter.isascii() else "." for letter in spelling.letters)
    return rf"(?<!\S)(?:ge)?{letters}" if spelling.vooraan else letters


def _rondom(tekst: str, plek: int) -> str:
    """Cut out so many words around a place, with a sign where there is more."""
    woorden = list(re.finditer(r"\S+", tekst))
    hier = max((nummer for nummer, woord in enumerate(woorden) if woord.start() <= plek), default=0)
    van, tot = max(0, hier - WOORDEN_ERVOOR), hier + WOORDEN_ERNA
    deel = " ".join(woord[0] for woord in woorden[van:tot])
    meer = tot < len(woorden) or len(deel) > FRAGMENT
    return f"{'… ' if van else ''}{deel[:FRAGMENT].rstrip()}{' …' if meer else ''}"


def noemt(naam: str, woord: str) -> bool:
    """Say whether a typed word is one of a name, begins one, or is another form of one."""
    delen = re.findall(r"\w+", naam.lower())
    return woord in delen or (len(woord) >= LANG and any(_zelfde(deel, woord) for deel in delen))


def _zelfde(deel: str, woord: str) -> bool:
    return deel.startswith(woord) or stam(deel) == stam(woord)


def een_van(kolom: str, per_woord: Sequence[Sequence[str]]) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Write as SQL that every word stands in a column, in one of its forms."""
    return tuple((f"({' OR '.join([f'LOWER({kolom}) LIKE ?'] * len(vormen))})", tuple(vormen)) for vormen in per_woord)
