"""What is made unrecognisable in a text, shown to who typed it: by the masker, and by their own words."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from services.intake.opgave import schoon
from shared.maskering import masker, vind
from shared.maskering.bijzonder import bijzonder, waar
from shared.web.talen import Taal

EIGEN = "weggehaald"
WOORDEN_HOOGSTENS = 50


class Stuk(NamedTuple):
    """A piece of the text. `soort`: what is stored in its place, empty where it stays as it is."""

    tekst: str
    soort: str = ""


def lees_woorden(getypt: str) -> list[str]:
    """Read words to hide, one a line; of too many only so many that `bezwaar` can tell."""
    regels = (" ".join(regel.split()) for regel in schoon(getypt).split("\n"))
    return list(dict.fromkeys(regel for regel in regels if regel))[: WOORDEN_HOOGSTENS + 1]


def erbij(getypt: str, woord: str) -> str:
    """Add a word to those that somebody typed to hide."""
    return "\n".join(dict.fromkeys([*lees_woorden(getypt), *lees_woorden(woord)]))


def stukken(text: str, woorden: Sequence[str]) -> list[Stuk]:
    """Cut a text where something will be made unrecognisable. Where the two touch, one piece covers both."""
    text, plek, delen = schoon(text), 0, list[Stuk]()
    for begin, eind, soort in _samen(sorted([*_gevonden(text), *_eigen(text, woorden)])):
        delen += [Stuk(text[plek:begin]), Stuk(text[begin:eind], soort)]
        plek = eind
    return [stuk for stuk in (*delen, Stuk(text[plek:])) if stuk.tekst]


def verborgen(text: str, woorden: Sequence[str]) -> str:
    """Give the text as it will be stored."""
    return masker("".join(f"[{stuk.soort}]" if stuk.soort else stuk.tekst for stuk in stukken(text, woorden)))


def gevoelig(delen: Sequence[Stuk]) -> list[str]:
    """Name the words about origin, religion or health that stay in a text."""
    return bijzonder("".join(f"[{stuk.soort}]" if stuk.soort else stuk.tekst for stuk in delen))


def niet_in(text: str, woorden: Sequence[str]) -> list[str]:
    """Give the words that the text does not have: a typing error would leave a name standing."""
    return [woord for woord in woorden if not next(_eigen(schoon(text), [woord]), None)]


def bezwaar(text: str, woorden: Sequence[str], taal: Taal) -> str:
    """Say what is wrong with the words to hide; empty: nothing."""
    if len(woorden) > WOORDEN_HOOGSTENS:
        return taal("fout.verberg_veel", hoogstens=WOORDEN_HOOGSTENS)
    missers = niet_in(text, woorden)
    return taal("fout.verberg", woorden=", ".join(missers)) if missers else ""


def _gevonden(text: str) -> Iterator[tuple[int, int, str]]:
    yield from ((vondst.begin, vondst.eind, vondst.soort) for vondst in vind(text))


def _eigen(text: str, woorden: Sequence[str]) -> Iterator[tuple[int, int, str]]:
    for woord in woorden:
        yield from ((begin, eind, EIGEN) for begin, eind in waar(text, woord))


def _samen(plekken: Sequence[tuple[int, int, str]]) -> Iterator[tuple[int, int, str]]:
    """Join pieces that overlap; the masker's word for it wins, since it says more."""
    vorige: tuple[int, int, str] | None = None
    for begin, eind, soort in plekken:
        if vorige and begin < vorige[1]:
            woord = soort if vorige[2] == EIGEN else vorige[2]
            vorige = (vorige[0], max(vorige[1], eind), woord)
            continue
        if vorige:
            yield vorige
        vorige = (begin, eind, soort)
    if vorige:
        yield vorige
