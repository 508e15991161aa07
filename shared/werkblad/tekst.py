"""A table as text: CSV (RFC 4180) and JSON, both UTF-8."""

import csv
import json
from io import StringIO

from shared.werkblad.blad import Cel, Werkblad, woord

MERKTEKEN = "\ufeff"
"""The byte order mark by which a spreadsheet takes a CSV for UTF-8."""


def als_csv(blad: Werkblad, *, merkteken: bool = True) -> bytes:
    """Write the table; with a byte order mark for a spreadsheet, without for a program."""
    uit = StringIO()
    schrijver = csv.writer(uit)
    schrijver.writerows([[woord(cel) for cel in rij] for rij in (blad.koppen, *blad.rijen)])
    return ((MERKTEKEN if merkteken else "") + uit.getvalue()).encode()


def als_json(blad: Werkblad) -> bytes:
    """Write `{"titel", "rijen": [{kop: waarde}]}`: texts as they are, days and moments as ISO 8601, nothing as null.

    With a `toelichting` where there is one.
    """
    rijen = [dict(zip(blad.koppen, map(_waarde, rij), strict=True)) for rij in blad.rijen]
    erbij = {"toelichting": list(blad.toelichting)} if blad.toelichting else {}
    return json.dumps({"titel": blad.titel, **erbij, "rijen": rijen}, ensure_ascii=False, indent=1).encode()


def _waarde(cel: Cel) -> str | int | float | None:
    return cel if cel is None or isinstance(cel, str | int | float) else cel.isoformat()
