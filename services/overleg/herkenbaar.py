"""What must not stand in a text about a measure: anything by which a person can be recognised (LVS-2.2)."""

import re
from collections.abc import Collection, Iterator

from services.overleg.eigen_namen import eigen_namen
from shared.facts import Fout, OngeldigeInvoer
from shared.maskering import Gemaskeerd, vind
from shared.profiel.schema import Profiel

NAAM, ZAAK = "naam", "zaaknummer"
_TUSSEN = r"(?:van|de|den|der|el|al|ter|ten)"
_VORMEN = (
    (NAAM, rf"\b(?:dhr|mw|mevr|hr)\.?\s+[A-ZÀ-Þ]|\b(?:de heer|mevrouw|meneer)\s+(?:{_TUSSEN}\s+)*[A-ZÀ-Þ]"),
    (NAAM, r"\b(?:verdachte|betrokkene|dader|bewoner|jongere|persoon)\s+[A-ZÀ-Þ]\.\s*(?=\S)"),
    (NAAM, rf"\b[A-ZÀ-Þ]\.\s*(?:{_TUSSEN}\s+)+[A-ZÀ-Þ]\."),
    (ZAAK, r"\b(?:PL\d{4}-?\d{4,}|[A-Z]{1,3}-\d{4}-\d{3,})\b"),
    (
        ZAAK,
        r"\b(?i:zaak|dossier|mutatie|kenmerk|proces-verbaal|pv|bvh|vris|skdb|paspoort|identiteitskaart|rijbewijs)"
        r"(?i:nummer|nr)?\.?[\s:]*(?=[\w./-]*\d{3})[\w./-]+",
    ),
)
"""What the masker leaves where everybody reads along, and must not stand beside a measure: a mere title with a capital,
initials, the number of a case: that leads to the person by way of another system."""
_VORM = [(soort, re.compile(vorm)) for soort, vorm in _VORMEN]
_LETTERS = re.compile(r"(?<![\w.])(?:[A-ZÀ-Þ]\.){2,}")
_LIDWOORD = re.compile(r"^(?:(?:van|in|de|het)\s+)+")
_HEET = {"e-mail": "e-mailadres", "iban": "rekeningnummer"}
_GEEN_NAAM = frozenset({"APV", "AVG", "BOA", "BV", "COA", "GGZ", "HTL", "IND", "NV", "OM", "OOV", "POH", "WMO"})
"""Abbreviations that some write with dots, as initials are."""


def weiger_herkenbaar(veld: str, tekst: str, profiel: Profiel) -> Gemaskeerd:
    """Return the text when nothing in it looks like a name, a number of a person or an address.

    Raises:
        OngeldigeInvoer: something does; said by its kind and by which word it is, never by its value.
    """
    gezien: dict[str, list[str]] = {}
    for plek, soort in sorted(_vondsten(tekst, eigen_namen(profiel))):
        gezien.setdefault(soort, []).append(str(len(tekst[:plek].split()) + 1))
    if gezien:
        wat = " en ".join(f"een {_HEET.get(soort, soort)} (woord {', '.join(n)})" for soort, n in gezien.items())
        raise OngeldigeInvoer(Fout(veld, f"hier lijkt {wat} te staan; {_DOE}"))
    return Gemaskeerd(tekst)


def _vondsten(tekst: str, behoud: Collection[str]) -> Iterator[tuple[int, str]]:
    """Where something begins, and what it is; of two that overlap the first, for the masker knows most."""
    bezet: list[tuple[int, int]] = []
    for begin, eind, soort in (*vind(tekst, behoud), *_naar_vorm(tekst)):
        if _LIDWOORD.sub("", tekst[begin:eind]) in behoud or any(van < eind and begin < tot for van, tot in bezet):
            continue
        bezet.append((begin, eind))
        yield begin, soort


def _naar_vorm(tekst: str) -> Iterator[tuple[int, int, str]]:
    for soort, vorm in _VORM:
        yield from ((*plek.span(), soort) for plek in vorm.finditer(tekst))
    for plek in _LETTERS.finditer(tekst):
        if plek.group().replace(".", "") not in _GEEN_NAAM:
            yield (*plek.span(), NAAM)


_DOE = (
    "laat dat weg en beschrijf de situatie. Is het een plek of een organisatie? Schrijf die met een gewoon woord, "
    "of vraag het beheer om die naam voortaan toe te staan"
)
