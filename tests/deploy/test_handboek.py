"""What the handbook names exists: settings, commands, pages, files, paragraphs, and every activity of the logbook."""

import re
from collections.abc import Iterator
from pathlib import Path

import click
import pytest
from fastapi.routing import iter_route_contexts

from meldketen import documentatie, toegangspagina
from meldketen.cli.opdrachten import opdrachten
from services.intake.doel import Doel
from services.intake.kluis.kluis import LEZEN as CONTACT
from services.overleg.dossier.kluis import LEZEN as DOSSIER
from services.overleg.dossier.kluis import Doel as Dossierdoel
from shared.settings import Settings
from shared.web import own_pages
from shared.web.toegang import open_toegang
from tests.deploy.bestanden import DEPLOY, ROOT
from tests.deploy.conftest import Huis

VAST = (ROOT / "README.md", ROOT / "SECURITY.md", ROOT / "docs" / "beheer.md")
DOCS = [*VAST, *sorted(pad for map_ in ("beheer", "sjablonen") for pad in (ROOT / "docs" / map_).glob("*.md"))]
INRICHTING = sorted(pad for pad in DEPLOY.rglob("*") if pad.is_file() and "profielen" not in pad.parts)
CODE = re.compile(r"```[^\n]*\n(.*?)```|`([^`\n]+)`", re.DOTALL)
VOORVOEGSELS = ("MELDKETEN_KANAAL_", "MELDKETEN_POST_", "MELDKETEN_TERUGKOPPELING_")
"""Followed by a role, a partner or a way; the code puts the name together."""


def _naam(pad: Path) -> str:
    return str(pad.relative_to(ROOT))


def _code(pad: Path) -> Iterator[str]:
    """What stands in a page as code: blocks, and words between the lines."""
    for blok, woord in CODE.findall(pad.read_text()):
        yield blok or woord


def _instellingen() -> set[str]:
    velden = {f"MELDKETEN_{naam.upper()}" for naam in Settings.model_fields}
    start = opdrachten.get_command(click.Context(opdrachten), "start")
    assert start
    opties = {str(optie.envvar) for optie in start.params if optie.envvar}
    nats = "".join(pad.read_text() for pad in (DEPLOY / "nats").glob("*.conf"))
    return velden | opties | set(re.findall(r"\$(MELDKETEN_\w+)", nats))


@pytest.mark.parametrize("pad", [*DOCS, *INRICHTING], ids=_naam)
def test_elke_instelling_bestaat(pad: Path) -> None:
    """A setting that is misspelled is passed over without a word."""
    genoemd = set(re.findall(r"\bMELDKETEN_[A-Z_]*[A-Z]\b", pad.read_text()))
    assert {naam for naam in genoemd if not naam.startswith(VOORVOEGSELS)} <= _instellingen()


@pytest.mark.parametrize("pad", DOCS, ids=_naam)
def test_elke_opdracht_bestaat_met_haar_opties(pad: Path) -> None:
    """Every `meldketen …` of a page is one that the program takes."""
    for stuk in _code(pad):
        for regel in re.findall(r"(?:^|[ /])(?<!-n )meldketen((?: +[^\s#|&;]+)+)", stuk, re.MULTILINE):
            woorden = regel.removeprefix(" meldketen").split()
            if re.match(r"[a-z]", woorden[0]):
                _keur(woorden)


def _keur(woorden: list[str]) -> None:
    context = click.Context(opdrachten)
    opdracht: click.Command = opdrachten
    while isinstance(opdracht, click.Group) and woorden and re.fullmatch(r"[a-z|-]+", woorden[0]):
        namen = woorden.pop(0).split("|")
        gevonden = [opdracht.get_command(context, naam) for naam in namen]
        assert None not in gevonden, namen
        opdracht = gevonden[0] or opdracht
    # Not `get_params`: it makes the option for help, in the language of this moment, and keeps it.
    bekend = {optie for param in opdracht.params for optie in param.opts} | set(opdracht.get_help_option_names(context))
    assert {woord.partition("=")[0] for woord in woorden if woord.startswith("--")} <= bekend, opdracht.name


@pytest.mark.parametrize("pad", DOCS, ids=_naam)
def test_elk_doel_van_make_bestaat(pad: Path) -> None:
    """Every `make …` of a page is a target."""
    doelen = set(re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text(), re.MULTILINE))
    assert {doel for stuk in _code(pad) for doel in re.findall(r"^\s*make ([a-z-]+)", stuk, re.MULTILINE)} <= doelen


@pytest.mark.parametrize("pad", DOCS, ids=_naam)
def test_elke_verwijzing_leidt_ergens_heen(pad: Path) -> None:
    """Each link leads to a file, and to a heading in it; each file that is named is there."""
    for doel in re.findall(r"\]\(([^)\s]+)\)", pad.read_text()):
        if "://" not in doel:
            bestand, _, anker = doel.partition("#")
            ander = pad.parent / bestand
            assert ander.is_file(), doel
            koppen = re.findall(r"^#+ (.+)$", ander.read_text(), re.MULTILINE)
            assert not anker or anker in {re.sub(r"[^\w-]", "", kop.lower().replace(" ", "-")) for kop in koppen}, doel
    for stuk in _code(pad):
        for genoemd in re.findall(r"(?<![\w/.])(?:deploy|docs|shared|services)/[\w./-]*\w", stuk):
            assert (ROOT / genoemd).exists() or "geheimen" in genoemd or genoemd.endswith(".env"), genoemd


@pytest.fixture
def wegen(huis: Huis, tmp_path: Path) -> set[str]:
    """Every path that the program answers, with `{}` for what differs."""
    toegang = open_toegang(str(tmp_path), huis.klok)
    gevonden = {"/gezond", "/gereed", "/metrics"}
    documenten = documentatie.paginas([loop.dienst for loop in huis.loops.values()])
    bronnen = [("", own_pages.router(toegang, huis.klok)), ("", documenten)]
    bronnen += [("", toegangspagina.router(toegang, huis.profielen, huis.klok, ""))]
    for naam, loop in huis.loops.items():
        bronnen += [(f"/{naam}/v1", loop.dienst.api), ("", loop.dienst.paginas)]
    for begin, bron in bronnen:
        gevonden |= {re.sub(r"\{\w+\}", "{}", f"{begin}{route.path}") for route in iter_route_contexts(bron.routes)}
    toegang.close()
    return gevonden


async def test_elke_pagina_bestaat(wegen: set[str]) -> None:
    """Every address in the handbook is one that the program answers."""
    for pad in DOCS:
        for stuk in _code(pad):
            genoemd = re.fullmatch(r"(?:(?:GET|POST) )?(/[a-z][\w/{}.-]*)", stuk)
            if genoemd and not genoemd[1].startswith(("/var/", "/etc/", "/archief", "/tmp", "/.well")):
                assert re.sub(r"\{\w+\}", "{}", genoemd[1]) in wegen, f"{_naam(pad)}: {stuk}"


def test_het_handboek_noemt_elk_blad_en_elk_werk() -> None:
    """Whoever begins at docs/beheer.md finds every page, and what every operator must be able to do."""
    begin = (ROOT / "docs" / "beheer.md").read_text()
    bladen = [pad for map_ in ("beheer", "sjablonen") for pad in (ROOT / "docs" / map_).glob("*.md")]
    assert [pad.name for pad in bladen if f"({pad.parent.name}/{pad.name})" not in begin] == []
    werk = {"installeren", "bijwerken", "kopie", "storing", "wissen", "sleutels"}
    assert werk <= {pad.stem for pad in bladen}


def test_elke_activiteit_van_het_logboek_staat_in_het_register_en_andersom() -> None:
    """One activity for each address that the logbook can name: what nobody registered may not be done."""
    code = {f"{CONTACT.verwerking}-{doel}" for doel in Doel} | {f"{DOSSIER.verwerking}-{doel}" for doel in Dossierdoel}
    register = (ROOT / "docs" / "sjablonen" / "verwerkingsregister.md").read_text()
    assert set(re.findall(r"^### urn:nld:oin:&lt;OIN&gt;:verwerking:(\S+)$", register, re.MULTILINE)) == code


def test_elke_soort_logboek_is_bekend() -> None:
    """A new vault brings a new kind of reading; this page must then learn it."""
    code = [pad for map_ in ("services", "shared") for pad in (ROOT / map_).rglob("*.py")]
    soorten = {_naam(pad) for pad in code if "= Soort(" in pad.read_text()}
    assert soorten == {"services/intake/kluis/kluis.py", "services/overleg/dossier/kluis.py"}
