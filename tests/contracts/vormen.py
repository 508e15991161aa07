"""Every shape of the published language, and the golden files that were kept of it."""

import inspect
import json
import pkgutil
from enum import Enum
from importlib import import_module
from pathlib import Path
from typing import Any

import shared.contracts
from shared.contracts import Fact

GOLDEN = Path(__file__).parent / "golden"
WAARDEN = GOLDEN / "waarden.json"


def _klassen(soort: type) -> dict[str, type]:
    modules = [
        import_module(module.name) for module in pkgutil.walk_packages(shared.contracts.__path__, "shared.contracts.")
    ]
    return {
        naam: klasse
        for module in modules
        for naam, klasse in inspect.getmembers(module, inspect.isclass)
        if issubclass(klasse, soort) and klasse.__module__ == module.__name__ and not naam.startswith("_")
    }


VORMEN: dict[str, type[Fact]] = {naam: vorm for naam, vorm in _klassen(Fact).items() if vorm is not Fact}
KEUZES: dict[str, type[Enum]] = _klassen(Enum)


def bestanden(naam: str) -> list[Path]:
    """The golden files of one shape: the release, and one for each time that fields were added."""
    return sorted(pad for pad in GOLDEN.glob(f"{naam}.v1*.json"))


def inhoud(pad: Path) -> dict[str, Any]:
    """What stands in a golden file."""
    gelezen: dict[str, Any] = json.loads(pad.read_text(encoding="utf-8"))
    return gelezen


def velden(waarde: Any, pad: str = "") -> set[str]:
    """Every field in JSON, also those of parts, as dotted paths."""
    if isinstance(waarde, list):
        return {veld for deel in waarde for veld in velden(deel, pad)}
    if not isinstance(waarde, dict):
        return {pad}
    return {veld for naam, deel in waarde.items() for veld in velden(deel, f"{pad}.{naam}") | {f"{pad}.{naam}"}}
