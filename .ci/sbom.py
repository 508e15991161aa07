"""Write the bill of materials (CycloneDX 1.6): `python .ci/sbom.py BESTAND`.

Every package that runs, as `requirements.lock` pins it: version, the hashes that an install accepts, licence, and what
needs what. Made from the lock and from what is installed; nothing is fetched.
"""

import re
import sys
import tomllib
from importlib.metadata import PackageNotFoundError, distribution
from pathlib import Path

from cyclonedx.contrib.license.factories import LicenseFactory
from cyclonedx.model import HashAlgorithm, HashType, Property
from cyclonedx.model.bom import Bom
from cyclonedx.model.component import Component, ComponentType
from cyclonedx.model.license import License
from cyclonedx.output.json import JsonV1Dot6
from packageurl import PackageURL

ROOT = Path(__file__).parent.parent
HASH = r"[0-9a-f]{64}"
PIN = re.compile(
    rf"^([a-z0-9._-]+)(?:\[[^\]]*\])?==([^\s;]+)(?: ; ([^\\\n]+))?((?: ?\\\n    --hash=sha256:{HASH})+)", re.MULTILINE
)
"""In a lock: name, version, for which machines alone, and the hashes."""


def stuklijst(lock: str) -> Bom:
    """Give the bill of what a lock pins."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
    kern = Component(name=project["name"], version=project["version"], type=ComponentType.APPLICATION)
    kern.bom_ref.value = kern.name
    kern.licenses = [LicenseFactory().make_from_string(project["license"])]
    onderdelen = {naam: _onderdeel(naam, *rest) for naam, *rest in PIN.findall(lock)}
    bom = Bom(components=onderdelen.values())
    bom.metadata.component, bom.metadata.timestamp = kern, None
    bom.serial_number = None
    bom.register_dependency(kern, [onderdelen[naam] for naam in _namen(project["dependencies"]) if naam in onderdelen])
    for naam, onderdeel in onderdelen.items():
        nodig = [onderdelen[ander] for ander in _nodig(naam) if ander in onderdelen and ander != naam]
        bom.register_dependency(onderdeel, nodig)
    return bom


def _onderdeel(naam: str, versie: str, waar: str, hashes: str) -> Component:
    purl = PackageURL("pypi", name=naam, version=versie)
    onderdeel = Component(name=naam, version=versie, purl=purl, bom_ref=str(purl))
    onderdeel.hashes = [HashType(alg=HashAlgorithm.SHA_256, content=som) for som in re.findall(HASH, hashes)]
    if waar:
        onderdeel.properties = [Property(name="meldketen:alleen", value=waar.strip())]
    if licentie := _licentie(naam):
        onderdeel.licenses = [licentie]
    return onderdeel


def _licentie(naam: str) -> License | None:
    """Give the licence that a package names itself; None where it is not installed here or names none."""
    try:
        gegevens = distribution(naam).metadata
    except PackageNotFoundError:
        return None
    eigen = gegevens["License-Expression"] or (gegevens["License"] or "").split("\n")[0]
    soorten = [
        soort.rpartition(" :: ")[2] for soort in gegevens.get_all("Classifier", []) if soort.startswith("License")
    ]
    tekst = eigen or " OR ".join(soorten)
    return LicenseFactory().make_from_string(tekst) if tekst else None


def _nodig(naam: str) -> list[str]:
    try:
        return _namen(distribution(naam).requires or [])
    except PackageNotFoundError:
        return []


def _namen(eisen: list[str]) -> list[str]:
    return [re.split(r"[^A-Za-z0-9._-]", eis)[0].lower().replace("_", "-").replace(".", "-") for eis in eisen]


if __name__ == "__main__":
    tekst = JsonV1Dot6(stuklijst((ROOT / "requirements.lock").read_text())).output_as_string(indent=1)
    Path(sys.argv[1]).write_text(tekst + "\n")
