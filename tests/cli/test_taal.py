"""The command line speaks Dutch, in click's words too."""

import ast
import gettext
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import IO, Any

import click
import pytest
from babel.messages.catalog import Catalog
from babel.messages.mofile import read_mo
from babel.messages.pofile import read_po
from click.testing import CliRunner, Result

from meldketen.cli.opdrachten import OPDRACHTEN, opdrachten
from meldketen.cli.taal import TALEN, spreek_nederlands
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


def catalogus(bestand: Path, lees: Callable[[IO[bytes]], Catalog]) -> dict[str, list[str]]:
    """Each sentence (of a plural its first form) with its translations."""
    with bestand.open("rb") as inhoud:
        return {vormen(bericht.id)[0]: vormen(bericht.string) for bericht in lees(inhoud) if bericht.id}


def vormen(tekst: Any) -> list[str]:
    """The singular and plural, or the one form there is."""
    return [tekst] if isinstance(tekst, str) else list(tekst)


def test_every_sentence_of_click_is_translated() -> None:
    """A newer click cannot bring an English sentence in unnoticed."""
    map_van_click = Path(click.__file__).parent
    gezegd = {zin for naam in VOOR_GEBRUIKERS for zin in zinnen(map_van_click / naam)}
    over = gezegd - catalogus(CATALOGUS, read_po).keys()
    assert {zin for zin in over if not zin.startswith(VOOR_BOUWERS)} == set()


def test_the_compiled_catalogue_is_the_written_one() -> None:
    """`make talen` was run after the last change."""
    assert catalogus(CATALOGUS.with_suffix(".mo"), read_mo) == catalogus(CATALOGUS, read_po)


@pytest.fixture
def zeg() -> Iterator[Callable[..., Result]]:
    """Run a command in this process, with the language set as the program sets it."""
    vorige = gettext.textdomain()
    with pytest.MonkeyPatch.context() as mp:
        mp.setenv("LANGUAGE", "de")
        spreek_nederlands()
        yield lambda *argumenten: CliRunner().invoke(opdrachten, argumenten, prog_name="meldketen")
    gettext.textdomain(vorige)


@pytest.mark.parametrize("argumenten", [(), *((opdracht,) for opdracht in OPDRACHTEN)])
def test_help_is_dutch(zeg: Callable[..., Result], argumenten: tuple[str, ...]) -> None:
    """Each command explains itself without an English word of click."""
    afloop = zeg(*argumenten, "--help")
    assert afloop.exit_code == 0, afloop.output
    assert afloop.output.startswith("Gebruik: meldketen")
    for engels in ("Usage", "Option", "Command", "OPTION", "COMMAND", "ARGS", "Show", "required", "INTEGER", "TEXT"):
        assert engels not in afloop.output


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
        (["dienst", "intake"], "Noem met --nats de server"),
    ],
)
def test_wrong_use_is_explained_in_dutch(zeg: Callable[..., Result], argumenten: list[str], zin: str) -> None:
    """Wrong use ends with code 2, says what is wrong, and where help is."""
    afloop = zeg(*argumenten)
    assert afloop.exit_code == 2
    assert zin in afloop.output
    assert "Uitleg: 'meldketen" in afloop.output


def test_the_language_of_the_machine_makes_no_difference(meldketen: Meldketen) -> None:
    """The real program on a machine that speaks German."""
    afloop = meldketen("besta-niet", koud=True, LANG="de_DE.UTF-8", LANGUAGE="de")
    assert afloop.code == 2
    assert "De opdracht 'besta-niet' bestaat niet." in afloop.fout
