"""Postcodes, with or without a house number beside them."""

import re
from collections.abc import Iterator

from shared.maskering.cijfers import cijfers, vanaf
from shared.maskering.gelijk import waar
from shared.maskering.toevoeging import TOEVOEGING

_NUMMER = rf"(?:nr\.?\s?|no\.?\s?|nummer\s|huisnummer\s|huisnr\.?\s)?[0-9]{{1,5}}{TOEVOEGING}"
_POSTCODE = re.compile(
    rf"[1-9](?<![\w.,-].)([0-9]{{3}})(\s?|[.-])([A-Za-z]{{2}})(?:(?!\w)|(?=[0-9]{{1,4}}(?!\w)))([\s,]{{0,2}}{_NUMMER})?"
)
_ALLEEN_CIJFERS = re.compile(
    r"(?<!\w)(?:postcode|pc)(?: is|:)? ?([1-9][0-9]{3})(?!\w)(?! [A-Za-z]{2}(?!\w))", re.IGNORECASE
)
_NOEMT_POSTCODE = re.compile(r"(?<!\w)(?:postcode|pc)\W{0,2}(?:is )?$", re.IGNORECASE)
_ZONDER_KLINKER = re.compile(
    r"(?!km|kg|mm|cm|ml|gb|mb|st|dr|nr|mr|kb|kw|kv|tv|cc|pk|ff|ct|jr|bv|wc)[b-df-hj-np-tv-xz]{2}"
)
_LOS_NUMMER = re.compile(
    rf"(?<!\w)(?:huisnummer|huisnr\.?|nummer|nr\.?)(?: is|:| =)? {{0,2}}([0-9]{{1,5}}{TOEVOEGING})", re.IGNORECASE
)
_ERVOOR = re.compile(r"(?<![\w.,:/-])(?<![0-9] )([0-9]{1,4}[a-zA-Z]?)(?:, |,| | - |/)$")
_LANGSTE_NUMMER = 9
_NA_EEN_NUMMER = re.compile(r"[0-9][a-zA-Z]?,? $")
_VER_VAN_EEN_POSTCODE = 60
_JAAR = re.compile(r"(?:19|20)[0-9]{2}")
_EEN_PLAATS = re.compile(" [A-ZÀ-Ž][a-zà-ž]{3}")
"""`8252 KM Dronten`."""
_MAAT = re.compile("km|kg|mm|cm|ml|eu|gb|mb", re.IGNORECASE)
_WOORD = re.compile("op|in|om|en|de|te|er|we|ze|of|al|is|zo|ik|je|na|nu|ja|km|kg|mm|cm|ml|st|eu|gb|mb", re.IGNORECASE)
_LANGSTE_AANKONDIGING = 16


def postcodes(text: str) -> Iterator[tuple[int, int]]:
    """Give postcodes, and a house number that is said apart, not far from one."""
    vormen = vanaf(text, _POSTCODE, cijfers(text).viertallen)
    plekken = [(_nummer_ervoor(text, gevonden.start()), gevonden.end()) for gevonden in vormen if _past(text, gevonden)]
    yield from plekken
    for plek in waar(text, "postcode", "pc"):
        yield from ((gevonden.span(1),) if (gevonden := _ALLEEN_CIJFERS.match(text, plek)) else ())
    for begin, eind in plekken:
        for nummer in _LOS_NUMMER.finditer(text, max(0, begin - _VER_VAN_EEN_POSTCODE), eind + _VER_VAN_EEN_POSTCODE):
            yield nummer.span(1)


def _nummer_ervoor(text: str, begin: int) -> int:
    """`301, 2718 SS`: a house number that stands before it, in its turn after something else."""
    nummer = _ERVOOR.search(text, max(0, begin - _LANGSTE_NUMMER), begin)
    return nummer.start(1) if nummer else begin


def _past(text: str, gevonden: re.Match[str]) -> bool:
    """Tell `2718 AB` from `in 2023 op 12 mei` and `1500 kg`."""
    tussen, letters, huisnummer = gevonden[2], gevonden[3], gevonden[4]
    if _NOEMT_POSTCODE.search(text[max(0, gevonden.start() - _LANGSTE_AANKONDIGING) : gevonden.start()]):
        return True
    if tussen and tussen in ".-":
        return letters.isupper()
    if _WOORD.fullmatch(letters):
        begin = gevonden.start()
        maat = _MAAT.fullmatch(letters) and not _EEN_PLAATS.match(text, gevonden.end(3))
        apart = text.endswith((", ", "\n"), 0, begin) and not maat
        apart = apart or text.endswith(" te ", 0, begin)
        jaar = _JAAR.fullmatch(text, gevonden.start(), gevonden.start() + len("2718"))
        return letters.isupper() and (bool(huisnummer) or (apart and not jaar))
    if huisnummer or letters.isupper() or not tussen:
        return True
    jaar = _JAAR.fullmatch(text, gevonden.start(), gevonden.start() + len("2718"))
    na_een_nummer = _NA_EEN_NUMMER.search(text, max(0, gevonden.start() - len("1a, ")), gevonden.start())
    return not jaar and bool(_ZONDER_KLINKER.fullmatch(letters) or (na_een_nummer and not _MAAT.fullmatch(letters)))
