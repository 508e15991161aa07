"""The campaign of kills as a program: histories by seed, and the table for docs/storingen.md.

    python -m tests.faults.campagne --vanaf 0 --aantal 20 --sneden 26     # about five hundred kills
    python -m tests.faults.campagne --vanaf 7 --aantal 1                  # plays one history again

Exit code 1 when anything was lost, doubled or turned round.
"""

import argparse
import traceback
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.faults.geschiedenis import SOORTEN, Verloop, speel

KOP = (
    "| gedood | geschiedenissen | kills | gemeld | bevestigd | verloren | dubbel | uit volgorde |\n" + "|---" * 8 + "|"
)


def rij(soort: str, verlopen: Sequence[Verloop]) -> str:
    """Return the row of one kind."""
    getallen = (
        len(verlopen),
        sum(een.gedood for een in verlopen),
        sum(een.standen.gemeld for een in verlopen),
        sum(len(een.standen.ontvangen) for een in verlopen),
        sum(len(een.oordeel.verloren) for een in verlopen),
        sum(len(een.oordeel.dubbel) for een in verlopen),
        sum(len(een.oordeel.volgorde) for een in verlopen),
    )
    return f"| {soort} | " + " | ".join(map(str, getallen)) + " |"


def main() -> None:
    """Play the histories, one after another, and say how each went."""
    parser = argparse.ArgumentParser(prog="python -m tests.faults.campagne")
    parser.add_argument("--vanaf", type=int, default=0, help="the first seed")
    parser.add_argument("--aantal", type=int, default=20, help="how many histories")
    parser.add_argument("--sneden", type=int, default=26, help="faults in each")
    woorden = parser.parse_args()
    zaden = range(woorden.vanaf, woorden.vanaf + woorden.aantal)
    verlopen = [verloop for zaad in zaden if (verloop := probeer(zaad, woorden.sneden))]
    per_soort = {soort: [een for een in verlopen if een.soort == soort] for soort in SOORTEN}
    tabel = [KOP, *(rij(soort, deze) for soort, deze in per_soort.items() if deze), rij("samen", verlopen)]
    print("\n".join(tabel))  # noqa: T201
    raise SystemExit(len(verlopen) < len(zaden) or not all(een.oordeel.goed for een in verlopen))


def probeer(zaad: int, sneden: int) -> Verloop | None:
    """Play one history and say how it went; None where it came to no end, which is said too."""
    with TemporaryDirectory(prefix="mk-kill-") as folder:
        try:
            verloop = speel(Path(folder), zaad, sneden)
        except Exception:  # noqa: BLE001  the others are played all the same; the exit code tells
            print(f"zaad {zaad}: niet afgerond\n{traceback.format_exc()}", flush=True)  # noqa: T201
            return None
    print(verloop, flush=True)  # noqa: T201  a program that prints
    return verloop


if __name__ == "__main__":
    main()
