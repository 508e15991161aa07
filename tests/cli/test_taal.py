"""The command line speaks Dutch, in click's words too."""

import ast
from collections.abc import Iterator
from pathlib import Path

import click
import pytest
from babel.messages.mofile import read_mo
from babel.messages.pofile import read_po

from meldketen.cli.opdrachten import OPDRACHTEN
from meldketen.cli.taal import TALEN
from tests.cli.conftest import Meldketen

CATALOGUS = TALEN / "nl" / "LC_MESSAGES" / "meldketen.po"
VOOR_GEBRUIKERS = ("core.py", "exceptions.py", "formatting.py", "parser.py", "types.py", "decorators.py")
VOOR_BOUWERS = (
    "Could not determine name",
    "No options defined but",
    "Arguments take exactly one",
    "Name '{name}' defined twice",
    "Boolean option {decl!r} cannot",
    "Invalid start character",
)
"""Mistakes in a program, which only its builder sees."""


def zinnen(bestand: Path) -> Iterator[str]:
    """Every sentence that a module of click passes through gettext."""
    for node in ast.walk(ast.parse(bestand.read_text())):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in {"_", "ngettext"}:
            eerste = node.args[0]
            if isinstance(eerste, ast.Constant):
                yield str(eerste.value)


def test_every_sentence_of_click_is_translated() -> None:
    """A newer click cannot bring an English sentence in unnoticed."""
    with CATALOGUS.open("rb") as bestand:
        vertaald = {bericht.id[0] if isinstance(bericht.id, tuple) else bericht.id for bericht in read_po(bestand)}
    map_van_click = Path(click.__file__).parent
    gezegd = {zin for naam in VOOR_GEBRUIKERS for zin in zinnen(map_van_click / naam)}
    assert {zin for zin in gezegd - vertaald if not zin.startswith(VOOR_BOUWERS)} == set()


def test_the_compiled_catalogue_is_the_written_one() -> None:
    """`make talen` was run after the last change."""
    with CATALOGUS.open("rb") as geschreven, CATALOGUS.with_suffix(".mo").open("rb") as vertaald:
        verwacht = {bericht.id: bericht.string for bericht in read_po(geschreven) if bericht.id}
        assert {bericht.id: bericht.string for bericht in read_mo(vertaald) if bericht.id} == verwacht


@pytest.mark.parametrize("argumenten", [(), *((opdracht,) for opdracht in OPDRACHTEN)])
def test_help_is_dutch(meldketen: Meldketen, argumenten: tuple[str, ...]) -> None:
    """Each command explains itself without an English word of click."""
    afloop = meldketen(*argumenten, "--help")
    assert afloop.code == 0, afloop.fout
    assert afloop.uit.startswith("Gebruik: meldketen")
    for engels in (
        "Usage",
        "Options",
        "Commands",
        "OPTIONS",
        "COMMAND",
        "ARGS",
        "Show this",
        "required",
        "INTEGER",
        "TEXT",
    ):
        assert engels not in afloop.uit


@pytest.mark.parametrize(
    ("argumenten", "zin"),
    [
        (["besta-niet"], "De opdracht 'besta-niet' bestaat niet."),
        (["start", "--snel"], "De optie '--snel' bestaat niet."),
        (["start", "--poort", "veel"], "'veel' is geen geldig getal."),
        (["start", "--poort", "70000"], "valt buiten"),
        (["importeer"], "Verplicht argument ontbreekt: 'BESTAND'"),
        (["importeer", "weg.csv", "--locatie", "x"], "'weg.csv' bestaat niet."),
        (["sleutel", "maak", "--rol", "koning", "--naam", "n"], "Kies uit: 'meldpunt'"),
    ],
)
def test_wrong_use_is_explained_in_dutch(meldketen: Meldketen, argumenten: list[str], zin: str) -> None:
    """Wrong use ends with code 2, says what is wrong, and where help is."""
    afloop = meldketen(*argumenten)
    assert afloop.code == 2
    assert zin in afloop.fout
    assert "Uitleg: 'meldketen" in afloop.fout
