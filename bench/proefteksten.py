"""Invented texts as people type them, with what has to be masked in them pointed out.

They were written before the rules that find names. `ontwikkel` may be read while the rules are written; of `vast` only
figures per category are looked at, never a text: whoever reads one to mend a rule has used it up. `tweede` was written
later without a look at the rules, since four misses in a hundred cannot be told from one in a set as small as `vast`;
`derde` after its misses were mended, and `vierde` after those of `derde` were; its misses were looked at later.
`vijfde` to `twaalfde` were each written by somebody who never saw a rule or another set; each was first read
when the rules stood that the misses of the one before it gave (`negende` and `tiende` at once, after those of
`zevende`; `elfde` and `twaalfde` after those three, and nobody has looked at their misses). In `zevende` a name counts
as a word too (`woord`) when every part of it is in the word list; in the others the writer said so.
"""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

MAP = Path(__file__).parents[1] / "tests" / "data" / "maskering"


@dataclass(frozen=True)
class Gegeven:
    """A piece of text that identifies somebody: `tekst[begin:eind]`; `woord`: a name that is a word as well."""

    begin: int
    eind: int
    soort: str
    woord: bool = False


@dataclass(frozen=True)
class Proeftekst:
    """What one person typed."""

    wie: str
    tekst: str
    gegevens: tuple[Gegeven, ...]


def lees(deel: str) -> list[Proeftekst]:
    """Read the part that may be looked at (`ontwikkel`) or the part that may not (`vast`)."""
    return list(_lees(MAP / f"{deel}.jsonl"))


def _lees(bestand: Path) -> Iterator[Proeftekst]:
    for regel in bestand.read_text(encoding="utf-8").splitlines():
        rij = json.loads(regel)
        gegevens = tuple(Gegeven(**gegeven) for gegeven in rij["gegevens"])
        yield Proeftekst(rij["wie"], rij["tekst"], gegevens)
