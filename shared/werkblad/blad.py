"""One table, written as CSV (RFC 4180, UTF-8) or as OpenDocument (ODS)."""

import csv
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from io import BytesIO, StringIO

from odfdo import Cell, Document, Row, Table

Cel = str | int | float | date | datetime | None
FORMULE = ("=", "+", "-", "@", "\t", "\r", "\n")
"""A text that begins like this a spreadsheet may run."""


@dataclass(frozen=True, slots=True)
class Werkblad:
    """A title, the names of the columns, and the rows."""

    titel: str
    koppen: Sequence[str]
    rijen: Sequence[Sequence[Cel]]


def onschadelijk(tekst: str) -> str:
    """The text, with an apostrophe before it where a spreadsheet would read a formula, also after spaces."""
    return f"'{tekst}" if tekst.startswith(FORMULE) or tekst.lstrip().startswith(FORMULE) else tekst


def als_csv(blad: Werkblad) -> bytes:
    """Write the table with a byte order mark, so that a spreadsheet takes it for UTF-8."""
    uit = StringIO()
    schrijver = csv.writer(uit)
    schrijver.writerow([onschadelijk(kop) for kop in blad.koppen])
    schrijver.writerows([[_woord(cel) for cel in rij] for rij in blad.rijen])
    return "\ufeff".encode() + uit.getvalue().encode()


def als_ods(blad: Werkblad) -> bytes:
    """Write the table as a sheet; texts are typed as text, numbers as numbers, days as days."""
    document = Document("spreadsheet")
    document.body.clear()
    tabel = Table(blad.titel[:31])
    for rij in [blad.koppen, *blad.rijen]:
        regel = Row()
        for cel in rij:
            regel.append(Cell(cel if isinstance(cel, int | float | date) else _woord(cel)))
        tabel.append(regel)
    document.body.append(tabel)
    uit = BytesIO()
    document.save(uit)
    return uit.getvalue()


def _woord(cel: Cel) -> str:
    if isinstance(cel, str):
        return onschadelijk(cel)
    return "" if cel is None else cel.isoformat() if isinstance(cel, date) else str(cel)
