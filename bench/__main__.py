"""`make bench`: measure, print the table, and compare it with bench/uitkomst.json, or keep it there."""

import argparse
import json
import os
import platform
import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict
from datetime import UTC, datetime
from pathlib import Path
from time import perf_counter

from bench import (
    afnemer,
    alarm,
    alarmlast,
    begin,
    coa,
    drempels,
    grootboek,
    herbouw,
    intake,
    invoer,
    maskering,
    outbox,
    overbelasting,
    weekbeeld,
    zichtbaar,
)
from bench.regressie import SPELING, achteruit, eerder
from bench.ronden import Rij
from bench.tabel import getal, zet_in

UITKOMST = Path(__file__).parent / "uitkomst.json"
LEESMIJ = UITKOMST.parent.parent / "README.md"
DELEN: Mapping[str, Callable[[], Sequence[Rij]]] = {
    "intake": intake.meet,
    "drempels": drempels.meet,
    "alarm": alarm.meet,
    "alarmlast": alarmlast.meet,
    "maskering": maskering.meet,
    "grootboek": grootboek.meet,
    "outbox": outbox.meet,
    "coa": coa.meet,
    "herbouw": herbouw.meet,
    "afnemer": afnemer.meet,
    "zichtbaar": zichtbaar.meet,
    "weekbeeld": weekbeeld.meet,
    "begin": begin.meet,
    "invoer": invoer.meet,
    "overbelasting": overbelasting.meet,
}


def machine() -> str:
    """Say on what was measured: a figure means nothing without it."""
    return f"{platform.machine()}, {os.cpu_count()} kernen, {platform.system()}, Python {platform.python_version()}"


def meet(namen: Sequence[str]) -> list[Rij]:
    """Measure these parts and print each when it is there."""
    print(f"{machine()}; mediaan van ten minste 5 ronden om en om, spreiding = kleinste en grootste verhouding\n")
    print(f"{'wat':72} {'waarde':>9} {'basis':>9} {'verhouding':>11} {'spreiding':>15} {'doel':>6}")
    rijen: list[Rij] = []
    for naam in namen:
        vanaf = perf_counter()
        gemeten = DELEN[naam]()
        rijen += gemeten
        for rij in gemeten:
            print(_regel(rij))
        print(f"  ({naam}: {perf_counter() - vanaf:.0f} s, belasting {os.getloadavg()[0]:.1f})", flush=True)
    return rijen


def _regel(rij: Rij) -> str:
    laag, hoog = rij.spreiding
    gehaald = "gehaald" if rij.gehaald else "niet gehaald"
    return (
        f"{rij.wat:72} {getal(rij.waarde):>9} {getal(rij.basis):>9} {rij.verhouding:11.2f} "
        f"{laag:9.2f}-{hoog:<5.2f} {rij.doel:6.2f} {gehaald}"
    )


def bewaar(rijen: Sequence[Rij]) -> None:
    """Write what later runs are compared with, and what README.md shows."""
    uitkomst = {
        "machine": machine(),
        "datum": datetime.now(UTC).date().isoformat(),
        "rijen": [asdict(rij) for rij in rijen],
    }
    UITKOMST.write_text(json.dumps(uitkomst, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")
    zet_in(LEESMIJ, UITKOMST)


def lees_woorden(argv: Sequence[str] | None = None) -> argparse.Namespace:
    """Read what is asked; exit code 2 on what cannot be."""
    parser = argparse.ArgumentParser(prog="make bench", description="Meet naast een ijkpunt uit dezelfde ronde.")
    parser.add_argument("delen", nargs="*", metavar="deel", help=f"alleen deze delen: {', '.join(DELEN)}")
    parser.add_argument("--vergelijk", action="store_true", help=f"fout als iets meer dan {SPELING:.0%}% terugloopt")
    parser.add_argument("--bewaar", action="store_true", help=f"zet de uitkomst in {UITKOMST.name} en README.md")
    woorden = parser.parse_args(argv)
    if vreemd := set(woorden.delen) - set(DELEN):
        parser.error(f"onbekend deel: {', '.join(sorted(vreemd))}; kies uit {', '.join(DELEN)}")
    if woorden.bewaar and woorden.delen:
        parser.error("--bewaar gaat alleen met alle delen: anders verdwijnen de andere regels")
    return woorden


def main() -> None:
    """Do what the words ask; exit code 1 when a ratio fell too far."""
    woorden = lees_woorden()
    rijen = meet(woorden.delen or list(DELEN))
    klachten = list(achteruit(rijen, eerder(UITKOMST))) if woorden.vergelijk else []
    for klacht in klachten:
        print(f"achteruit: {klacht}", file=sys.stderr)
    if woorden.bewaar:
        bewaar(rijen)
    raise SystemExit(bool(klachten))


if __name__ == "__main__":
    main()
