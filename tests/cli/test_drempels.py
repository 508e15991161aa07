"""`meldketen drempels` and `meldketen profiel controleer --toets`."""

import json
from pathlib import Path

from tests.cli.conftest import Meldketen

ZOETERMEER = Path(__file__).parents[2] / "deploy" / "profielen" / "zoetermeer.toml"
KERNCIJFERS = Path(__file__).parents[1] / "data" / "kerncijfers.csv"
KOP = "aard,plaats,voorgevallenOp,thema,gerichtTegen,kanaal"


def jaar(pad: Path, aantal: int = 40) -> Path:
    """A CSV with our own column names: two criminal reports a day."""
    regels = [
        f"crimineel,buiten-noodopvang,2026-10-{1 + n // 2:02}T1{n % 2}:00:00+02:00,geweld,omwonenden,telefoon"
        for n in range(aantal)
    ]
    pad.write_text("\n".join([KOP, *regels, "onzin,buiten-noodopvang,gisteren,geweld,omwonenden,telefoon"]) + "\n")
    return pad


def test_toets_op_een_bestand_met_twee_profielen(meldketen: Meldketen, tmp_path: Path) -> None:
    """Somebody's CSV through two profiles of one municipality: both numbers, a picture, and nothing stored."""
    streng = tmp_path / "streng.toml"
    streng.write_text(ZOETERMEER.read_text().replace("grens = 5\n", "grens = 2\n"))
    afloop = meldketen(
        *("drempels", "toets", "--historie", jaar(tmp_path / "j.csv"), "--locatie", "rokkeveenseweg", "--vannacht"),
        *("--profiel", "zoetermeer", "--profiel", streng, "--uit", "beeld.svg"),
    )
    assert afloop.code == 0, afloop.fout
    assert "er is niets verstuurd" in afloop.uit
    assert "1 regels overgeslagen" in afloop.uit
    assert "40 meldingen, van donderdag 1 oktober 2026" in afloop.uit
    assert "driehoek-aantal" in afloop.uit
    assert "Naast elkaar" in afloop.uit
    assert "nagespeeld op het rooster" in afloop.uit
    assert (tmp_path / "beeld.svg").read_text().startswith("<svg")
    assert not (tmp_path / "gegevens").exists()


def test_toets_op_eigen_gegevens_en_op_hun_export(meldketen: Meldketen, tmp_path: Path) -> None:
    """What was imported, from the folder and from its export: the same alarms. A new profile shows its own beside."""
    jaar(tmp_path / "j.csv")
    assert meldketen("importeer", "j.csv", "--locatie", "rokkeveenseweg", "--historisch").code == 0
    (tmp_path / "export.jsonl").write_text(meldketen("exporteer").uit)
    uit = [
        meldketen("drempels", "toets", "--uit", "a.json"),
        meldketen("drempels", "toets", "--historie", "export.jsonl", "--uit", "b.json"),
    ]
    assert [afloop.code for afloop in uit] == [0, 0], uit
    een, ander = (json.loads((tmp_path / naam).read_text()) for naam in ("a.json", "b.json"))
    assert een == ander
    assert {geval["drempel"] for geval in een["gevallen"]} == {"driehoek-aantal"}
    (tmp_path / "nieuw.toml").write_text(ZOETERMEER.read_text().replace("grens = 5\n", "grens = 50\n"))
    nieuw = meldketen("profiel", "controleer", "nieuw.toml", "--toets", "gegevens")
    assert nieuw.code == 0, nieuw.fout
    assert "Er is niets verstuurd".lower() in nieuw.uit.lower()
    assert "nieuw" in nieuw.uit


def test_cijfers_invoeren(meldketen: Meldketen, tmp_path: Path) -> None:
    """LV-3: the printed figures of the own municipality; weeks of this year are forecast; a wrong line is refused."""
    lv = ("--profiel", "leidschendam-voorburg")
    afloop = meldketen("drempels", "cijfers", KERNCIJFERS, *lv)
    assert afloop.code == 0, afloop.fout
    assert "woninginbraken: 4 cijfers ingevoerd" in afloop.uit
    assert "misdrijven" not in afloop.uit
    terug = meldketen("drempels", "toets", *lv)
    assert "norm-woninginbraken" in terug.uit
    (tmp_path / "fout.csv").write_text("reeks,van,tot,aantal\nx,2026-01-01,2026-01-07,veel\n")
    fout = meldketen("drempels", "cijfers", "fout.csv", *lv)
    assert fout.code == 1
    assert "Regel 2" in fout.fout
    assert meldketen("drempels", "toets", "--historie", "fout.csv", "--data", "gegevens", *lv).code == 2
