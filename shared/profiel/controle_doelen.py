"""What must fit in goals, indicators and the policy around them. Like `controle`, it looks at the raw TOML values."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from shared.profiel.posities import Pad
from shared.profiel.vinden import tabellen, teksten

Melding = tuple[Pad, str]
Ruw = dict[str, Any]
MET_HERKOMST = ("speerpunten.*", "speerpunten.*.indicator", "doelen.*", "kerncijfers.*", "beleid")
_MEETLATTEN = ("doelen.*", "speerpunten.*.indicator")
_MET_NORM = {"hoogstens", "minstens"}


def gebreken_in_doelen(profiel: Ruw) -> Iterator[Melding]:
    """Everything that does not fit, as (path, Dutch reason)."""
    for regel in (_norm, _zelfde_norm, _dubbele_reeks, _beleid):
        yield from regel(profiel)


def _norm(profiel: Ruw) -> Iterator[Melding]:
    for patroon in _MEETLATTEN:
        for pad, lat in tabellen(profiel, patroon):
            if lat.get("richting") in _MET_NORM and "norm" not in lat:
                yield pad, f"norm ontbreekt; zeg hoeveel het er {lat['richting']} moeten zijn"
            if lat.get("richting") in ("daalt", "stijgt") and "norm" in lat:
                yield (*pad, "norm"), "een norm hoort bij hoogstens of minstens; hier telt het jaar ervoor"


def _zelfde_norm(profiel: Ruw) -> Iterator[Melding]:
    """A goal and the threshold that warns for it say the same, or somebody is warned too late."""
    grenzen = {
        drempel.get("reeks"): drempel.get("grens")
        for _, drempel in tabellen(profiel, "drempels.*")
        if drempel.get("soort") == "jaarnorm" and drempel.get("reeks")
    }
    for pad, doel in tabellen(profiel, "doelen.*"):
        grens = grenzen.get(doel.get("reeks"))
        if doel.get("richting") == "hoogstens" and grens is not None and doel.get("norm") not in (None, grens):
            yield (*pad, "norm"), f"de drempel op dezelfde reeks heeft grens {grens}; maak ze gelijk"


def _dubbele_reeks(profiel: Ruw) -> Iterator[Melding]:
    gezien: set[str] = set()
    for pad, reeks in teksten(profiel, "kerncijfers.*.reeks"):
        if reeks in gezien:
            yield pad, f"'{reeks}' staat er al; elke reeks heeft één naam"
        gezien.add(reeks)


def _beleid(profiel: Ruw) -> Iterator[Melding]:
    for pad, beleid in tabellen(profiel, "beleid"):
        van, tot = _dag(beleid, "van"), _dag(beleid, "tot")
        tussen, eind = _dag(beleid, "tussenevaluatie"), _dag(beleid, "eindevaluatie")
        if van and tot and tot <= van:
            yield (*pad, "tot"), "het beleid eindigt voor het begint"
        if van and tot and tussen and not van < tussen < tot:
            yield (*pad, "tussenevaluatie"), "een tussenevaluatie valt binnen de jaren van het beleid"
        if tot and eind and eind <= tot:
            yield (*pad, "eindevaluatie"), "een eindevaluatie komt na de laatste dag van het beleid"


def _dag(beleid: Ruw, veld: str) -> date | None:
    waarde = beleid.get(veld)
    return waarde if type(waarde) is date else None  # a moment is a date too, and cannot be compared with one
