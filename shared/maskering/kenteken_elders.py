"""Plates of other countries that nobody calls one: forms that no ordinary words and numbers have, in capitals."""

import re
from collections.abc import Iterator

from shared.maskering.cijfers import cijfers
from shared.maskering.lijsten import plat
from shared.maskering.woordenboek import boek, is_woord

_VORM = re.compile(
    r"(?<![\w.-])(?:"
    r"[1-9]-[A-Z]{3}-[0-9]{3}"  # Belgium: 1-ABC-123
    r"|[A-Z]{2}-[0-9]{3}-[A-Z]{2}|[A-Z]{2} [0-9]{3} [A-Z]{2}"  # France, Italy: AB-123-CD
    r"|[A-Z]{2,3} [0-9](?=[0-9]*[A-Z])[0-9A-Z]{3,4}"  # Poland: ERA 55KP, WPR 6V812
    r"|[A-Z]{2}-[0-9]{3}[A-Z]{2}"  # Slovakia: BA-123CD
    r"|B[ -][0-9]{2,3}[ -][A-Z]{3}|[A-Z]{2}[ -][0-9]{2}[ -][A-Z]{3}"  # Romania: B 123 ABC, CJ 12 ABC
    r"|[A-Z]{2}[0-9]{2} [A-Z]{3}"  # Britain: AB12 CDE
    r"|[A-Z]{1,2}[0-9]{4}[A-Z]{2}"  # Bulgaria, Ukraine: CB1234AB
    r"|[0-9][A-Z][0-9] [0-9]{4}"  # Czechia: 1A2 3456
    r")(?![\w-]|[.:,][0-9])"
)
_BIJ_EEN_AUTO = re.compile(
    r"(?<![\w.-])(?:"
    r"[A-ZÄÖÜ]{1,3} [A-Z]{1,2} [0-9]{1,4}"  # Germany: AC XY 123
    r"|[A-Z]{3}[ -][0-9]{3}"  # Lithuania, Hungary, Sweden: ABC 123
    r"|[A-Z]{2,3} [0-9]{5}"  # Poland: WX 12345
    r"|[0-9]{4} [BCDFGHJKLMNPRSTVWXYZ]{3}"  # Spain: 1234 BCD
    r"|[0-9]{2} [A-Z]{1,3} [0-9]{2,4}"  # Turkey: 34 ABC 123
    r"|[A-Z]{2} [0-9]{2} [0-9]{3}"  # Denmark: AB 12 345
    r"|[0-9] ?[A-Z]{3} ?[0-9]{3}|[1-9]-[A-Z]{3}-[0-9]{2}"
    r")(?![\w-]|[.:,][0-9])"
)
"""These may be a number of something else, so a car must be near."""
_AUTO = re.compile(
    r"(?<!\w)(?:(?:bestel|vracht|lease|huur|personen|kampeer)?(?:auto|wagen|bus|busje)|camper|taxi|transporter|sprinter|scooter"
    r"|brommer|motor|tractor|trekker|aanhanger|caravan|busjes|auto's|voertuig|bestuurder|chauffeur|geparkeerd|parkeert"
    r"|mercedes|bmw|audi|opel|ford|volkswagen|vw|golf|polo|passat|peugeot|renault|citroen|citroën|volvo|toyota|skoda|seat"
    r"|fiat|iveco|dacia|nissan|mazda|hyundai|kia|suzuki|mitsubishi|honda|car|van|truck)(?!\w)",
    re.IGNORECASE,
)
_VER, _ERVOOR, _ERNA = 70, 8, 14
_LETTERS = re.compile("[A-ZÄÖÜ]+")
_GEEN_LETTERS = frozenset(
    (
        *("BSN", "KVK", "VNR", "NR", "TEL", "FAX", "ISO", "NEN", "BIC", "IND", "COA", "AZC", "POL", "ART"),
        *("BTW", "PV", "UUR", "KM", "MIN", "JR", "MND", "EUR", "EURO", "CM", "MM", "KG", "ST", "GB", "MB"),
        *("ML", "PK", "CC", "KW", "KWH", "JAN", "FEB", "MRT", "APR", "MEI", "JUN", "JUL", "AUG", "SEP"),
        *("OKT", "NOV", "DEC", "WIT", "AM", "PM", "U", "EN", "BMW", "KIA", "MAN", "DAF", "VW", "GTI", "MG"),
        *("BYD", "DVR", "WMO", "WOZ", "APV", "OV", "NS", "RO", "OM", "MAX"),
    )
)
"""Short for something, a month, a unit, or a make of cars."""


def kentekens_van_elders(text: str) -> Iterator[tuple[int, int]]:
    """Look around digits that a capital stands beside; the looser forms only near a car."""
    tot = 0
    for begin, eind in cijfers(text).alle:
        if begin < tot or not (text[max(0, begin - 2) : begin].isupper() or text[eind : eind + 2].isupper()):
            continue
        vorm = _zoek(text, _VORM, begin, eind, tot) or (
            _zoek(text, _BIJ_EEN_AUTO, begin, eind, tot) if _bij_een_auto(text, begin) else None
        )
        if vorm:
            yield vorm.span()
            tot = vorm.end()


def _zoek(text: str, vorm: re.Pattern[str], begin: int, eind: int, tot: int) -> re.Match[str] | None:
    for gevonden in vorm.finditer(text, max(tot, begin - _ERVOOR), begin + _ERNA):
        if gevonden.start() < eind and begin < gevonden.end() and _zijn_geen_woorden(gevonden.group()):
            return gevonden
    return None


def _bij_een_auto(text: str, plek: int) -> bool:
    return bool(_AUTO.search(text, max(0, plek - _VER), plek + _VER))


def _zijn_geen_woorden(geschreven: str) -> bool:
    """`OM 20UUR` and `AZC 123` have a word in them; of a plate the first letters may be one (`ERA 55KP`)."""
    letters = _LETTERS.findall(geschreven)
    if not _GEEN_LETTERS.isdisjoint(letters):
        return False
    if geschreven.count("-") == len("--"):
        return True
    eerste, verder = letters[0], letters[1:]
    gewoon = [deel for deel in verder if len(deel) > 1 and _is_gewoon(deel)]
    return not gewoon and (len(eerste) == 1 or not _is_gewoon(eerste) or (bool(verder) and len(eerste) == len("ERA")))


def _is_gewoon(letters: str) -> bool:
    vlak = plat(letters)
    return is_woord(vlak) or vlak in boek().blijft
