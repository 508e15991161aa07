"""Where somebody lives: postcode with or without house number, and a street with its number."""

import re
from collections.abc import Iterator

_NUMMER = (
    r"(?:nr\.?\s?|no\.?\s?|nummer\s|huisnummer\s)?"
    r"[0-9]{1,5}(?:\s?-\s?[0-9]{1,4}|\s?-?[A-Za-z])?(?!\w|[:.][0-9])"
)
_POSTCODE = re.compile(rf"[1-9](?<![\w.,-].)([0-9]{{3}})(\s?)([A-Za-z]{{2}})(?!\w)([\s,]{{1,2}}{_NUMMER})?")
_STRAAT = re.compile(rf"(?<!\w)(\w{{3,50}})\s{_NUMMER}")
_STRAATNAAM = re.compile(
    r"\w+(?i:straat|laan|gracht|kade|singel|steeg|dreef)"
    r"|[A-ZÀ-Ž]\w*(?i:weg|plein|hof|dijk|pad|park|plantsoen|baan|rode|ring|hove|veld|burg|gaarde)"
)
"""Endings that are also ordinary words (`snelweg`, `park`) count in a name only, with a capital."""
_WOORD = re.compile("op|in|om|en|de|te|er|we|ze|of|al|is|zo|ik|je|na|nu|ja|km|kg|mm|cm|ml|st|eu|gb|mb", re.IGNORECASE)


def adressen(text: str) -> Iterator[tuple[int, int]]:
    """Street with number, and postcode; where they stand beside each other these are two finds."""
    yield from (gevonden.span() for gevonden in _STRAAT.finditer(text) if _STRAATNAAM.fullmatch(gevonden[1]))
    yield from (gevonden.span() for gevonden in _POSTCODE.finditer(text) if _is_postcode(gevonden))


def _is_postcode(gevonden: re.Match[str]) -> bool:
    """Tell `2718 AB` from `in 2023 op 12 mei` and `1500 kg`."""
    tussen, letters, huisnummer = gevonden[2], gevonden[3], gevonden[4]
    if _WOORD.fullmatch(letters):
        return bool(huisnummer) and letters.isupper()
    return bool(huisnummer) or letters.isupper() or not tussen
