"""Spreadsheets and what Signalen exports: read as a CSV of them would be."""

import csv
import json
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Any
from uuid import UUID, uuid5
from zipfile import ZIP_DEFLATED, ZipFile

import pytest

from services.intake.invoer import BestandFout, signalen_kaart
from services.intake.invoer.afgewezen import Afgewezen
from services.intake.invoer.blad import lees_blad
from services.intake.invoer.veldkaart import Bestand
from shared.contracts.intake import MeldingOntvangen
from shared.facts import Fout
from tests.intake.proef import Proef
from tests.intake.test_invoer import neem_op, telling
from tests.intake.test_winkeliers import alles_in
from tests.intake.werkblad import Rijen, schrijf_ods, schrijf_xlsx

KOP = ("kenmerk", "aard", "plaats", "voorgevallenOp", "publiekeTaak", "toelichting")
OM_TIEN = datetime(2026, 11, 20, 10, 0)  # noqa: DTZ001  on the clock of the municipality
RIJEN: Rijen = (
    KOP,
    (12, "overlast", "buiten-noodopvang", OM_TIEN, True, "Bel 06 12345678"),
    ("", "", "", "", "", ""),
    (13, "iets", "buiten-noodopvang", OM_TIEN, False, ""),
)
Schrijver = Callable[[Path, Rijen], Path]
BLADEN: list[tuple[str, Schrijver]] = [("a.xlsx", schrijf_xlsx), ("a.ods", schrijf_ods)]
SIG = UUID("6f2f0c0e-53a5-5a1f-8f0c-0f7a5a3c9d42")
KAART = signalen_kaart(["buiten-noodopvang"])


def signaal(nummer: int, **anders: Any) -> dict[str, Any]:
    """A signal as Signalen exports it."""
    return {
        "id": nummer,
        "signal_id": str(uuid5(SIG, str(nummer))),
        "source": "online",
        "text": "Piet belt 06 12345678",
        "created_at": "2026-11-20T09:10:00.000000+00:00",
        "incident_date_start": "2026-11-20T10:00:00+01:00",
        "category": {"main_slug": "overlast-van-en-door-personen-of-groepen", "sub_slug": "jongerenoverlast"},
        "location": {"stadsdeel": "A", "buurt_code": "A00", "address_text": "Kerkstraat 1", "geometrie": {}},
        "reporter": {"email": "kanarie@voorbeeld.nl", "phone": "0681542793", "sharing_allowed": True},
        "status": {"state": "m"},
        "type": {"code": "SIG"},
        **anders,
    }


@pytest.mark.parametrize(("naam", "schrijver"), BLADEN)
async def test_een_werkblad(proef: Proef, tmp_path: Path, naam: str, schrijver: Schrijver) -> None:
    """Numbers, moments and ticks become what a CSV would say; empty rows do not count; a refusal names its row."""
    uitslag = await neem_op(proef, schrijver(tmp_path / naam, RIJEN), afgewezen=tmp_path / "afgewezen.csv")
    assert telling(uitslag) == (1, 0, 0, 1)
    (feit,) = proef.feiten()
    assert isinstance(feit, MeldingOntvangen)
    assert feit.voorgevallen_op.isoformat() == "2026-11-20T09:00:00+00:00"
    assert feit.publieke_taak
    assert proef.rijen("SELECT tekst FROM teksten") == [("Bel [telefoonnummer]",)]
    assert (tmp_path / "afgewezen.csv").read_text("utf-8-sig").splitlines()[1].startswith("4,aard")


@pytest.mark.parametrize(("naam", "schrijver"), BLADEN)
def test_een_moment_in_de_notatie_van_de_veldkaart(tmp_path: Path, naam: str, schrijver: Schrijver) -> None:
    """A cell that is a moment is written as the veldkaart expects it of text."""
    _, rijen = lees_blad(schrijver(tmp_path / naam, RIJEN), Bestand(tijdnotatie="%d-%m-%Y %H:%M"))
    assert "20-11-2026 10:00" in str(next(rijen))


@pytest.fixture(scope="module")
def te_groot(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """A sheet of half a gigabyte of nothing, packed."""
    pad = tmp_path_factory.mktemp("groot") / "groot.zip"
    with (
        ZipFile(pad, "w", ZIP_DEFLATED, compresslevel=1) as zak,
        zak.open("content.xml", "w", force_zip64=True) as deel,
    ):
        for _ in range(520):
            deel.write(bytes(1 << 20))
    return pad.read_bytes()


@pytest.mark.parametrize("naam", ["a.xlsx", "a.ods"])
def test_een_stuk_werkblad(tmp_path: Path, naam: str, te_groot: bytes) -> None:
    """No zip at all, a zip with something else, an empty sheet, and one that grows too large: each with its reason."""
    pad = tmp_path / naam
    pad.write_bytes(b"geen werkblad")
    with pytest.raises(BestandFout, match="geen werkblad"):
        lees_blad(pad, Bestand())
    with ZipFile(pad, "w") as zak:
        zak.writestr("x", "y")
    with pytest.raises(BestandFout, match="stuk"):
        lees_blad(pad, Bestand())
    with pytest.raises(BestandFout, match="begint leeg"):
        lees_blad(dict(BLADEN)[naam](pad, []), Bestand())
    pad.write_bytes(te_groot)
    with pytest.raises(BestandFout, match="te groot"):
        lees_blad(pad, Bestand())


@pytest.mark.parametrize(
    "schrijf",
    [
        lambda lijst: json.dumps(lijst),
        lambda lijst: json.dumps({"count": len(lijst), "results": lijst}, indent=1),
        lambda lijst: "\n".join(map(json.dumps, lijst)),
        lambda lijst: "\ufeff" + json.dumps(lijst, ensure_ascii=False, indent=2),
    ],
    ids=["lijst", "bladzijde", "regels", "met-merk"],
)
async def test_signalen_json(proef: Proef, tmp_path: Path, schrijf: Callable[[Any], str]) -> None:
    """The same signals in each way they are exported; what is not about people is left out; twice adds nothing."""
    pad = tmp_path / "signalen.json"
    afval = signaal(3, category={"main_slug": "afval", "sub_slug": "huisafval"})
    intern = signaal(4, type={"code": "MAI"})
    pad.write_text(schrijf([signaal(1), signaal(2, text="x" * 100_000), afval, intern, signaal(5)]), "utf-8")
    assert telling(await neem_op(proef, pad, KAART, formaat="signalen")) == (2, 0, 2, 1)
    assert telling(await neem_op(proef, pad, KAART, formaat="signalen")) == (0, 2, 2, 1)
    feit = proef.feiten()[0]
    assert isinstance(feit, MeldingOntvangen)
    assert (feit.aard, feit.thema, feit.plaats) == ("overlast", "jeugd", "buiten-noodopvang")


async def test_wie_bij_signalen_meldde_blijft_daar(proef: Proef, tmp_path: Path) -> None:
    """Neither reporter nor address is taken over, and the text is masked."""
    pad = tmp_path / "bron" / "signalen.json"
    pad.parent.mkdir()
    pad.write_text(json.dumps([signaal(1)]))
    await neem_op(proef, pad, KAART, formaat="signalen")
    pad.unlink()
    bewaard = alles_in(tmp_path)
    for kanarie in (b"kanarie@voorbeeld.nl", b"0681542793", b"Kerkstraat", b"06 12345678"):
        assert kanarie not in bewaard


@pytest.mark.parametrize("inhoud", ["", "[", '[{"id": 1}', '[{"id": 1', '[{"id": 1} nee]', "\udcff"])
async def test_stukke_json(proef: Proef, tmp_path: Path, inhoud: str) -> None:
    """A file that breaks off or is something else ends with a reason, never with a traceback or a hang."""
    pad = tmp_path / "signalen.json"
    pad.write_bytes(inhoud.encode("utf-8", "surrogateescape"))
    if inhoud:
        with pytest.raises(BestandFout, match="JSON"):
            await neem_op(proef, pad, KAART, formaat="signalen")
    else:
        assert telling(await neem_op(proef, pad, KAART, formaat="signalen")) == (0, 0, 0, 0)


async def test_signalen_csv(proef: Proef, tmp_path: Path) -> None:
    """The export of the warehouse is two files; without the second it says which is missing."""
    pad = tmp_path / "signals.csv"
    koppen = ("id", "signal_uuid", "source", "text", "incident_date_start", "category_assignment_id", "type")
    rijen = [(n, uuid5(SIG, str(n)), "online", "Lawaai", "2026-11-20 10:00:00+01:00", 70 + n, "SIG") for n in (1, 2)]
    _csv(pad, koppen, *rijen)
    with pytest.raises(BestandFout, match=r"categories\.csv"):
        await neem_op(proef, pad, KAART, formaat="signalen")
    groep = "overlast-van-en-door-personen-of-groepen"
    _csv(
        tmp_path / "categories.csv",
        ("id", "main", "sub", "main_slug", "sub_slug"),
        (71, "Overlast", "Vuurwerk", groep, "vuurwerkoverlast"),
        (72, "Afval", "Grof", "afval", "grofvuil"),
    )
    assert telling(await neem_op(proef, pad, KAART, formaat="signalen")) == (1, 0, 1, 0)


def test_geen_formule_in_wat_geweigerd_is(tmp_path: Path) -> None:
    """A spreadsheet computes nothing of what somebody typed, however it begins."""
    pad = tmp_path / "afgewezen.csv"
    begin = ("=", "+", "-", "@", "\t=", "\r\n=", " =", "＝", "\x00=", "\u2028@")
    with Afgewezen(pad) as afgewezen:
        for regel, teken in enumerate(begin):
            afgewezen.schrijf(regel, [Fout("aard", f"{teken}HYPERLINK(1)")], {"aard": f"{teken}cmd|'/c calc'!A1"})
    with pad.open(encoding="utf-8-sig", newline="") as stroom:
        cellen = [cel for rij in list(csv.reader(stroom))[1:] for cel in rij[2:]]
    assert len(cellen) == 2 * len(begin)
    assert all(cel[0] in "'[" for cel in cellen)


def _csv(pad: Path, *rijen: tuple[object, ...]) -> None:
    with pad.open("w", newline="") as stroom:
        csv.writer(stroom).writerows(rijen)
