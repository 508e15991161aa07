"""Of commands that show or change what is sensitive the audit keeps that they were run."""

import asyncio
import json
from contextlib import closing
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from meldketen.cli.opdracht import GEVOELIG
from meldketen.cli.opdrachten import opdrachten
from shared.web.audit import Regel, open_audit
from shared.web.audit.vraag import Vraag
from shared.web.toegang.actienamen import OPDRACHTEN

CSV = "kenmerk,aard,plaats,voorgevallenOp,kanaal\na,overlast,buiten-noodopvang,2026-03-01T22:15:00+01:00,telefoon\n"


@pytest.fixture
def map_(tmp_path: Path) -> Path:
    """A folder in which there is something: a key."""
    assert _draai(tmp_path, "sleutel", "maak", "--rol", "beheer", "--naam", "Jan Jansen").exit_code == 0
    return tmp_path


def _draai(map_: Path, *woorden: str) -> Result:
    return CliRunner().invoke(opdrachten, [*woorden, "--data", str(map_ / "gegevens")], catch_exceptions=False)


def _regels(map_: Path) -> list[Regel]:
    with closing(open_audit(str(map_ / "gegevens"))) as audit:
        return list(reversed(asyncio.run(audit.regels(Vraag()))))


def _kort(regels: list[Regel]) -> list[tuple[str, str, str]]:
    assert {(regel.rol, regel.wie, regel.herkomst) for regel in regels} <= {("bediening", "", "opdrachtregel")}
    return [(regel.actie, regel.betreft, regel.resultaat) for regel in regels]


def _paar(opdracht: str, einde: str = "gelukt") -> list[tuple[str, str, str]]:
    actie = f"opdracht.{opdracht.split()[0]}"
    return [(actie, f"meldketen {opdracht}", "begonnen"), (actie, f"meldketen {opdracht}", einde)]


def test_wat_iemand_doet_staat_er_voor_en_na(map_: Path) -> None:
    """Also where it was refused; with one trace, and without what was typed."""
    begin = len(_regels(map_))
    (map_ / "in.csv").write_text(CSV)
    assert _draai(map_, "importeer", str(map_ / "in.csv"), "--locatie", "rokkeveenseweg").exit_code == 0
    assert _draai(map_, "exporteer").exit_code == 0
    assert _draai(map_, "sleutel", "trek-in", "bestaat-niet").exit_code == 1
    regels = _regels(map_)[begin:]
    verwacht = [*_paar("importeer"), *_paar("exporteer"), *_paar("sleutel trek-in", "mislukt")]
    assert _kort(regels) == verwacht
    assert len({regel.spoor for regel in regels}) == 3
    assert "Jansen" not in json.dumps([regel.rij() for regel in _regels(map_)])


def test_een_kopie_en_wat_ervan_terugkwam(map_: Path) -> None:
    """The copy holds that it was made, and what was put back that it was put back; and both are sound."""
    assert _draai(map_, "backup", str(map_ / "kopie")).exit_code == 0
    terug = map_ / "terug"
    assert _draai(terug, "herstel", str(map_ / "kopie")).exit_code == 0
    assert _kort(_regels(terug))[-2:] == [_paar("backup")[0], _paar("herstel")[1]]
    afloop = _draai(terug, "controleer")
    assert "audit: regels zijn zoals ze zijn vastgelegd." in afloop.output


def test_waar_niets_is_begint_ook_de_audit_niet(tmp_path: Path) -> None:
    """A wrong folder stays as empty as it was."""
    assert _draai(tmp_path, "exporteer").exit_code == 1
    assert not list(tmp_path.rglob("*.db"))


def test_een_audit_die_niet_schrijft_houdt_geen_kopie_tegen(map_: Path) -> None:
    """It is said, and the copy is made all the same."""
    (map_ / "gegevens" / "audit.db").rename(map_ / "weg.db")
    (map_ / "gegevens" / "audit.db").mkdir()
    afloop = _draai(map_, "exporteer")
    assert "kon niet in de audit worden vastgelegd" in afloop.output


def test_de_audit_zegt_wie_een_sleutel_kreeg(map_: Path) -> None:
    """Which role, which place and which mark, of making a key and of taking it away; never what it was called."""
    begin = len(_regels(map_))
    assert _draai(map_, "sleutel", "maak", "--rol", "om", "--gemeente", "gm0637", "--naam", "Piet").exit_code == 0
    nummer = next(regel.split()[0] for regel in _draai(map_, "sleutel", "lijst").output.splitlines() if " om " in regel)
    assert _draai(map_, "sleutel", "trek-in", nummer).exit_code == 0
    gegeven = f"(rol om, plek gm0637, kenmerk {nummer})"
    gedaan = [regel.betreft for regel in _regels(map_)[begin:] if regel.resultaat == "gelukt"]
    assert gedaan[0] == f"meldketen sleutel maak {gegeven}"
    assert gedaan[-1] == f"meldketen sleutel trek-in {gegeven}"


def test_elke_gevoelige_opdracht_is_in_de_audit_te_kiezen() -> None:
    """The page of the audit names each of them in its list of actions."""
    assert frozenset(OPDRACHTEN) == GEVOELIG
