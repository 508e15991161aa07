"""`make bench`: measure, print the table, and compare it with what was kept, or keep it."""

import argparse
import json
import os
import platform
import sys
from collections.abc import Sequence
from dataclasses import asdict
from datetime import UTC, datetime
from time import perf_counter

from bench.banken import GEWOON, GROOT, Bank, Delen
from bench.regressie import SPELING, achteruit, eerder
from bench.ronden import Rij
from bench.tabel import getal, zet_in


def machine() -> str:
    """Say on what was measured: a figure means nothing without it."""
    return f"{platform.machine()}, {os.cpu_count()} kernen, {platform.system()}, Python {platform.python_version()}"


def meet(delen: Delen) -> list[Rij]:
    """Measure these parts and print each when it is there."""
    print(f"{machine()}; mediaan van ten minste 5 ronden om en om, spreiding = kleinste en grootste verhouding\n")
    print(f"{'wat':72} {'waarde':>9} {'basis':>9} {'verhouding':>11} {'spreiding':>15} {'doel':>6}")
    rijen: list[Rij] = []
    for naam, meting in delen.items():
        vanaf = perf_counter()
        gemeten = meting()
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


def bewaar(rijen: Sequence[Rij], bank: Bank) -> None:
    """Write what later runs are compared with, and what the page shows."""
    uitkomst = {
        "machine": machine(),
        "datum": datetime.now(UTC).date().isoformat(),
        "rijen": [asdict(rij) for rij in rijen],
    }
    bank.uitkomst.write_text(json.dumps(uitkomst, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")
    zet_in(bank.blad, bank.uitkomst)


def lees_woorden(argv: Sequence[str] | None = None) -> argparse.Namespace:
    """Read what is asked; exit code 2 on what cannot be."""
    parser = argparse.ArgumentParser(prog="make bench", description="Meet naast een ijkpunt uit dezelfde ronde.")
    parser.add_argument("delen", nargs="*", metavar="deel", help=f"alleen deze delen: {', '.join(GEWOON.delen)}")
    parser.add_argument("--groot", action="store_true", help=f"over een lang verleden: {', '.join(GROOT.delen)}")
    parser.add_argument("--vergelijk", action="store_true", help=f"fout als iets meer dan {SPELING:.0%}% terugloopt")
    parser.add_argument("--bewaar", action="store_true", help="zet de uitkomst in het bestand en op de pagina")
    woorden = parser.parse_args(argv)
    woorden.bank = GROOT if woorden.groot else GEWOON
    if vreemd := set(woorden.delen) - set(woorden.bank.delen):
        parser.error(f"onbekend deel: {', '.join(sorted(vreemd))}; kies uit {', '.join(woorden.bank.delen)}")
    if woorden.bewaar and woorden.delen:
        parser.error("--bewaar gaat alleen met alle delen: anders verdwijnen de andere regels")
    return woorden


def main() -> None:
    """Do what the words ask; exit code 1 when a ratio fell too far."""
    woorden = lees_woorden()
    bank: Bank = woorden.bank
    rijen = meet({naam: meting for naam, meting in bank.delen.items() if naam in woorden.delen or not woorden.delen})
    klachten = list(achteruit(rijen, eerder(bank.uitkomst))) if woorden.vergelijk else []
    for klacht in klachten:
        print(f"achteruit: {klacht}", file=sys.stderr)
    if woorden.bewaar:
        bewaar(rijen, bank)
    raise SystemExit(bool(klachten))


if __name__ == "__main__":
    main()
