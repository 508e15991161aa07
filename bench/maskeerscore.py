"""How much of what identifies people the masker finds, and how many ordinary words it takes with it."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from bench.proefteksten import Gegeven, Proeftekst
from shared.maskering import Vondst, vind
from shared.maskering.lijsten import eigen_namen, plat
from shared.maskering.woordenboek import boek

_WOORD = re.compile(r"\w+")
_IN_EEN_NAAM = frozenset(["van", "de", "den", "der", "ter", "ten", "te", "t", "het", "el", "al", "bin", "ben", "la"])


@dataclass
class Score:
    """Counts per category (`gevonden` of `alles`), of finds that identify somebody, and of ordinary words masked."""

    alles: Counter[str] = field(default_factory=Counter)
    gevonden: Counter[str] = field(default_factory=Counter)
    raak: int = 0
    vondsten: int = 0
    gewoon: int = 0
    gewoon_gemaskeerd: int = 0

    def deel(self, categorie: str) -> float:
        """Give the share that is found."""
        return self.gevonden[categorie] / self.alles[categorie]


def meet(proeven: Iterable[Proeftekst]) -> Score:
    """Mask every text and count."""
    score = Score()
    for proef in proeven:
        vondsten = vind(proef.tekst)
        for gegeven in proef.gegevens:
            gezien = is_weg(proef.tekst, gegeven, vondsten)
            for categorie in categorieen(proef.tekst, gegeven):
                score.alles[categorie] += 1
                score.gevonden[categorie] += gezien
        _tel_de_rest(score, proef, vondsten)
    return score


def is_weg(tekst: str, gegeven: Gegeven, vondsten: list[Vondst]) -> bool:
    """Whether no word of it is left, but for a `van der` that says nothing by itself."""
    return all(
        _gedekt(woord.start() + gegeven.begin, woord.end() + gegeven.begin, vondsten)
        for woord in _WOORD.finditer(tekst[gegeven.begin : gegeven.eind])
        if gegeven.soort != "naam" or woord.group() not in _IN_EEN_NAAM
    )


def categorieen(tekst: str, gegeven: Gegeven) -> Iterator[str]:
    """Name every row of the table that it counts in."""
    yield gegeven.soort
    if gegeven.soort != "naam":
        yield "kenmerken"
        return
    naam = tekst[gegeven.begin : gegeven.eind]
    delen = {plat(deel) for deel in re.findall(r"[^\W\d_]+", naam)} - _IN_EEN_NAAM
    altijd, soms = eigen_namen()
    if not delen & (boek().namen | altijd | soms):
        yield "op geen lijst"
    if naam == naam.lower():
        yield "kleine letters"
    if gegeven.woord:
        yield "ook een woord"


def _tel_de_rest(score: Score, proef: Proeftekst, vondsten: list[Vondst]) -> None:
    score.vondsten += len(vondsten)
    score.raak += sum(any(v.begin < g.eind and g.begin < v.eind for g in proef.gegevens) for v in vondsten)
    for woord in _WOORD.finditer(proef.tekst):
        if not any(gegeven.begin < woord.end() and woord.start() < gegeven.eind for gegeven in proef.gegevens):
            score.gewoon += 1
            score.gewoon_gemaskeerd += _gedekt(woord.start(), woord.end(), vondsten)


def _gedekt(begin: int, eind: int, vondsten: list[Vondst]) -> bool:
    return any(vondst.begin <= begin and eind <= vondst.eind for vondst in vondsten)
