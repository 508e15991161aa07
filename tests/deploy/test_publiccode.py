"""`publiccode.yml` as a catalogue reads it: version 0.4 of the standard, and what it says is so."""

import json
import re
import tomllib
from pathlib import Path
from typing import Any

import yaml
from jsonschema import Draft202012Validator

from tests.deploy.bestanden import ROOT

SCHEMA = json.loads(Path(__file__).with_name("publiccode.schema.json").read_text())
GELEZEN: dict[str, Any] = yaml.safe_load((ROOT / "publiccode.yml").read_text())


def test_het_heeft_de_vorm_van_de_standaard() -> None:
    """Every key that must be there, no key that the standard does not know, lengths and vocabularies."""
    Draft202012Validator.check_schema(SCHEMA)
    fouten = Draft202012Validator(SCHEMA, format_checker=Draft202012Validator.FORMAT_CHECKER).iter_errors(GELEZEN)
    assert [f"{fout.json_path}: {fout.message}" for fout in fouten] == []


def test_het_klopt_met_de_code() -> None:
    """Version, licence and languages are those of the code."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
    assert GELEZEN["softwareVersion"] == project["version"]
    assert GELEZEN["legal"]["license"] == project["license"]
    talen = {pad.stem for pad in (ROOT / "services" / "intake" / "teksten").glob("*.toml")}
    assert set(GELEZEN["localisation"]["availableLanguages"]) <= talen


def test_geen_bedacht_adres() -> None:
    """What nobody reads is a placeholder that looks like one: an address that was made up may be somebody's."""
    for naam in ("publiccode.yml", "SECURITY.md"):
        tekst = (ROOT / naam).read_text()
        assert set(re.findall(r"[\w.]+@([\w.-]+)", tekst)) == {"example.nl"}
        assert "placeholder" in tekst
