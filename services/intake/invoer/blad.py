"""Spreadsheets, `.xlsx` and `.ods`: the first sheet, read as the text that a CSV of it would have."""

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from itertools import count
from pathlib import Path
from zipfile import BadZipFile, ZipFile

from python_calamine import CalamineError, CalamineWorkbook

from services.intake.invoer.bestand import BestandFout, Gevonden, Rij
from services.intake.invoer.veldkaart import Bestand
from services.intake.tijden import ISO

SOORTEN = frozenset({".xlsx", ".ods"})
UITGEPAKT_HOOGSTENS = 512 * 1024 * 1024
"""A small file that grows to more than this was made to fill a memory."""

Cel = int | float | str | bool | time | date | datetime | timedelta


def lees_blad(pad: Path, vorm: Bestand) -> tuple[list[str], Iterator[Gevonden]]:
    """Give the heading, and the rows behind it one by one; empty rows are passed over.

    Raises:
        BestandFout: it is no spreadsheet, is locked with a password, or has nothing in it.
    """
    _eis_redelijk(pad)
    try:
        rijen = CalamineWorkbook.from_path(str(pad)).get_sheet_by_index(0).to_python(skip_empty_area=False)
    except (CalamineError, IndexError) as fout:
        raise BestandFout(f"{pad.name}: dit werkblad kan niet gelezen worden; is het beveiligd of stuk?") from fout
    schrijf = _Schrijver(vorm.tijdnotatie)
    kop = [schrijf(cel) for cel in rijen[0]] if rijen else []
    if not any(kop):
        raise BestandFout(f"{pad.name}: de kopregel kan niet gelezen worden: het eerste werkblad begint leeg")
    return kop, _rijen(rijen[1:], schrijf)


def _rijen(rijen: list[list[Cel]], schrijf: "_Schrijver") -> Iterator[Gevonden]:
    for nummer, rij in zip(count(2), rijen, strict=False):
        velden = [schrijf(cel) for cel in rij]
        if any(velden):
            yield Rij(nummer, velden)


def _eis_redelijk(pad: Path) -> None:
    try:
        with ZipFile(pad) as zak:
            groot = sum(deel.file_size for deel in zak.infolist())
    except (BadZipFile, OSError) as fout:
        raise BestandFout(f"{pad.name}: dit is geen werkblad van Excel of LibreOffice") from fout
    if groot > UITGEPAKT_HOOGSTENS:
        raise BestandFout(f"{pad.name}: dit werkblad is te groot; bewaar het als CSV")


class _Schrijver:
    """Writes a cell as text: moments in the notation that the veldkaart names, whole numbers without a comma."""

    def __init__(self, notatie: str) -> None:
        self._notatie = notatie

    def __call__(self, cel: Cel) -> str:
        """Write one cell."""
        if isinstance(cel, bool):
            return "true" if cel else "false"
        if isinstance(cel, float) and cel.is_integer():
            return str(int(cel))
        if isinstance(cel, date) and self._notatie != ISO:
            return cel.strftime(self._notatie)
        return cel.isoformat() if isinstance(cel, date | time) else str(cel).strip()
