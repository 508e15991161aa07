"""Where things stand in a TOML text."""

import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from shared.profiel.laden import MEEGELEVERD
from shared.profiel.posities import Pad, regel_van, regels


def paden(waarde: Any, pad: Pad = ()) -> Iterator[Pad]:
    """Every path in parsed TOML."""
    delen = waarde.items() if isinstance(waarde, dict) else enumerate(waarde) if isinstance(waarde, list) else ()
    for sleutel, deel in delen:
        yield (*pad, sleutel)
        yield from paden(deel, (*pad, sleutel))


TOML = '''\
titel = "met # hekje, [haken] en = teken"  # [niet.een.kop]
lang = """
[ook.niet]
x = 1
"""

[a.b]
"met.punt" = 'c:\\'
d.e = 1979-05-27T07:32:00Z
rij = [
    1.5,
    { x = [1, 2], y = "}" },  # uitleg

    [[3], [4]],
]

[[lijst]]
naam = "een"
[lijst.onder]
k = true
[[lijst]]
naam = "twee"
[[lijst.diep]]
z = 1
'''


def test_elk_pad_heeft_een_regel() -> None:
    """Every value that tomllib finds has a place, and no place is invented."""
    gevonden = regels(TOML)
    assert set(paden(tomllib.loads(TOML))) == set(gevonden) - {()}


@pytest.mark.parametrize(
    ("pad", "regel"),
    [
        (("titel",), 1),
        (("lang",), 2),
        (("a", "b"), 7),
        (("a", "b", "met.punt"), 8),
        (("a", "b", "d", "e"), 9),
        (("a", "b", "rij"), 10),
        (("a", "b", "rij", 0), 11),
        (("a", "b", "rij", 1, "x", 1), 12),
        (("a", "b", "rij", 2, 1, 0), 14),
        (("lijst", 0, "naam"), 18),
        (("lijst", 0, "onder", "k"), 20),
        (("lijst", 1), 21),
        (("lijst", 1, "diep", 0, "z"), 24),
    ],
)
def test_de_regel_klopt(pad: Pad, regel: int) -> None:
    """Strings and comments that look like TOML do not lead it astray."""
    assert regels(TOML)[pad] == regel


def test_een_ontbrekend_veld_wijst_naar_de_tabel_eromheen() -> None:
    """What is not there is looked for at the nearest header above."""
    assert regel_van(regels(TOML), ("lijst", 1, "code")) == 21
    assert regel_van(regels(TOML), ("nergens",)) == 1


@pytest.mark.parametrize("bestand", sorted(MEEGELEVERD.glob("*.toml")), ids=lambda pad: pad.stem)
@pytest.mark.parametrize("einde", ["\n", "\r\n"])
def test_meegeleverde_profielen(bestand: Path, einde: str) -> None:
    """Every value of the shipped profiles has a place, with either kind of line ends."""
    tekst = bestand.read_text(encoding="utf-8").replace("\n", einde)
    assert set(paden(tomllib.loads(tekst))) == set(regels(tekst)) - {()}
