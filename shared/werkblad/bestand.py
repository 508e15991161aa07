"""A table as a file to download, in the form that somebody asked for."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Final, Literal

from starlette.responses import Response

from shared.werkblad.blad import Werkblad
from shared.werkblad.kantoor import als_ods, als_xlsx
from shared.werkblad.tekst import als_csv, als_json

Formaat = Literal["csv", "ods", "xlsx", "json"]


@dataclass(frozen=True)
class Bestandsoort:
    """What kind of file it is, and who writes it."""

    media_type: str
    schrijf: Callable[[Werkblad], bytes]


BESTANDEN: Final[Mapping[Formaat, Bestandsoort]] = {
    "csv": Bestandsoort("text/csv; charset=utf-8", als_csv),
    "ods": Bestandsoort("application/vnd.oasis.opendocument.spreadsheet", als_ods),
    "xlsx": Bestandsoort("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", als_xlsx),
    "json": Bestandsoort("application/json", als_json),
}
"""One table, four ways to write it."""


def bestand_antwoord(blad: Werkblad, formaat: Formaat, naam: str, *, merkteken: bool = True) -> Response:
    """Give a table to keep; `naam` is ours (letters, digits, dashes), without the ending.

    `merkteken`: whether a CSV begins with the mark that spreadsheets look for; a program would rather not have it.

    Raises:
        ValueError: a name that could end the header.
    """
    if not naam.replace("-", "").isalnum() or not naam.isascii():
        raise ValueError("a file name of letters, digits and dashes")
    soort = BESTANDEN[formaat]
    headers = {"content-disposition": f'attachment; filename="{naam}.{formaat}"'}
    inhoud = als_csv(blad, merkteken=merkteken) if formaat == "csv" else soort.schrijf(blad)
    return Response(inhoud, media_type=soort.media_type, headers=headers)
