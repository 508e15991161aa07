"""One table, whatever file it becomes. Pure."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

Cel = str | int | float | date | datetime | None
FORMULE = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
"""A text that begins like this a spreadsheet may run, in either width."""
ONLEESBAAR = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")
"""What XML cannot hold, and so no file of an office: one such character would keep a whole table from being written."""


@dataclass(frozen=True, slots=True)
class Werkblad:
    """A title, the names of the columns, and the rows. `toelichting`: what to know of it, where a file has room."""

    titel: str
    koppen: Sequence[str]
    rijen: Sequence[Sequence[Cel]]
    toelichting: Sequence[str] = ()


def onschadelijk(tekst: str) -> str:
    """The text, with an apostrophe before it where a spreadsheet would read a formula, also after spaces.

    Without what nobody can read and no file can hold.
    """
    tekst = ONLEESBAAR.sub("", tekst)
    return f"'{tekst}" if tekst.startswith(FORMULE) or tekst.lstrip().startswith(FORMULE) else tekst


def getypeerd(cel: Cel) -> Cel:
    """The cell for a file that knows types: numbers and days as they are, texts that cannot run."""
    return onschadelijk(cel) if isinstance(cel, str) else cel


def woord(cel: Cel) -> str:
    """The cell as text that cannot run."""
    if isinstance(cel, str):
        return onschadelijk(cel)
    return "" if cel is None else cel.isoformat() if isinstance(cel, date) else str(cel)
