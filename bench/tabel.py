"""The kept figures as a table on a page, so that what stands there is what was measured."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

BEGIN, EINDE = "<!-- bench: written by `--bewaar` -->\n", "<!-- /bench -->\n"


def tabel(uitkomst: Mapping[str, Any]) -> str:
    """Write the outcome as Markdown: each figure, its baseline of the same run, the ratio and what was aimed for."""
    regels = [
        f"{uitkomst['datum']}, {uitkomst['machine']}. Of ratios higher is better; between brackets their extremes.\n",
        "| what | figure | baseline | ratio | aim | |",
        "|---|---|---|---|---|---|",
        *map(_regel, uitkomst["rijen"]),
    ]
    return "\n".join(regels) + "\n"


def _regel(rij: Mapping[str, Any]) -> str:
    laag, hoog = rij["spreiding"]
    gehaald = "met" if rij["gehaald"] else "**missed**"
    verhouding = f"{rij['verhouding']:.2f} ({laag:.2f}-{hoog:.2f})"
    cellen = (rij["wat"], getal(rij["waarde"]), getal(rij["basis"]), verhouding, f"{rij['doel']:.2f}", gehaald)
    return f"| {' | '.join(cellen)} |"


def getal(waarde: float) -> str:
    """Write a figure in as many digits as it is worth."""
    return f"{waarde:.0f}" if abs(waarde) >= 100 else f"{waarde:.2f}"


def zet_in(blad: Path, uitkomst: Path) -> None:
    """Put the kept figures on the page, between the two marks."""
    tekst = blad.read_text(encoding="utf-8")
    voor, _, rest = tekst.partition(BEGIN)
    _, _, na = rest.partition(EINDE)
    nieuw = f"{voor}{BEGIN}{tabel(json.loads(uitkomst.read_text(encoding='utf-8')))}{EINDE}{na}"
    blad.write_text(nieuw, encoding="utf-8")
