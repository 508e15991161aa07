"""Reading a CSV: a line that cannot be read costs itself, never another line."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from services.intake.invoer.bestand import BestandFout, Gebroken, Rij, lees_bestand
from services.intake.invoer.veldkaart import Bestand

VORM = Bestand()


def gelezen(tmp_path: Path, inhoud: bytes, vorm: Bestand = VORM) -> list[tuple[int, list[str] | str]]:
    """Each record or reason with its line, behind the heading."""
    pad = tmp_path / "bestand.csv"
    pad.write_bytes(inhoud)
    _, records = lees_bestand(pad, vorm)
    return [(found.regel, found.velden if isinstance(found, Rij) else found.reden) for found in records]


def test_gewone_regels(tmp_path: Path) -> None:
    """Quotes, a delimiter and line ends within them, and empty lines between records."""
    inhoud = b'a,b\r\n1,2\r\n\r\n"x, ""y""","een\r\ntwee"\r\n3,\r\n'
    assert gelezen(tmp_path, inhoud) == [(2, ["1", "2"]), (4, ['x, "y"', "een\r\ntwee"]), (6, ["3", ""])]


def test_een_kapotte_regel_kost_alleen_zichzelf(tmp_path: Path) -> None:
    """Too many or too few columns, quotes that do not fit, a null byte: the lines around them are read."""
    inhoud = b'a,b\n1,2\n1,2,3\n1\n"x"y,2\n1,\x002\n3,4\n'
    uitkomst = gelezen(tmp_path, inhoud)
    assert [(regel, velden) for regel, velden in uitkomst if isinstance(velden, list)] == [
        (2, ["1", "2"]),
        (7, ["3", "4"]),
    ]
    redenen = {regel: reden for regel, reden in uitkomst if isinstance(reden, str)}
    assert set(redenen) == {3, 4, 5, 6}
    assert redenen[3] == "heeft 3 kolommen, de kopregel 2"


@pytest.mark.parametrize("daarna", [b'5,"6"\n', b"", b'x,"y\n', b'"7","8"\n' * 200])
def test_een_open_aanhalingsteken_slokt_niets_op(tmp_path: Path, daarna: bytes) -> None:
    """A quote that is never closed costs its own line: what follows gets its own chance."""
    uitkomst = gelezen(tmp_path, b'a,b\n1,"2\n3,4\n' + daarna)
    assert uitkomst[0][0] == 2
    assert isinstance(uitkomst[0][1], str)
    assert (3, ["3", "4"]) in uitkomst


def test_een_verkeerde_codering_kost_haar_regel(tmp_path: Path) -> None:
    """Bytes that are no UTF-8 are refused where they stand; the same file is fine in its own encoding."""
    inhoud = "a,b\n1,café\n2,thee\n".encode("cp1252")
    assert gelezen(tmp_path, inhoud, Bestand(codering="utf-8")) == [
        (2, "heeft een andere codering dan de veldkaart zegt"),
        (3, ["2", "thee"]),
    ]
    assert gelezen(tmp_path, inhoud, Bestand(codering="cp1252"))[0] == (2, ["1", "café"])


@pytest.mark.parametrize("codering", ["utf-8-sig", "utf-16", "cp1252", "latin-1"])
def test_andere_coderingen(tmp_path: Path, codering: str) -> None:
    """What offices save is read, with or without a byte order mark."""
    inhoud = "aard,b\n1,één\n".encode(codering)
    assert gelezen(tmp_path, inhoud, Bestand(codering=codering)) == [(2, ["1", "één"])]


@pytest.mark.parametrize("codering", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
@pytest.mark.parametrize("teken", [",", ";", "\t", "|"])
def test_wat_niemand_zei_wordt_gezien(tmp_path: Path, codering: str, teken: str) -> None:
    """Encoding and separator are seen from the file, also where a field holds another separator; `sep=` is obeyed."""
    inhoud = f'aard{teken}"b,;|"\n1{teken}één\n'
    assert gelezen(tmp_path, inhoud.encode(codering)) == [(2, ["1", "één"])]
    assert gelezen(tmp_path, f"sep={teken}\n{inhoud}".encode(codering)) == [(3, ["1", "één"])]


def test_een_verkeerd_gezegde_codering(tmp_path: Path) -> None:
    """What the veldkaart says holds, also when the file is otherwise."""
    with pytest.raises(BestandFout, match="codering"):
        gelezen(tmp_path, "aard,b\n".encode("utf-16"), Bestand(codering="utf-8"))


def test_een_eindeloze_regel(tmp_path: Path) -> None:
    """A line of megabytes is refused and passed over, not taken into memory."""
    uitkomst = gelezen(tmp_path, b"a,b\n" + b"x" * 3_000_000 + b",1\n3,4\n")
    assert uitkomst == [(2, "is te lang"), (3, ["3", "4"])]


@pytest.mark.parametrize(
    ("inhoud", "reden"),
    [
        (b"", "leeg"),
        (b"\n\n", "leeg"),
        (b"PK\x03\x04\x14\x00\x06\x00", "kopregel"),
        (b'"a,b\n', "niet gesloten"),
    ],
)
def test_zonder_kop_geen_bestand(tmp_path: Path, inhoud: bytes, reden: str) -> None:
    """Nothing, another format or another encoding: the file as a whole is refused, in Dutch."""
    with pytest.raises(BestandFout, match=reden):
        gelezen(tmp_path, inhoud)


def test_het_bestand_is_er_niet(tmp_path: Path) -> None:
    """A path that leads nowhere, or to a folder."""
    for pad in (tmp_path / "nergens.csv", tmp_path):
        with pytest.raises(BestandFout, match="klopt het pad"):
            lees_bestand(pad, VORM)


@given(st.binary(max_size=300))
def test_niets_doet_het_omvallen(tmp_path_factory: pytest.TempPathFactory, inhoud: bytes) -> None:
    """Whatever stands in a file, each line comes out once, in order, as a record or with a reason."""
    pad = tmp_path_factory.mktemp("csv") / "bestand.csv"
    pad.write_bytes(b"a,b\n" + inhoud)
    _, records = lees_bestand(pad, VORM)
    gevonden = list(records)
    assert [found.regel for found in gevonden] == sorted({found.regel for found in gevonden})
    assert all(isinstance(found, Gebroken) or len(found.velden) == 2 for found in gevonden)
