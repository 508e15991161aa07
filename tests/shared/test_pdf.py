"""A paper is readable for everyone, says whose it is, and takes text for text."""

from collections.abc import Iterator
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader

from shared.pdf import PdfFout, maak_pdf, pdf_antwoord

OP = datetime(2026, 11, 22, 9, 5, tzinfo=UTC)
SJABLOON = """
#import "basis.typ": *
#show: stuk
== Wie belt u?
#tabel(("Wie", "Nummer"), gegevens.rijen)
#let-op[#gegevens.zin]
"""


def papier(tmp_path: Path, sjabloon: str = SJABLOON, zin: str = "Bel 112.") -> bytes:
    """Make a paper of a template."""
    (tmp_path / "proef.typ").write_text(sjabloon)
    gegevens = {"rijen": [["Politie", "0900-8844"]], "zin": zin}
    return maak_pdf(tmp_path / "proef.typ", gegevens, gemeente="Zoetermeer", titel="Meldkaart", op=OP, kleur="#5c1a8c")


def tekst(inhoud: bytes) -> str:
    """What stands on the pages."""
    return "\n".join(page.extract_text() for page in PdfReader(BytesIO(inhoud)).pages)


def test_een_stuk_is_voor_te_lezen(tmp_path: Path) -> None:
    """A paper has a title, a language and tags: a screen reader can read it in order."""
    gelezen = PdfReader(BytesIO(papier(tmp_path)))
    wortel: Any = gelezen.trailer["/Root"]
    assert gelezen.metadata is not None
    assert gelezen.metadata.title == "Meldkaart"
    assert wortel["/Lang"].startswith("nl")
    assert wortel["/MarkInfo"]["/Marked"]
    assert "/StructTreeRoot" in wortel


def test_de_bouw_van_een_stuk_is_te_volgen(tmp_path: Path) -> None:
    """The tags name the heading, the table with its head cells, and the rows: in the order in which one reads."""
    lezer = PdfReader(BytesIO(papier(tmp_path)))
    wortel: Any = lezer.trailer["/Root"]
    soorten = list(_soorten(wortel["/StructTreeRoot"]))
    assert soorten.index("/H1") < soorten.index("/H2") < soorten.index("/Table")
    assert soorten.count("/TH") == 2
    assert soorten.count("/TD") == 2
    assert wortel["/ViewerPreferences"]["/DisplayDocTitle"]
    assert "pdfuaid:part" in wortel["/Metadata"].get_object().get_data().decode()
    assert all(bladzijde["/Tabs"] == "/S" for bladzijde in lezer.pages)


def _soorten(deel: Any) -> Iterator[str]:
    deel = deel.get_object()
    if not isinstance(deel, dict):
        return
    if "/S" in deel:
        yield str(deel["/S"])
    kinderen = deel.get("/K", [])
    for kind in kinderen if isinstance(kinderen, list) else [kinderen]:
        yield from _soorten(kind)


def test_een_stuk_draagt_de_kleur_van_de_gemeente(tmp_path: Path) -> None:
    """Headings have the colour that the municipality chose."""
    bladzijde = PdfReader(BytesIO(papier(tmp_path))).pages[0]
    inhoud = bladzijde.get_contents()
    assert inhoud is not None
    kleuren = {
        tuple(round(float(deel) * 255) for deel in waarden)
        for waarden, naam in inhoud.operations
        if naam == b"sc" or naam == b"scn"
    }
    assert (0x5C, 0x1A, 0x8C) in kleuren


def test_een_stuk_zegt_van_wie_het_is_en_van_wanneer(tmp_path: Path) -> None:
    """Every page names the municipality, the moment on its clock and the number of the page."""
    op_papier = tekst(papier(tmp_path))
    for woorden in ("Zoetermeer", "22-11-2026 10.05 uur", "Pagina 1 van 1", "Politie", "0900-8844"):
        assert woorden in op_papier


@pytest.mark.parametrize("zin", ["#panic()", "*vet* $x$ <label>", "] #let x = 1 [", 'een "aanhaling" \\ en é'])
def test_wat_mensen_schrijven_is_tekst(tmp_path: Path, zin: str) -> None:
    """What looks like markup stands on the paper as it was written, and does nothing."""
    assert zin in tekst(papier(tmp_path, zin=zin))


def test_hetzelfde_stuk_is_byte_voor_byte_gelijk(tmp_path: Path) -> None:
    """The same input gives the same bytes: two who compare a paper see no difference that is none."""
    assert papier(tmp_path) == papier(tmp_path)


def test_een_stuk_dat_niet_voor_te_lezen_is_komt_er_niet(tmp_path: Path) -> None:
    """A heading that passes over a level is refused by the standard, and names the template."""
    with pytest.raises(PdfFout, match=r"proef\.typ"):
        papier(tmp_path, '#import "basis.typ": *\n#show: stuk\n==== Te diep')


def test_een_bestandsnaam_sluit_geen_kop_af() -> None:
    """A name for the file holds nothing that could end the header it stands in."""
    antwoord = pdf_antwoord(b"%PDF", "meldkaart-rokkeveenseweg")
    assert antwoord.headers["content-disposition"] == 'inline; filename="meldkaart-rokkeveenseweg.pdf"'
    with pytest.raises(ValueError, match="file name"):
        pdf_antwoord(b"%PDF", 'a"; x="b')
