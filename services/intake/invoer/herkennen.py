"""How a CSV was written, where nobody says so: its encoding by its first bytes, its separator by its heading."""

import codecs
import re
from pathlib import Path

PROEF = 1 << 20
TEKENS = ",;\t|"
_BOM = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
_EXCEL = re.compile(r'"?sep=(.)"?\s*', re.IGNORECASE)


def codering(pad: Path) -> str:
    """Tell the encoding: by its mark, else UTF-8 where its first bytes are that, else what Windows writes here."""
    with pad.open("rb") as stroom:
        begin = stroom.read(PROEF)
    for merk, naam in _BOM:
        if begin.startswith(merk):
            return naam
    try:
        codecs.getincrementaldecoder("utf-8")().decode(begin)
    except UnicodeDecodeError:
        return "cp1252"
    return "utf-8-sig"


def zegt_scheidingsteken(regel: str) -> str | None:
    """Read the first line that Excel writes and understands: `sep=;`."""
    gezegd = _EXCEL.fullmatch(regel)
    return gezegd[1] if gezegd else None


def scheidingsteken(kop: str) -> str:
    """Tell the separator: what stands most in the heading, outside quotes."""
    buiten = re.sub(r'"[^"]*"', "", kop)
    return max(TEKENS, key=buiten.count)
