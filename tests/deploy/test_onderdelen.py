"""The bill of materials: everything that an install fetches is on it, as the lock pins it."""

import json
import re
from functools import cache
from runpy import run_path
from typing import Any

from cyclonedx.output.json import JsonV1Dot6
from cyclonedx.schema import SchemaVersion
from cyclonedx.validation.json import JsonStrictValidator

from tests.deploy.bestanden import ROOT

LOCK = (ROOT / "requirements.lock").read_text()


@cache
def _tekst() -> str:
    stuklijst = run_path(str(ROOT / ".ci" / "sbom.py"))["stuklijst"]
    return JsonV1Dot6(stuklijst(LOCK)).output_as_string()


@cache
def _lijst() -> dict[str, Any]:
    gelezen: dict[str, Any] = json.loads(_tekst())
    return gelezen


def test_elk_vastgelegd_pakket_staat_erop_met_versie_en_hashes() -> None:
    """Read off the lock in another way than the bill does: by its own lines, and by counting hashes."""
    regels = [regel for regel in LOCK.splitlines() if "==" in regel and regel[0] not in " #"]
    vast = {re.split(r"[\[=]", regel)[0]: re.split(r"[ ;]", regel.split("==")[1])[0] for regel in regels}
    onderdelen = {een["name"]: een for een in _lijst()["components"]}
    assert {naam: een["version"] for naam, een in onderdelen.items()} == vast
    assert sum(len(een["hashes"]) for een in onderdelen.values()) == LOCK.count("--hash=sha256:")


def test_de_stuklijst_heeft_de_vorm_van_cyclonedx() -> None:
    """The schema of the standard takes it, and each reference leads somewhere."""
    assert JsonStrictValidator(SchemaVersion.V1_6).validate_str(_tekst()) is None
    bekend = {een["bom-ref"] for een in _lijst()["components"]} | {"meldketen"}
    for een in _lijst()["dependencies"]:
        assert {een["ref"], *een.get("dependsOn", [])} <= bekend


def test_elk_geinstalleerd_pakket_noemt_zijn_licentie() -> None:
    """A licence that is not known is one that nobody looked at; what is for another system cannot be read here."""
    zonder = [een["name"] for een in _lijst()["components"] if not een.get("licenses") and not een.get("properties")]
    assert zonder == []


def test_dezelfde_lock_geeft_dezelfde_stuklijst() -> None:
    """No clock and no chance: two builds can be compared."""
    assert "timestamp" not in _lijst()["metadata"]
    assert "serialNumber" not in _lijst()
