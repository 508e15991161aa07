"""What was erased after a copy was made stays erased when the copy is put back: the register outside it says what."""

import shutil
from datetime import UTC, datetime
from pathlib import Path

import pytest

from meldketen.kopie import maak_kopie
from shared.wisregister import STAND, Wisregister, lees
from tests.cli.gewist import Plek, Verteld, te_lezen, vertel, wis

ALLES = {"heel", "deel", "blijft", "contact heel", "contact deel", "contact blijft", "dossier", "quarantaine"}
BLIJFT = {"blijft", "contact deel", "contact blijft"}
SLEUTELS = ("sleutels.db", "dossierkluissleutels.db")
GEWIST = "1 coa-quarantaine, 1 contact, 1 deel-van-tekst, 1 dossierverwijzing"


@pytest.fixture
def plek(tmp_path: Path, database: str) -> Plek:
    """An installation on each of the databases."""
    return Plek(tmp_path / "gegevens", tmp_path / "elders" / "register.jsonl", database if "://" in database else "")


@pytest.fixture
def gewist(plek: Plek, tmp_path: Path) -> tuple[Plek, Verteld]:
    """A copy of an installation in which things were erased after it was made; not yet put back."""
    verteld, te_lezen = vertel(plek)
    assert te_lezen == ALLES
    terug = kopieer(plek, tmp_path)
    assert wis(plek, verteld) == BLIJFT
    return terug, verteld


def kopieer(plek: Plek, naar: Path) -> Plek:
    """Copy it as it is now, keys and all: the worst that somebody can put back. The register is not in it."""
    terug = Plek(naar / "terug", plek.register)
    if plek.database:
        terug.database = plek.kopie_van_database()
        terug.data.mkdir()
        shutil.copy(plek.data / "geheim", terug.data)
    else:
        maak_kopie(plek.data, naar / "kopie", datetime.now(UTC))
        for naam in SLEUTELS:
            shutil.copy(plek.data / naam, naar)
    return terug


def zet_terug(terug: Plek, *woorden: str) -> tuple[int, str]:
    """Put the copy back by the command, and the old keys beside it; give its exit code and what it said."""
    kopie = [] if terug.database else [str(terug.data.parent / "kopie")]
    afloop = terug.draai("herstel", *kopie, *woorden)
    for naam in () if terug.database or afloop.exit_code else SLEUTELS:
        shutil.copy(terug.data.parent / naam, terug.data)
    return afloop.exit_code, afloop.output


def test_gewist_blijft_gewist(gewist: tuple[Plek, Verteld], tmp_path: Path) -> None:
    """Without a register it is all there again, and that is said; with it every kind of erasure is done again.

    No byte of a text is left, no key, and the rest is as it was. Of a text of which a part was masked the whole goes:
    which words they were stands nowhere.
    """
    terug, verteld = gewist
    register, terug.register = terug.register, tmp_path / "nieuw.jsonl"
    code, tekst = zet_terug(terug)
    assert code == 0, tekst
    assert "er is geen wisregister" in tekst
    assert "--alleen-wissen --register" in tekst
    assert terug.op_schijf(verteld.heel, verteld.deel) == {verteld.heel, verteld.deel}
    assert terug.sleutels() == (3, 1)

    alsnog = terug.draai("herstel", "--alleen-wissen", "--register", str(register))
    assert f"Opnieuw gewist: {GEWIST}" in alsnog.output
    assert alsnog.exit_code == 0
    assert terug.op_schijf(verteld.heel, verteld.deel, verteld.blijft) == {verteld.blijft}
    assert te_lezen(terug, verteld) == BLIJFT
    assert terug.sleutels() == (2, 0)
    overgenomen = {regel.wat for regel in lees(terug.register)}
    assert {regel.wat for regel in lees(register) if regel.soort != STAND} <= overgenomen


@pytest.mark.lang
def test_met_het_register_erbij(gewist: tuple[Plek, Verteld]) -> None:
    """Given at once, nothing of it comes back; the ledgers are sound, and doing it again finds nothing."""
    terug, verteld = gewist
    code, tekst = zet_terug(terug)
    assert code == 0, tekst
    assert f"Opnieuw gewist: {GEWIST}" in tekst
    assert terug.draai("herstel", "--alleen-wissen").exit_code == 0  # the old keys were laid beside it afterwards
    assert terug.op_schijf(verteld.heel, verteld.deel, verteld.blijft) == {verteld.blijft}
    assert te_lezen(terug, verteld) == BLIJFT
    assert terug.sleutels() == (2, 0)
    assert "Opnieuw gewist: niets" in terug.draai("herstel", "--alleen-wissen").output
    assert "FOUT" not in terug.draai("controleer").output
    terug.register.unlink()
    assert "wissingen staan er niet in" in terug.draai("controleer").output


def test_een_register_van_een_andere_installatie(tmp_path: Path) -> None:
    """It is refused before anything is put back, and so is one with a damaged line; both say what to do."""
    plek = Plek(tmp_path / "gegevens", tmp_path / "register.jsonl")
    with plek.open():
        terug = kopieer(plek, tmp_path)
    ander = Plek(tmp_path / "ander", tmp_path / "ander.jsonl")
    with ander.open() as winkel:
        Wisregister(ander.register).werk_bij(winkel.dienst("intake").ledger, datetime.now(UTC))
    code, tekst = zet_terug(terug, "--register", str(ander.register))
    assert code == 1
    assert "van een andere installatie" in tekst
    plek.register.write_text(ander.register.read_text() + "{half\n" + ander.register.read_text())
    code, tekst = zet_terug(terug)
    assert code == 1
    assert "Regel 2 van het wisregister" in tekst
    assert not (terug.data / "intake.db").exists()


@pytest.mark.parametrize("woorden", [(), ("MAP", "--alleen-wissen")])
def test_wat_niet_samengaat(tmp_path: Path, woorden: tuple[str, ...]) -> None:
    """Nothing to put back, or two things at once: exit code 2, and nothing is touched."""
    (tmp_path / "MAP").mkdir()
    plek = Plek(tmp_path / "gegevens", tmp_path / "register.jsonl")
    afloop = plek.draai("herstel", *(str(tmp_path / woord) if woord == "MAP" else woord for woord in woorden))
    assert afloop.exit_code == 2
    assert "Geef de MAP van een kopie" in afloop.output
    assert not list(plek.data.glob("*.db"))
