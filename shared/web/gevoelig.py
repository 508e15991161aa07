"""Words about origin, religion or health in a form: pointed out once before it is stored, and never refused.

Each of them has a box beside it that takes it out of the text; who sends the form again has seen them, and it goes on.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from shared.maskering import masker
from shared.maskering.bijzonder import bijzonder, waar

BESTUURT = ("gezien", "weg")
"""Fields of the page itself, which say nothing of what the form is about."""
WEG = "weg:"
"""Before a word, on a button that takes it out."""
_TUSSEN, _WEGGEHAALD = "|", "[weggehaald]"


@dataclass(frozen=True, slots=True)
class Gevoelig:
    """`velden`: the form as it is now. `woorden`: what is in its texts. `nieuw`: one of them was not shown yet."""

    velden: dict[str, str | list[str]]
    woorden: Sequence[str]
    nieuw: bool

    @property
    def gezien(self) -> str:
        """What the page carries along, so that the same words are not pointed out again."""
        return _TUSSEN.join(woord.lower() for woord in self.woorden)


def lees_gevoelig(velden: Mapping[str, str | list[str]], *teksten: str) -> Gevoelig:
    """Look at what was typed in these fields; words that somebody ticked are taken out of them first."""
    nu = {naam: waarde for naam, waarde in velden.items() if naam not in BESTUURT}
    gekozen, gezien = velden.get("weg", []), set(str(velden.get("gezien", "")).split(_TUSSEN))
    for veld in set(teksten) & nu.keys():
        for woord in [gekozen] if isinstance(gekozen, str) else gekozen:
            nu[veld] = _zonder(str(nu[veld]), woord)
    woorden = woorden_in(masker(str(nu[veld])) for veld in teksten if veld in nu)
    return Gevoelig(nu, woorden, any(woord.lower() not in gezien for woord in woorden))


def woorden_in(teksten: Iterable[str]) -> list[str]:
    """Name each such word once, of texts that are masked already."""
    per_woord: dict[str, str] = {}
    for tekst in teksten:
        for woord in bijzonder(tekst):
            per_woord.setdefault(woord.lower(), woord)
    return list(per_woord.values())


def _zonder(tekst: str, woord: str) -> str:
    delen, plek = [], 0
    for begin, eind in waar(tekst, woord):
        delen += [tekst[plek:begin], _WEGGEHAALD]
        plek = eind
    return "".join([*delen, tekst[plek:]])
