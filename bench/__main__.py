"""`make bench`: measure, print the table, and keep it in bench/uitkomst.json."""

import json
import os
import platform
from dataclasses import asdict
from datetime import UTC, datetime
from pathlib import Path

from bench import alarm, drempels, intake, maskering
from bench.ronden import RONDEN, Rij

UITKOMST = Path(__file__).parent / "uitkomst.json"


def machine() -> str:
    """Say on what was measured: a figure means nothing without it."""
    return f"{platform.machine()}, {os.cpu_count()} kernen, {platform.system()}, Python {platform.python_version()}"


def toon(rijen: list[Rij]) -> None:
    """Print the table."""
    print(f"{machine()}; mediaan van {RONDEN} ronden om en om, spreiding = kleinste en grootste verhouding\n")
    print(f"{'wat':58} {'waarde':>9} {'basis':>9} {'verhouding':>11} {'spreiding':>15} {'doel':>6}")
    for rij in rijen:
        laag, hoog = rij.spreiding
        gehaald = "gehaald" if rij.gehaald else "niet gehaald"
        print(
            f"{rij.wat:58} {rij.waarde:9.0f} {rij.basis:9.0f} {rij.verhouding:11.2f} "
            f"{laag:9.2f}-{hoog:<5.2f} {rij.doel:6} {gehaald}"
        )


def bewaar(rijen: list[Rij]) -> None:
    """Write what later runs are compared with."""
    uitkomst = {
        "machine": machine(),
        "datum": datetime.now(UTC).date().isoformat(),
        "rijen": [asdict(rij) for rij in rijen],
    }
    UITKOMST.write_text(json.dumps(uitkomst, indent=2, ensure_ascii=False) + "\n")


if __name__ == "__main__":
    gemeten = [intake.meet(), *drempels.meet(), *alarm.meet(), *maskering.meet()]
    toon(gemeten)
    bewaar(gemeten)
