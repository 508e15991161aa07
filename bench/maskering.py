"""How much the masker finds in texts its rules were not written on, what it takes too much, and how long it takes."""

import subprocess
import sys
from collections.abc import Callable, Sequence
from itertools import chain, cycle
from resource import RUSAGE_CHILDREN, getrusage
from time import process_time

from bench.maskeerscore import Score
from bench.maskeerscore import meet as scoor
from bench.proefteksten import lees
from bench.ronden import RONDEN, Rij, grens
from shared.maskering import laat_staan, masker
from shared.profiel import Profielen, laad
from shared.profiel.plaatsnamen import plaatsnamen

PROFIELEN = ("zoetermeer", "leidschendam-voorburg", "koggenland")
GEVONDEN = (
    ("kenmerken", "kenmerken (nummers, adressen, accounts, datums)", 0.99),
    ("naam", "namen", 0.95),
    ("op geen lijst", "- die op geen lijst staan", 0.95),
    ("kleine letters", "- met kleine letters", 0.95),
    ("ook een woord", "- die ook een woord zijn", 0.95),
)
SETS = {
    "eerste set": ("vast",),
    "elfde en twaalfde set": ("elfde", "twaalfde"),
    "tweede tot en met tiende set": (
        *("tweede", "derde", "vierde", "vijfde", "zesde", "zevende", "achtste", "negende", "tiende"),
    ),
}
"""Of the first, eleventh and twelfth only figures were looked at; of the others every miss: what they say flatters."""
LENGTES = ((300, 300), (4000, 3000))
"""Characters, and the microseconds that they may take."""
_START = "from shared.maskering import masker; masker('Mevrouw Jansen woont op nummer 12.')"


def meet() -> list[Rij]:
    """Mask the frozen texts with the names of the shipped profiles left alone, and time it."""
    laat_staan(plaatsnamen(Profielen(laad(naam) for naam in PROFIELEN)))
    figuren = [rij for wat, delen in SETS.items() for rij in _figuren(delen, wat)]
    return [*figuren, *(_duur(tekens, grens) for tekens, grens in LENGTES), _begin()]


def _figuren(delen: Sequence[str], set_: str) -> list[Rij]:
    score = scoor(chain.from_iterable(map(lees, delen)))
    return [*_gevonden(score, set_), *_te_veel(score, set_)]


def _gevonden(score: Score, set_: str) -> list[Rij]:
    return [
        _aandeel(f"{set_}, gemaskeerd: {wat}", score.gevonden[soort], score.alles[soort], doel)
        for soort, wat, doel in GEVONDEN
    ]


def _te_veel(score: Score, set_: str) -> list[Rij]:
    blijft = score.gewoon - score.gewoon_gemaskeerd
    return [
        _aandeel(f"{set_}, van wat gemaskeerd is: werkelijk van iemand", score.raak, score.vondsten, 0.9),
        _aandeel(f"{set_}, gewone woorden die blijven staan", blijft, score.gewoon, 0.95),
    ]


def _aandeel(wat: str, deel: int, alles: int, doel: float) -> Rij:
    verhouding = deel / alles
    return Rij(wat, deel, alles, round(verhouding, 3), (round(verhouding, 3),) * 2, doel, verhouding >= doel)


def _duur(tekens: int, hoogstens: int) -> Rij:
    """Time pieces of the texts one after the other, as they would come in."""
    alles = "\n".join(proef.tekst for proef in lees("vast"))
    stukken = cycle([alles[begin : begin + tekens] for begin in range(0, len(alles) - tekens, tekens)])
    tijden = [_microseconden(lambda: masker(next(stukken)), 40) for _ in range(RONDEN)]
    return grens(f"maskeren van {tekens} tekens (µs, basis: hoogstens)", tijden, hoogstens)


def _begin() -> Rij:
    """Time a fresh process with its first text, less the start of Python itself."""
    tijden = []
    for _ in range(RONDEN):
        kaal, vol = (_seconden(opdracht) for opdracht in ("pass", _START))
        tijden.append((vol - kaal) * 1e6)
    return grens("laden tot en met de eerste tekst (µs, basis: hoogstens)", tijden, 1_000_000)


def _microseconden(doe: Callable[[], object], keer: int) -> float:
    begin = process_time()
    for _ in range(keer):
        doe()
    return (process_time() - begin) / keer * 1e6


def _seconden(opdracht: str) -> float:
    """Give processor time: what else the machine does is no matter of the masker's."""
    begin = getrusage(RUSAGE_CHILDREN)
    subprocess.run([sys.executable, "-c", opdracht], check=True)
    eind = getrusage(RUSAGE_CHILDREN)
    return eind.ru_utime - begin.ru_utime + eind.ru_stime - begin.ru_stime
