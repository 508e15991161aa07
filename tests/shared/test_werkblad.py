"""One table, four files: each says the same, and in none of them a cell can run."""

import csv
import json
import re
from collections.abc import Callable
from datetime import UTC, date, datetime
from decimal import Decimal
from io import BytesIO, StringIO
from time import process_time
from typing import Any
from zipfile import ZipFile

import pytest
from odfdo import Document
from python_calamine import CalamineWorkbook

from shared.werkblad import BESTANDEN, Werkblad, als_csv, als_json, als_ods, als_xlsx, bestand_antwoord, onschadelijk

BOOS = ("=1+1", "+31", "-2", "@SUM(A1)", "\tx", " =HYPERLINK()", "\n=1")
MOMENT = datetime(2026, 11, 22, 10, 30, tzinfo=UTC)
BLAD = Werkblad(
    "Week 47: [alles]/1 en nog een lange naam",
    ("naam", "aantal", "dag", "moment", "leeg"),
    [["Geluid", 3, date(2026, 11, 17), MOMENT, None], ["café, „plein”", 1.5, None, None, "x"]],
)


def in_kantoor(inhoud: bytes) -> list[list[Any]]:
    """The cells as an office reads them."""
    boek = CalamineWorkbook.from_filelike(BytesIO(inhoud))
    return boek.get_sheet_by_index(0).to_python()


@pytest.mark.parametrize("schrijf", [als_ods, als_xlsx])
def test_een_werkblad_voor_kantoor_bewaart_getallen_en_dagen(schrijf: Callable[[Werkblad], bytes]) -> None:
    """A number can be added up, a day is a day, and a moment keeps its offset."""
    koppen, eerste, tweede = in_kantoor(schrijf(BLAD))
    assert koppen == list(BLAD.koppen)
    assert (eerste[0], eerste[1], eerste[2]) == ("Geluid", 3, date(2026, 11, 17))
    assert tweede[:2] == ["café, „plein”", 1.5]


def test_opendocument_typt_elke_cel_en_houdt_elk_teken() -> None:
    """As the library that wrote the document reads it: no sign of XML ends a cell, and a moment keeps its offset."""
    raar = "<a href=\"x\">&amp; 'dit'</a>\n{0}\tTab ]]>\x00"
    blad = Werkblad(
        "R&D <1>", ("kop & kop", "b", "c", "d"), [[raar, True, 1.5, MOMENT], [None, -3, date(2026, 1, 2), ""]]
    )
    (tabel,) = Document(BytesIO(als_ods(blad))).body.get_tables()
    koppen, eerste, tweede = tabel.iter_values()
    assert (tabel.name, koppen) == ("R&D <1>", list(blad.koppen))
    assert eerste == [raar.rstrip("\x00"), True, Decimal("1.5"), MOMENT]
    assert tweede == ["", -3, date(2026, 1, 2), ""]
    assert (tabel.width, tabel.height) == (4, 3)


def test_een_lange_tabel_kost_de_bibliotheek_geen_werk_per_cel() -> None:
    """1,200 lines of ten cells took eight seconds when each cell was made by the library."""
    blad = Werkblad("Lang", tuple("abcdefghij"), [[f"cel {nummer}"] * 10 for nummer in range(1_200)])
    begin = process_time()
    inhoud = als_ods(blad)
    assert process_time() - begin < 2  # a tenth of that, on an idle machine
    assert in_kantoor(inhoud)[-1] == ["cel 1199"] * 10


@pytest.mark.parametrize("schrijf", [als_ods, als_xlsx])
@pytest.mark.parametrize("tekst", BOOS)
def test_geen_cel_van_kantoor_is_een_formule(schrijf: Callable[[Werkblad], bytes], tekst: str) -> None:
    """Nor becomes one when it is saved again as CSV; heads are cells too."""
    cellen = [cel for rij in in_kantoor(schrijf(Werkblad("t", (tekst,), [[tekst]]))) for cel in rij]
    assert cellen
    assert all(cel.strip().startswith("'") for cel in cellen)


@pytest.mark.parametrize("tekst", BOOS)
def test_geen_cel_van_de_csv_is_een_formule(tekst: str) -> None:
    """An apostrophe stands before it; a negative number is a number and stays one."""
    rijen = list(csv.reader(StringIO(als_csv(Werkblad("t", (tekst,), [[tekst], [-2]]), merkteken=False).decode())))
    assert rijen == [[f"'{tekst}"], [f"'{tekst}"], ["-2"]]
    assert onschadelijk("gewoon - met streepje") == "gewoon - met streepje"


def test_de_csv_is_voor_een_werkblad_of_voor_een_programma() -> None:
    """With the mark that a spreadsheet looks for, or without."""
    met, zonder = als_csv(BLAD), als_csv(BLAD, merkteken=False)
    assert met == b"\xef\xbb\xbf" + zonder
    assert list(csv.reader(StringIO(zonder.decode())))[1] == ["Geluid", "3", "2026-11-17", MOMENT.isoformat(), ""]


def test_json_houdt_elke_waarde_zoals_zij_is() -> None:
    """No apostrophes: nobody runs JSON."""
    uit = json.loads(als_json(Werkblad("t", ("a", "b"), [["=1", None], ["x", 2]])))
    assert uit == {"titel": "t", "rijen": [{"a": "=1", "b": None}, {"a": "x", "b": 2}]}


def test_hetzelfde_werkblad_geeft_dezelfde_bytes() -> None:
    """What is compared or signed must not tell when it was made."""
    with ZipFile(BytesIO(als_xlsx(BLAD))) as doos:
        over = doos.read("docProps/core.xml").decode()
        assert {deel.date_time[0] for deel in doos.infolist()} == {1980}
    assert set(re.findall(r"\d{4}-\d{2}-\d{2}T", over)) == {"2000-01-01T"}


@pytest.mark.parametrize("formaat", BESTANDEN)
def test_een_bestand_om_te_bewaren(formaat: Any) -> None:
    """With its kind, its name, and what its writer wrote."""
    antwoord = bestand_antwoord(BLAD, formaat, "weekbeeld-a-2026-W47")
    assert antwoord.headers["content-disposition"] == f'attachment; filename="weekbeeld-a-2026-W47.{formaat}"'
    assert antwoord.headers["content-type"] == BESTANDEN[formaat].media_type
    assert antwoord.body


@pytest.mark.parametrize("naam", ['x"; y', "a/b", "é", "a\nb", ""])
def test_een_naam_breekt_de_kop_niet(naam: str) -> None:
    """Names are ours; what is none is a mistake."""
    with pytest.raises(ValueError, match="file name"):
        bestand_antwoord(BLAD, "csv", naam)
