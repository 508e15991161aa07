"""Killed anywhere in an erasure: not begun, or finished at the next start. Never half, and no byte of it is left."""

import json
import shutil
from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path

import pytest

from shared.contracts.elk import GegevensVernietigd
from shared.wisregister import DEEL, STAND, Wisregister, lees
from tests.cli.gewist import Plek, Verteld, te_lezen, vertel
from tests.faults.sterfelijk_wissen import START
from tests.faults.vork import GEDOOD, NOOIT, Levens

ALLES = {"heel", "deel", "blijft", "contact heel", "contact deel", "contact blijft", "dossier", "quarantaine"}
WAT = ("heel", "deel", "contact heel", "dossier", "quarantaine")
TUSSEN = "na_noteer"
"""Between a line in the register and what it announces."""


@pytest.fixture(scope="module")
def levens() -> Iterator[Levens]:
    """Lives to lead."""
    with Levens("tests.faults.sterfelijk_wissen") as levens:
        yield levens


@pytest.fixture(scope="module")
def begin(tmp_path_factory: pytest.TempPathFactory, levens: Levens) -> tuple[Plek, Verteld]:
    """An installation that was started, in which nothing is erased yet."""
    map_ = tmp_path_factory.mktemp("begin")
    plek = Plek(map_ / "gegevens", map_ / "register.jsonl")
    verteld, gelezen = vertel(plek)
    assert gelezen == ALLES
    plek.register.with_name("verteld.json").write_text(json.dumps(asdict(verteld)))
    assert levens.leef(plek.data, plek.register, START, NOOIT) == 0
    return plek, verteld


def kopie(begin: Plek, map_: Path) -> Plek:
    """The same installation, to break."""
    shutil.copytree(begin.data, map_ / "gegevens")
    for naam in ("register.jsonl", "verteld.json"):
        shutil.copy(begin.register.with_name(naam), map_)
    return Plek(map_ / "gegevens", map_ / "register.jsonl")


def punten(levens: Levens, begin: Plek, wat: str, map_: Path) -> list[str]:
    """Every point that erasing passes."""
    heel = kopie(begin, map_)
    assert levens.leef(heel.data, heel.register, wat.replace(" ", "_"), NOOIT) == 0
    return (heel.data / "punten.txt").read_text().splitlines()


def vastgelegd(plek: Plek) -> int:
    """How many erasures the ledgers tell; they are whole, and the register knows every one."""
    with plek.open() as winkel:
        ledgers = [dienst.ledger for dienst in winkel.diensten]
        assert [ledger.verify() for ledger in ledgers] == [None, None]
        assert [Wisregister(plek.register).ontbreekt(ledger) for ledger in ledgers] == [0, 0]
        return sum(len(ledger.read_kind(GegevensVernietigd, 0, 100)) for ledger in ledgers)


def sterf(levens: Levens, plek: Plek, verteld: Verteld, wat: str, punt: object) -> None:
    """Die at a point, start again, and look; then ask once more, as who had no answer does."""
    assert levens.leef(plek.data, plek.register, wat.replace(" ", "_"), punt) == GEDOOD
    regels = [regel for regel in lees(plek.register) if regel.soort != STAND]
    assert levens.leef(plek.data, plek.register, START, NOOIT) == 0
    begonnen = bool(regels) and not (regels[-1].soort == DEEL and not vastgelegd(plek))
    weg = {wat} if begonnen else set()
    assert te_lezen(plek, verteld) == ALLES - weg
    assert vastgelegd(plek) == len(weg)
    if wat in ("heel", "deel") and begonnen:
        assert not plek.op_schijf(getattr(verteld, wat))
    if not begonnen:
        assert levens.leef(plek.data, plek.register, wat.replace(" ", "_"), NOOIT) == 0
        assert te_lezen(plek, verteld) == ALLES - {wat}


@pytest.mark.parametrize("wat", ["heel", "contact heel"])
def test_gedood_tussen_regel_en_wissing(levens: Levens, begin: tuple[Plek, Verteld], tmp_path: Path, wat: str) -> None:
    """The line is on disk, the commit is not: the next start erases what was announced, once, to the last byte."""
    sterf(levens, kopie(begin[0], tmp_path / "dood"), begin[1], wat, TUSSEN)


@pytest.mark.lang
@pytest.mark.parametrize("wat", WAT)
def test_gedood_op_elk_punt_van_een_wissing(
    levens: Levens, begin: tuple[Plek, Verteld], tmp_path: Path, wat: str
) -> None:
    """Before and after every line, every commit and every cleaning."""
    for punt in range(len(punten(levens, begin[0], wat, tmp_path / "heel"))):
        sterf(levens, kopie(begin[0], tmp_path / str(punt)), begin[1], wat, punt)
