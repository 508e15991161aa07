"""Two things measured in turn, round after round, so that a busy machine slows both alike."""

import json
import subprocess
import sys
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from statistics import median
from typing import Any

from bench.belasting import Opdracht

RONDEN = 5


@dataclass(frozen=True)
class Rij:
    """One line: a figure, its baseline of the same run, and what was aimed for. A higher ratio is better."""

    wat: str
    waarde: float
    basis: float
    verhouding: float
    spreiding: tuple[float, float]
    doel: float
    gehaald: bool


Paar = tuple[float, float]
"""What was measured in one round, and its baseline."""
Meting = Callable[[], float]


def vergelijk(wat: str, *, doel: float, waarde: Meting, basis: Meting, ronden: int = RONDEN) -> Rij:
    """Compare rates, measured in alternation: the median of the ratios of the rounds, and as spread its extremes."""
    return rij(wat, om_en_om(waarde, basis, ronden), doel=doel)


def vergelijk_duur(wat: str, *, hoogstens: float, waarde: Meting, basis: Meting, ronden: int = RONDEN) -> Rij:
    """Compare durations: the figure may take `hoogstens` times what its baseline takes."""
    return rij_van_duren(wat, om_en_om(waarde, basis, ronden), hoogstens=hoogstens)


def om_en_om(waarde: Meting, basis: Meting, ronden: int = RONDEN) -> list[Paar]:
    """Measure both in every round; each comes second as often as the other, give or take one."""
    return [(waarde(), basis()) if ronde % 2 else (basis(), waarde())[::-1] for ronde in range(ronden)]


def rij(wat: str, paren: Sequence[Paar], *, doel: float) -> Rij:
    """Make a line of rates."""
    return _rij(wat, paren, sorted(een / ander for een, ander in paren), doel)


def rij_van_duren(wat: str, paren: Sequence[Paar], *, hoogstens: float) -> Rij:
    """Make a line of durations; the ratio is turned round, so that higher is better here as well."""
    return _rij(wat, paren, sorted(ander / een for een, ander in paren), round(1 / hoogstens, 3))


def grens(wat: str, waarden: Sequence[float], hoogstens: float) -> Rij:
    """Hold figures against the most that they may be."""
    return rij_van_duren(wat, [(waarde, hoogstens) for waarde in waarden], hoogstens=1)


def _rij(wat: str, paren: Sequence[Paar], verhoudingen: Sequence[float], doel: float) -> Rij:
    midden = median(verhoudingen)
    return Rij(
        wat,
        waarde=round(median(een for een, _ in paren), 2),
        basis=round(median(ander for _, ander in paren), 2),
        verhouding=round(midden, 3),
        spreiding=(round(verhoudingen[0], 3), round(verhoudingen[-1], 3)),
        doel=doel,
        gehaald=midden >= doel,
    )


def per_seconde(opdracht: Opdracht, *, verwacht: int) -> float:
    """Load a server and return how many answers came a second."""
    return float(belast(opdracht, verwacht=verwacht)["per_seconde"])


def p50(opdracht: Opdracht, *, verwacht: int) -> float:
    """Load a server and return within how many milliseconds half of the answers came."""
    return float(belast(opdracht, verwacht=verwacht)["p50_ms"])


def belast(opdracht: Opdracht, *, verwacht: int) -> dict[str, Any]:
    """Run the load in a process of its own; every answer must have the expected status.

    Raises:
        RuntimeError: there were other answers, or none: then the figure would say nothing.
    """
    klaar = subprocess.run(
        [sys.executable, "-m", "bench.belasting"],
        input=json.dumps(asdict(opdracht)),
        capture_output=True,
        text=True,
        check=True,
    )
    uitslag: dict[str, Any] = json.loads(klaar.stdout)
    if set(uitslag["codes"]) != {str(verwacht)}:
        raise RuntimeError(f"expected only {verwacht}, got {uitslag['codes']}")
    return uitslag
