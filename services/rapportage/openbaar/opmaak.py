"""A shielded table as CSV (RFC 4180, UTF-8): the same numbers give the same bytes."""

import csv
from collections.abc import Sequence
from io import StringIO

from services.rapportage.openbaar.tabel import Tabel
from shared.contracts.intake import Aard
from shared.werkblad.blad import Werkblad
from shared.woorden import AARDEN

VROEGER = {"Verward gedrag (ggz)": AARDEN[Aard.GGZ]}
"""What a row was called in a table that was published then, and what it is called now; its bytes stay as they are."""
NIET_GETOOND = "x"
"""Stands for a number that is not shown. It may be a small one, or one by which a small one could be found."""


def als_csv(tabel: Tabel) -> str:
    """Write it with the names of rows and columns."""
    uit = StringIO()
    schrijver = csv.writer(uit)
    schrijver.writerow(["aard", *tabel.kolommen])
    for naam, rij in zip(tabel.rijen, tabel.getallen, strict=True):
        schrijver.writerow([naam, *(NIET_GETOOND if getal is None else getal for getal in rij)])
    return uit.getvalue()


def zoals_nu(tekst: str) -> str:
    """Give a published table with the words of today, to lay it beside another."""
    for toen, nu in VROEGER.items():
        tekst = tekst.replace(f"\n{toen},", f"\n{nu},")
    return tekst


def lees_csv(tekst: str) -> list[list[str]]:
    """Read back the rows of a table, for a page."""
    return list(csv.reader(StringIO(tekst)))


def als_tabel(tekst: str, codes: tuple[str, ...]) -> Tabel:
    """Read back the table itself; `codes`: what its columns are."""
    koppen, *rijen = lees_csv(zoals_nu(tekst))
    getallen = tuple(tuple(None if cel == NIET_GETOOND else int(cel) for cel in rij[1:]) for rij in rijen)
    return Tabel(tuple(rij[0] for rij in rijen), tuple(koppen[1:]), getallen, codes)


def als_werkblad(tekst: str, titel: str, toelichting: Sequence[str] = ()) -> Werkblad:
    """Read back the table for a file: numbers as numbers."""
    koppen, *rijen = lees_csv(tekst)
    cellen = [[rij[0], *(cel if cel == NIET_GETOOND else int(cel) for cel in rij[1:])] for rij in rijen]
    return Werkblad(titel, koppen, cellen, toelichting)
