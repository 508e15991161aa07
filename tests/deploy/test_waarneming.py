"""Alert rules and dashboard: they ask for what `/metrics` gives, and say what to do."""

import json
import re
import shutil
import subprocess
from collections.abc import Iterator
from typing import Any

import promql_parser
import pytest
import yaml
from prometheus_client.parser import text_string_to_metric_families

from meldketen.gezondheid import LAG, OLD
from meldketen.metingen import METINGEN, metingen
from shared.web.metrics import count
from tests.deploy.bestanden import DEPLOY, ROOT
from tests.deploy.conftest import Huis

MAP = DEPLOY / "observability"
REGELS: list[dict[str, Any]] = yaml.safe_load((MAP / "waarschuwingen.yml").read_text())["groups"][0]["rules"]
DASHBOARD: dict[str, Any] = json.loads((MAP / "grafana.json").read_text())
VAN_PROMETHEUS = {"instance", "job"}


def _vragen() -> Iterator[str]:
    yield from (regel["expr"] for regel in REGELS)
    yield from (vraag["expr"] for paneel in DASHBOARD["panels"] for vraag in paneel["targets"])


def _gevraagd(vraag: str) -> Iterator[tuple[str, set[str]]]:
    """Each figure in an expression, with the labels that it chooses by."""
    gevonden: list[Any] = []
    promql_parser.walk(promql_parser.parse(vraag), gevonden.append)
    for knoop in gevonden:
        selector = knoop.vector_selector if isinstance(knoop, promql_parser.MatrixSelector) else knoop
        if isinstance(selector, promql_parser.VectorSelector):
            yield selector.name, {keuze.name for keuze in selector.matchers.matchers}


@pytest.fixture
async def gegeven(huis: Huis) -> dict[str, set[str]]:
    """What `/metrics` really gives: every sample with its labels."""
    count("intake", "GET", 200, 0.01)
    tekst = (await metingen(list(huis.loops.values()), huis.nc)).decode()
    return {
        meting.name: set(meting.labels)
        for familie in text_string_to_metric_families(tekst)
        for meting in familie.samples
    }


async def test_wat_gevraagd_wordt_bestaat(gegeven: dict[str, set[str]]) -> None:
    """Each expression is PromQL, and each figure and label in it is given; else a rule is silent for ever."""
    for vraag in _vragen():
        for naam, labels in _gevraagd(vraag):
            assert naam in gegeven, vraag
            assert labels <= gegeven[naam] | VAN_PROMETHEUS, vraag
            gegroepeerd = {woord for deel in re.findall(r"by \(([\w, ]+)\)", vraag) for woord in deel.split(", ")}
            assert gegroepeerd <= gegeven[naam] | VAN_PROMETHEUS, vraag


def test_elk_eigen_cijfer_is_ergens_te_zien() -> None:
    """A figure on no dashboard and in no rule is a figure that nobody looks at."""
    gezien = {naam for vraag in _vragen() for naam, _ in _gevraagd(vraag)}
    assert METINGEN.keys() - gezien == set()


@pytest.mark.parametrize("regel", REGELS, ids=lambda regel: regel["alert"])
def test_een_waarschuwing_zegt_wat_er_is_en_wat_nu(regel: dict[str, Any]) -> None:
    """How urgent, what is the matter, and a page of the handbook that exists."""
    assert regel["labels"]["ernst"] in {"nu", "vandaag"}
    assert regel["annotations"]["summary"]
    pad, _, anker = re.search(r"docs/\S+", regel["annotations"]["wat_nu"])[0].partition("#")
    koppen = re.findall(r"^#+ (.+)$", (ROOT / pad).read_text(), re.MULTILINE)
    assert anker in {re.sub(r"[^\w-]", "", kop.lower().replace(" ", "-")) for kop in koppen}


def test_een_waarschuwing_heeft_dezelfde_grens_als_gereed() -> None:
    """What makes a service unready is what people are warned of."""
    grenzen = {regel["alert"]: float(regel["expr"].rpartition(" ")[2]) for regel in REGELS if "> " in regel["expr"]}
    assert grenzen["MeldketenOutboxOud"] == OLD.total_seconds()
    assert grenzen["MeldketenAchter"] == LAG


def test_elk_paneel_heeft_een_eigen_plek() -> None:
    """No two panels over each other, none outside the page, each with a title and a number of its own."""
    vakken: set[tuple[int, int]] = set()
    for paneel in DASHBOARD["panels"]:
        plek = paneel["gridPos"]
        eigen = {(plek["x"] + x, plek["y"] + y) for x in range(plek["w"]) for y in range(plek["h"])}
        assert not eigen & vakken, paneel["title"]
        assert plek["x"] + plek["w"] <= 24, paneel["title"]
        vakken |= eigen
    nummers = [paneel["id"] for paneel in DASHBOARD["panels"]]
    assert len(set(nummers)) == len(nummers)


def test_de_regels_zwijgen_en_waarschuwen_op_het_goede_moment() -> None:
    """Prometheus itself plays series through the rules: silent while all is well, warning when it is not."""
    promtool = shutil.which("promtool")
    if promtool is None:
        pytest.skip("promtool is not on this machine (Debian: apt-get install prometheus)")
    proef = ROOT / "tests" / "deploy" / "waarschuwingen.proef.yml"
    gedaan = subprocess.run([promtool, "test", "rules", proef], capture_output=True, text=True, timeout=60)
    assert gedaan.returncode == 0, gedaan.stdout + gedaan.stderr
