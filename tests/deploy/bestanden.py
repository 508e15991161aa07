"""The files that an operator gets, read as they are."""

import re
from functools import cache
from pathlib import Path
from typing import Any

import yaml

ROOT = Path(__file__).parents[2]
DEPLOY = ROOT / "deploy"


def documenten(pad: Path) -> list[dict[str, Any]]:
    """Every document in a YAML file."""
    return [document for document in yaml.safe_load_all(pad.read_text()) if document]


@cache
def kubernetes() -> list[dict[str, Any]]:
    """Every object of the manifests."""
    return [een for pad in sorted((DEPLOY / "kubernetes").glob("*.yaml")) for een in documenten(pad)]


def object_van(soort: str, naam: str) -> dict[str, Any]:
    """One object of the manifests, by kind and name."""
    (gevonden,) = [een for een in kubernetes() if (een["kind"], een["metadata"]["name"]) == (soort, naam)]
    return gevonden


@cache
def compose() -> dict[str, Any]:
    """The compose file, with its anchors filled in."""
    (gevonden,) = documenten(DEPLOY / "compose.yaml")
    return gevonden


def eenheid(naam: str) -> dict[str, list[str]]:
    """The settings of a systemd unit: each name with its values, in order."""
    regels = re.findall(r"^([A-Za-z]+)=(.*)$", (DEPLOY / "systemd" / naam).read_text(), re.MULTILINE)
    gevonden: dict[str, list[str]] = {}
    for sleutel, waarde in regels:
        gevonden.setdefault(sleutel, []).append(waarde)
    return gevonden
