"""Two things measured in turn, round after round, so that a busy machine slows both alike."""

import json
import subprocess
import sys
from collections.abc import Callable
from dataclasses import asdict, dataclass
from statistics import median

from bench.belasting import Opdracht

RONDEN = 7


@dataclass(frozen=True)
class Rij:
    """One line of the table: a figure, its baseline of the same run, and what was aimed for."""

    wat: str
    waarde: float
    basis: float
    verhouding: float
    spreiding: tuple[float, float]
    doel: float
    gehaald: bool


def vergelijk(wat: str, *, doel: float, waarde: Callable[[], float], basis: Callable[[], float]) -> Rij:
    """Measure both in alternation; the ratio is the median of the rounds' ratios, the spread its extremes."""
    paren = [(waarde(), basis()) if ronde % 2 else (basis(), waarde())[::-1] for ronde in range(RONDEN)]
    verhoudingen = sorted(een / ander for een, ander in paren)
    midden = median(verhoudingen)
    return Rij(
        wat,
        waarde=round(median(een for een, _ in paren), 1),
        basis=round(median(ander for _, ander in paren), 1),
        verhouding=round(midden, 3),
        spreiding=(round(verhoudingen[0], 3), round(verhoudingen[-1], 3)),
        doel=doel,
        gehaald=midden >= doel,
    )


def per_seconde(opdracht: Opdracht, *, verwacht: int) -> float:
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
    uitslag = json.loads(klaar.stdout)
    if set(uitslag["codes"]) != {str(verwacht)}:
        raise RuntimeError(f"expected only {verwacht}, got {uitslag['codes']}")
    return float(uitslag["per_seconde"])
