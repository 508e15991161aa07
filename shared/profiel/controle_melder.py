"""What must fit in what reporters are promised. Like `controle`, it looks at the raw TOML values."""

import re
from collections.abc import Iterator
from typing import Any

from shared.profiel.posities import Pad
from shared.profiel.vinden import tabellen, teksten

Melding = tuple[Pad, str]
Ruw = dict[str, Any]
VERWIJZINGEN = (("meldkaarten.*.locatie", "locaties", "locaties"),)
MET_HERKOMST = (
    *("terugkoppelen.sjablonen.*", "terugkoppelen.lijn", "terugkoppelen.zinnen.*"),
    *("bewaren.*", "meldkaarten.*"),
)
INVULLEN = {"gemeente", "locatie", "adres"}
_INVULPLEK = re.compile(r"\{([^{}]*)\}")


def gebreken_bij_melder(profiel: Ruw) -> Iterator[Melding]:
    """Everything that would fail when a reporter is told something, as (path, Dutch reason)."""
    yield from _plekken(profiel)
    yield from _dubbel(profiel)
    for pad, regel in tabellen(profiel, "meldkaarten.*.regels.*"):
        if "nummer" not in regel and "website" not in regel:
            yield pad, "nummer of website ontbreekt; zeg hoe men iemand bereikt"


def _plekken(profiel: Ruw) -> Iterator[Melding]:
    for veld in ("titel", "tekst"):
        for pad, tekst in teksten(profiel, f"terugkoppelen.sjablonen.*.{veld}"):
            vreemd = sorted(set(_INVULPLEK.findall(tekst)) - INVULLEN)
            if vreemd or "{" in _INVULPLEK.sub("", tekst) or "}" in _INVULPLEK.sub("", tekst):
                yield pad, f"alleen {', '.join(f'{{{naam}}}' for naam in sorted(INVULLEN))} worden ingevuld"


def _dubbel(profiel: Ruw) -> Iterator[Melding]:
    for patroon, wat in (
        ("terugkoppelen.sjablonen.*.code", "sjabloon"),
        ("terugkoppelen.zinnen.*.code", "zin"),
        ("bewaren.*.soort", "termijn"),
        ("meldkaarten.*.locatie", "meldkaart"),
    ):
        gezien: set[str] = set()
        for pad, code in teksten(profiel, patroon):
            if code in gezien:
                yield pad, f"'{code}' heeft al een {wat}; geef er één"
            gezien.add(code)


def gebreken_in_termijnen(profiel: Ruw) -> Iterator[Melding]:
    """A term that counts from the end of a melding says how long at most: some are never closed."""
    for pad, termijn in tabellen(profiel, "bewaren.*"):
        if termijn.get("vanaf") == "einde" and "hoogstens" not in termijn:
            yield pad, "hoogstens ontbreekt; een melding die niemand sluit, bewaart haar gegevens anders voor altijd"
