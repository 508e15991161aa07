"""Whether the ratios are what they were: those of this run beside the committed ones."""

import json
from collections.abc import Iterator, Sequence
from pathlib import Path

from bench.ronden import Rij

SPELING = 0.20
"""A ratio may be this much worse: what lies within it is the machine's mood."""


def eerder(bestand: Path) -> dict[str, float]:
    """Read the ratios that were kept, by what was measured."""
    return {rij["wat"]: rij["verhouding"] for rij in json.loads(bestand.read_text(encoding="utf-8"))["rijen"]}


def achteruit(rijen: Sequence[Rij], bewaard: dict[str, float]) -> Iterator[str]:
    """Say, in Dutch, which ratio fell too far. What was not measured before, or not now, is passed over."""
    for rij in rijen:
        was = bewaard.get(rij.wat)
        if was is not None and rij.verhouding < was * (1 - SPELING):
            yield f"{rij.wat}: verhouding {rij.verhouding:.2f}, was {was:.2f} ({rij.verhouding / was - 1:+.0%})"
