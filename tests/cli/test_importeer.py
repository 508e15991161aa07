"""`meldketen importeer`."""

import json
from datetime import datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from tests.cli.conftest import Meldketen

KAART = """
[bestand]
scheidingsteken = ";"
tijdnotatie = "%d-%m-%Y %H:%M"
tijdzone = "Europe/Amsterdam"
bron = "proef"

[kolommen]
kenmerk = "Nummer"
voorgevallenOp = "Datum"
aard = "Soort"
toelichting = "Wat"

[waarden.aard]
"Lawaai" = "overlast"
"Diefstal" = "crimineel"

[standaard]
plaats = "buiten-noodopvang"
kanaal = "telefoon"

[alleen]
Buurt = ["Rokkeveen"]
"""
REGELS = """Nummer;Datum;Soort;Wat;Buurt
1;01-03-2025 22:15;Lawaai;harde muziek;Rokkeveen
2;02-03-2025 23:00;Diefstal;fiets weg;Rokkeveen
3;03-03-2025 01:00;Lawaai;feest;Meerzicht
4;morgen;Lawaai;geroep;Rokkeveen
5;04-03-2025 12:00;Stank;vuilnis;Rokkeveen
"""


@pytest.fixture
def bestand(tmp_path: Path) -> Path:
    """Five lines: two good ones, one that is left out, two that cannot be taken."""
    (tmp_path / "kaart.toml").write_text(KAART)
    bestand = tmp_path / "meldingen.csv"
    bestand.write_text(REGELS)
    return bestand


def neem_op(meldketen: Meldketen, *extra: str) -> dict[str, int]:
    """Import the file; give the figures of the summary by their first word."""
    afloop = meldketen("importeer", "meldingen.csv", "--veldkaart", "kaart.toml", "--locatie", "rokkeveenseweg", *extra)
    assert afloop.code == 0, afloop.fout
    woorden = [regel.split() for regel in afloop.uit.splitlines() if regel.startswith(" ")]
    return {woord[1].strip(":"): int(woord[0]) for woord in woorden}


def test_a_second_run_adds_nothing(meldketen: Meldketen, bestand: Path) -> None:
    """Every line is counted once, under what became of it; a second time the accepted ones are known."""
    eerste = {"regels": 5, "aangenomen": 2, "al": 0, "weggelaten": 1, "geweigerd": 2}
    assert neem_op(meldketen) == eerste
    assert neem_op(meldketen) == {**eerste, "aangenomen": 0, "al": 2}


def test_refused_lines_are_in_a_file_with_their_reason(meldketen: Meldketen, bestand: Path) -> None:
    """Somebody can repair the lines: number, field, value and reason stand in the file that the summary names."""
    neem_op(meldketen, "--afgewezen", "afgewezen.csv")
    geweigerd = (bestand.parent / "afgewezen.csv").read_text(encoding="utf-8-sig")
    assert "5,voorgevallenOp,morgen," in geweigerd
    assert "6,aard,Stank," in geweigerd


def test_a_trial_stores_nothing(meldketen: Meldketen, bestand: Path) -> None:
    """`--droog` says what would happen; afterwards everything is still new."""
    assert neem_op(meldketen, "--droog")["aangenomen"] == 2
    assert neem_op(meldketen)["aangenomen"] == 2


@pytest.mark.parametrize(("optie", "registratie"), [((), "direct"), (("--historisch",), "historisch")])
def test_what_is_called_history_is_history(
    meldketen: Meldketen, bestand: Path, optie: tuple[str, ...], registratie: str
) -> None:
    """What happened an hour ago alarms people, unless whoever imports it says that it is history."""
    moment = datetime.now(ZoneInfo("Europe/Amsterdam")) - timedelta(hours=1)
    bestand.write_text(f"Nummer;Datum;Soort;Wat;Buurt\n1;{moment:%d-%m-%Y %H:%M};Lawaai;muziek;Rokkeveen\n")
    assert neem_op(meldketen, *optie)["aangenomen"] == 1
    feiten = [json.loads(regel)["data"] for regel in meldketen("exporteer").uit.splitlines()]
    assert [data["registratie"] for data in feiten if "registratie" in data] == [registratie]


def test_a_wrong_veldkaart_is_refused_with_its_line(meldketen: Meldketen, bestand: Path) -> None:
    """Nothing is read with a map that is not understood."""
    (bestand.parent / "kaart.toml").write_text(KAART.replace("kenmerk =", "kenteken ="))
    afloop = meldketen("importeer", "meldingen.csv", "--veldkaart", "kaart.toml", "--locatie", "rokkeveenseweg")
    assert afloop.code == 1
    assert "kaart.toml, regel 9" in afloop.fout


def test_an_unknown_location_is_refused_at_once(meldketen: Meldketen, bestand: Path) -> None:
    """A wrong --locatie is one mistake, not one for every line."""
    afloop = meldketen("importeer", bestand.name, "--veldkaart", "kaart.toml", "--locatie", "nergens")
    assert afloop.code == 1
    assert "nergens" in afloop.fout
    assert "rokkeveenseweg" in afloop.fout
