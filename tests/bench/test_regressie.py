"""A ratio that falls is seen."""

import json
import re
from pathlib import Path

import pytest

from bench.__main__ import lees_woorden
from bench.banken import GEWOON, GROOT, Bank
from bench.regressie import achteruit, eerder
from bench.ronden import Rij, rij_van_duren
from bench.tabel import tabel, zet_in

REDENEN = GEWOON.blad.parent / "docs" / "snelheid.md"
BEWAARDE = [bank for bank in (GEWOON, GROOT) if bank.uitkomst.exists()]
BEWAARD = {"snel": 0.50, "weg": 0.9}


def _rij(wat: str, verhouding: float) -> Rij:
    return Rij(wat, 1, 1, verhouding, (verhouding, verhouding), 0.5, True)


@pytest.mark.parametrize("verhouding", [0.41, 0.5, 3.0])
def test_a_ratio_within_a_fifth_is_the_mood_of_the_machine(verhouding: float) -> None:
    """Nobody is told of it, also not when it got better."""
    assert list(achteruit([_rij("snel", verhouding)], BEWAARD)) == []


def test_a_ratio_that_fell_further_is_named_with_both_figures() -> None:
    """Who reads it knows which line, what it is and what it was."""
    assert list(achteruit([_rij("snel", 0.39)], BEWAARD)) == ["snel: verhouding 0.39, was 0.50 (-22%)"]


def test_a_new_line_has_nothing_to_fall_from() -> None:
    """What was never kept is passed over, as is what is not measured now."""
    assert list(achteruit([_rij("nieuw", 0.01)], BEWAARD)) == []


def test_slower_is_a_lower_ratio_for_a_duration_as_well() -> None:
    """A duration that doubles halves its ratio, so that the same comparison holds for it."""
    toen = rij_van_duren("wacht", [(2.0, 1.0)], hoogstens=1.5)
    nu = rij_van_duren("wacht", [(4.0, 1.0)], hoogstens=1.5)
    assert (toen.verhouding, nu.verhouding) == (0.5, 0.25)
    assert list(achteruit([nu], {"wacht": toen.verhouding})) != []


def test_what_was_kept_can_be_read(tmp_path: Path) -> None:
    """Only the ratios count; the committed file is such a file."""
    bestand = tmp_path / "uitkomst.json"
    bestand.write_text(json.dumps({"rijen": [{"wat": "snel", "verhouding": 0.5, "waarde": 7}]}))
    assert eerder(bestand) == {"snel": 0.5}
    assert eerder(GEWOON.uitkomst)


@pytest.mark.parametrize(("argv", "code"), [(["--help"], 0), (["onzin"], 2), (["--bewaar", "intake"], 2)])
def test_what_cannot_be_asked_is_refused(argv: list[str], code: int) -> None:
    """Keeping a part would throw the other lines away; help says what can be asked."""
    with pytest.raises(SystemExit) as einde:
        lees_woorden(argv)
    assert einde.value.code == code


def test_nothing_is_kept_unless_asked() -> None:
    """The committed figures stay as they are."""
    woorden = lees_woorden(["coa", "--vergelijk"])
    assert (woorden.bewaar, woorden.vergelijk, woorden.delen) == (False, True, ["coa"])


@pytest.mark.parametrize("bank", BEWAARDE)
def test_the_page_shows_what_was_kept(bank: Bank, tmp_path: Path) -> None:
    """The figures on the page are those that were kept; writing them again changes nothing."""
    tekst = bank.blad.read_text(encoding="utf-8")
    assert tabel(json.loads(bank.uitkomst.read_text(encoding="utf-8"))) in tekst
    kopie = tmp_path / "blad.md"
    kopie.write_text(tekst, encoding="utf-8")
    zet_in(kopie, bank.uitkomst)
    assert kopie.read_text(encoding="utf-8") == tekst


@pytest.mark.parametrize("bank", BEWAARDE)
def test_every_missed_aim_has_its_reason(bank: Bank) -> None:
    """A figure below its aim without a word on what a profile showed is a loose end."""
    redenen = " ".join(REDENEN.read_text(encoding="utf-8").split())
    rijen = json.loads(bank.uitkomst.read_text(encoding="utf-8"))["rijen"]
    gemist = [re.sub(r"( van \d+)? \(.*", "", rij["wat"]) for rij in rijen if not rij["gehaald"]]
    assert [wat for wat in gemist if f"**{wat}**" not in redenen] == []


def test_the_great_bench_has_its_own_parts() -> None:
    """What takes minutes is asked for apart, under the same names."""
    assert set(lees_woorden(["--groot"]).bank.delen) <= set(GEWOON.delen)
    with pytest.raises(SystemExit):
        lees_woorden(["--groot", "intake"])


def test_a_missed_aim_is_named() -> None:
    """Nobody has to compare two figures to see that it was missed."""
    rij = {"wat": "snel", "waarde": 1, "basis": 123.4, "verhouding": 0.4, "spreiding": [0.3, 0.5], "doel": 0.5}
    gezet = tabel({"datum": "2026-11-22", "machine": "een", "rijen": [{**rij, "gehaald": False}]})
    assert "| snel | 1.00 | 123 | 0.40 (0.30-0.50) | 0.50 | **missed** |" in gezet
