"""A table as a file for an office: OpenDocument (ODS) and Excel (XLSX).

Both libraries are loaded when somebody asks for a file: they hold 12 MB, and few people ask.
"""

from collections.abc import Sequence
from datetime import UTC, date, datetime
from io import BytesIO
from typing import Any
from xml.sax.saxutils import escape, quoteattr

from shared.werkblad.blad import Cel, Werkblad, getypeerd, woord

VERBODEN = str.maketrans("", "", "[]:*?/\\'")
"""What the name of a sheet cannot hold."""
LANGSTE_NAAM, BREEDST, RUIMTE = 31, 60, 2
UITLEG, LEESBREED = "Lees dit eerst", 100
"""The sheet with what to know of the table, after it: who reads the first sheet by a program finds the table there."""
TEKST_IS_TEKST = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_numbers": False,
    "strings_to_urls": False,
}
GEEN_TABEL, TABEL = "<office:spreadsheet/>", "<office:spreadsheet>{}</office:spreadsheet>"
NOOIT = datetime(2000, 1, 1, tzinfo=UTC).replace(tzinfo=None)
"""When a file was made is not in it: the same table gives the same bytes."""


def als_ods(blad: Werkblad) -> bytes:
    """Write the table as a sheet; texts are typed as text, numbers as numbers, days as days.

    The library gives the document and the rows go in as one text: it takes forty times as long to make cell by cell.
    """
    from odfdo import Document

    document = Document("spreadsheet")
    document.body.clear()
    leeg = document.content.serialize().decode()
    document.set_part("content", leeg.replace(GEEN_TABEL, TABEL.format(_ods_vellen(blad))).encode())
    uit = BytesIO()
    document.save(uit)
    return uit.getvalue()


def _ods_vellen(blad: Werkblad) -> str:
    uitleg = Werkblad(UITLEG, (UITLEG,), [(zin,) for zin in blad.toelichting])
    return _ods_tabel(blad) + (_ods_tabel(uitleg) if blad.toelichting else "")


def _ods_tabel(blad: Werkblad) -> str:
    rijen = [f"<table:table-row>{''.join(map(_ods_cel, rij))}</table:table-row>" for rij in (blad.koppen, *blad.rijen)]
    kolommen = f'<table:table-column table:number-columns-repeated="{len(blad.koppen)}"/>'
    return f"<table:table table:name={quoteattr(_naam(blad))}>{kolommen}{''.join(rijen)}</table:table>"


def _ods_cel(cel: Cel) -> str:
    """The cell in OpenDocument: what it is, its value, and how that reads."""
    match cel:
        case bool():
            soort, naam, waarde = "boolean", "boolean-value", str(cel).lower()
        case int() | float():
            soort, naam, waarde = "float", "value", str(cel)
        case date():
            soort, naam, waarde = "date", "date-value", cel.isoformat()
        case _:
            soort, naam, waarde = "string", "string-value", woord(cel)
    return (
        f'<table:table-cell office:value-type="{soort}" office:{naam}={quoteattr(waarde)}>'
        f"<text:p>{escape(waarde)}</text:p></table:table-cell>"
    )


def als_xlsx(blad: Werkblad) -> bytes:
    """Write the table as a sheet with its head in sight; the same table gives the same bytes."""
    from xlsxwriter import Workbook  # type: ignore[import-untyped]

    uit = BytesIO()
    with Workbook(uit, TEKST_IS_TEKST) as boek:
        boek.set_properties({"title": blad.titel, "created": NOOIT})
        vet = boek.add_format({"bold": True, "bottom": 1})
        dag = boek.add_format({"num_format": "dd-mm-yyyy"})
        vel = boek.add_worksheet(_naam(blad))
        vel.write_row(0, 0, [woord(kop) for kop in blad.koppen], vet)
        vel.freeze_panes(1, 0)
        for nummer, rij in enumerate(blad.rijen, 1):
            for kolom, cel in enumerate(rij):
                vel.write(nummer, kolom, _voor_excel(cel), dag if isinstance(cel, date) else None)
        for kolom, kop in enumerate(blad.koppen):
            langste = max((len(woord(rij[kolom])) for rij in blad.rijen), default=0)
            vel.set_column(kolom, kolom, min(BREEDST, max(langste, len(kop)) + RUIMTE))
        if blad.toelichting:
            _uitleg(boek.add_worksheet(UITLEG), blad.toelichting, vet, boek.add_format({"text_wrap": True}))
    return uit.getvalue()


def _uitleg(vel: Any, zinnen: Sequence[str], vet: Any, lopend: Any) -> None:
    vel.set_column(0, 0, LEESBREED)
    vel.write(0, 0, UITLEG, vet)
    for nummer, zin in enumerate(zinnen, 1):
        vel.write(nummer, 0, getypeerd(zin), lopend)


def _voor_excel(cel: Cel) -> Cel:
    """Excel knows no offset: a moment is written as text, with it."""
    return cel.isoformat() if isinstance(cel, datetime) else getypeerd(cel)


def _naam(blad: Werkblad) -> str:
    return blad.titel.translate(VERBODEN)[:LANGSTE_NAAM].strip() or "Tabel"
