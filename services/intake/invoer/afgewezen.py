"""The file with what was refused, for the one who repairs it: line, field, value and reason."""

import csv
from collections.abc import Iterable, Mapping
from datetime import datetime
from pathlib import Path
from typing import TextIO

from shared.facts import Fout
from shared.maskering import masker

REGELS = dict.fromkeys([*range(32), 127, 0x85, 0x2028, 0x2029], " ")
KOP = ("regel", "veld", "waarde", "reden")
WAARDE_HOOGSTENS = 80
FORMULE = ("=", "+", "-", "@", "＝", "＋", "－", "＠")
"""With what a spreadsheet begins to compute, in either width."""


class Afgewezen:
    """Made when the first line is refused, readable for its owner alone. Values are masked, a text is not repeated."""

    def __init__(self, pad: Path | None) -> None:
        self.pad = pad
        self._stroom: TextIO | None = None

    def __enter__(self) -> "Afgewezen":
        return self

    def __exit__(self, *_fout: object) -> None:
        if self._stroom is not None:
            self._stroom.close()

    def schrijf(self, regel: int, fouten: Iterable[Fout], gelezen: Mapping[str, str]) -> None:
        """Write one refused line, with every reason."""
        if self.pad is None:
            return
        schrijver = csv.writer(self._open(self.pad))
        for fout in fouten:
            waarde = "(tekst)" if fout.veld == "toelichting" else gelezen.get(fout.veld, "")
            schrijver.writerow((regel, fout.veld, _veilig(waarde), _veilig(fout.reden)))

    def _open(self, pad: Path) -> TextIO:
        if self._stroom is None:
            pad.parent.mkdir(parents=True, exist_ok=True)
            pad.touch(mode=0o600)
            self._stroom = pad.open("w", encoding="utf-8-sig", newline="")
            csv.writer(self._stroom).writerow(KOP)
        return self._stroom


def afgewezen_pad(map_: Path, bestand: Path, op: datetime) -> Path:
    """Give the file in the data folder for what this run refuses."""
    return map_ / "afgewezen" / f"{bestand.stem}-{op:%Y%m%dT%H%M%S}.csv"


def _veilig(waarde: str) -> str:
    """Mask, shorten, and keep a spreadsheet from taking a value for a formula."""
    schoon = masker(waarde.encode("utf-8", "replace").decode())[:WAARDE_HOOGSTENS].translate(REGELS).strip()
    return f"'{schoon}" if schoon.startswith(FORMULE) else schoon
