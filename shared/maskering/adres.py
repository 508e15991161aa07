"""Where somebody lives: a street with its number, a postcode with or without a house number."""

import re
from collections.abc import Iterator

from shared.maskering.gelijk import noemt
from shared.maskering.lijsten import plat
from shared.maskering.woordenboek import boek
from shared.maskering.woordsoort import onbekend

_TOEVOEGING = (
    r"(?:\s?-\s?[0-9]{1,4}|\s?(?:t/m|tm)\s?[0-9]{1,4}|\s?-?[A-Za-z]|\s(?:bis|hs|huis|boven|beneden|zwart|rood|I{2,3}|IV)(?!\w))?"
    r"(?!\w|[:.][0-9])"
)
_HUISNUMMER = re.compile(rf"[0-9](?:(?<=\s.)|(?<=(?i:nr).)|(?<=(?i:nr|no)\..))[0-9]{{0,4}}{_TOEVOEGING}")
_NUMMER = rf"(?:nr\.?\s?|no\.?\s?|nummer\s|huisnummer\s)?[0-9]{{1,5}}{_TOEVOEGING}"
_POSTCODE = re.compile(rf"[1-9](?<![\w.,-].)([0-9]{{3}})(\s?)([A-Za-z]{{2}})(?!\w)([\s,]{{1,2}}{_NUMMER})?")
_NR = re.compile(r"(?:huis)?(?:nr\.?|nummer)|no\.?", re.IGNORECASE)
_STRAAT = re.compile(r"(?<!\w)(\w[\w-]{1,49})$")
_LANGSTE_STRAAT = 64
_EERDER = re.compile(
    r"(?:(?<!\w)(?:(?!(?:Op|Aan|In|Uit|Bij|Naast|Achter|Voor|Tegenover|At)\s)[A-ZÀ-Ž][\w'’-]{0,24}\.?|(?:[A-Z]\.){1,4}"
    r"|[1-9](?:e|ste|de)|van|van der|van de|van den|de|den|der|ten|ter|['’]?[st])\s){1,4}$"
)
"""The rest of a street's name: `Burgemeester Wegstapel…`, `Dr. J.W. …`."""
_NAAM_BEGINT = re.compile(r"[A-ZÀ-Ž]|['’]?(?<!\w)[st]\s|[1-9](?:e|ste|de)\s")
_LANGSTE_EERDER = 60
_STRAATNAAM = re.compile(
    r"\w+(?i:straat|laan|gracht|kade|singel|steeg|dreef|plantsoen|plein)"
    r"|[A-ZÀ-Ž]\w*(?i:weg|hof|dijk|pad|park|baan|rode|ring|hove|veld|burg|gaarde|gang|werf|hoek|tuin|zand|geel|bos|land|zicht|einde|zijde|zoom|akker)"
)
"""Endings that are also ordinary words (`snelweg`, `park`) count in a name only, with a capital."""
_LOSSE_STRAAT = re.compile(
    r"(?:Straat|Laan|Gracht|Kade|Singel|Steeg|Dreef|Plein|Weg|Hof|Dijk|Pad|Park|Ring|Baan|straat|laan|gracht|kade|singel|dreef|plein|weg)"
)
"""`Nieuwe Weg 1`, `Lange Gracht 3`: a word by itself, after a name."""
_IN_EEN_RIJ = re.compile(r"[,;:(/|\n]\s{0,2}$|^$")
_NA_EEN_RIJ = re.compile(r"\s{0,2}(?:[,;)\n]|\.?$|\. )")
"""`…, Slinger 5, 2712 AS`: a capital and a number, with nothing else between commas."""
_POSTBUS = re.compile(r"(?<!\w)(?:postbus|antwoordnummer)\s?(?:nr\.?\s?)?[0-9]{1,6}(?!\w)", re.IGNORECASE)
_LOS_NUMMER = re.compile(
    rf"(?<!\w)(?:huisnummer|huisnr\.?|nummer|nr\.?)(?: is|:| =)? {{0,2}}([0-9]{{1,5}}{_TOEVOEGING})", re.IGNORECASE
)
_VER_VAN_EEN_POSTCODE = 60
_JAAR = re.compile(r"(?:19|20)[0-9]{2}")
_MAAT = re.compile("km|kg|mm|cm|ml|eu|gb|mb", re.IGNORECASE)
_WOONT = re.compile(
    r"(?<!\w)(?:woont?|wonen|woonachtig|woonde|adres|verblijft|gehuisvest|address|live|lives)(?:\s(?:is|op|aan|in|at|de|het|the|van)|[:,]){1,3}\s?$",
    re.IGNORECASE,
)
_WOONT_KAAL = re.compile(
    r"(?<!\w)(?:woont?|wonen|woonachtig|(?:post|huis|bezoek|woon)?adres|huisnummer)(?:,|:| is| te)? $", re.IGNORECASE
)
"""`ik woon Kwikstaart 14`: then the street has a capital."""
_LANGSTE_WOONT = 40
_OP = re.compile(r"(?<!\w)(?:op|aan|at|in|uit|van|bij|naar) (?:de |het )?$", re.IGNORECASE)
_LANGSTE_OP = 9
_KORTSTE_VREEMDE_STRAAT = 5
_GEEN_STRAAT = re.compile(
    r"kamer|blok|unit|gebouw|lijn|bus|tram|groep|artikel|art|week|nummer|nr|casus|fase|deel|stap|punt|dag|etage|verdieping"
    r"|jan\w*|feb\w*|maart|apr\w*|mei|jun\w*|jul\w*|aug\w*|sep\w*|okt\w*|nov\w*|dec\w*|maandag|dinsdag|woensdag|donderdag|vrijdag"
    r"|zaterdag|zondag|om|rond|de|het|een|en|of|in|op|tot|van|met|voor|na|is|was|waren|er|zo|al|nu|route|snelweg|euro|room|line"
    r"|street|leeftijd|ongeveer|circa|minstens|wel|zeker|plus|min|versie|pagina|zaal|afdeling|vak|hal|perron|spoor|halte",
    re.IGNORECASE,
)
_EENHEID = re.compile(
    r"\s?(?:uur|jaar|jr|keer|x|maal|weken|week|dagen|dag|maanden|minuten|min|meter|m|km|euro|man|mannen|mensen|personen|jongens"
    r"|meisjes|kinderen|bewoners|meldingen|incidenten|auto's|scooters|graden|procent|%|years|times|people|hours)(?!\w)",
    re.IGNORECASE,
)
_ACHTERSTEVOREN = re.compile(
    r"n(?:(?<!\w.)|(?<=huis.))(?:ummer|r\.?) ?[0-9]{1,4}[a-z]? (?:in|op|aan|van) (?:de |het )?[A-ZÀ-Ž]\w*"
    r"(?i:straat|laan|gracht|kade|singel|steeg|dreef|plein|weg|hof|plantsoen|park|pad)(?!\w)"
)
_WOORD = re.compile("op|in|om|en|de|te|er|we|ze|of|al|is|zo|ik|je|na|nu|ja|km|kg|mm|cm|ml|st|eu|gb|mb", re.IGNORECASE)


def adressen(text: str) -> Iterator[tuple[int, int]]:
    """Street with number, and postcode; where they stand beside each other these are two finds."""
    if noemt(text, "nummer", "nr"):
        for gevonden in _ACHTERSTEVOREN.finditer(text):
            begin = gevonden.start()
            yield begin - len("huis") * text.endswith("huis", 0, begin), gevonden.end()
    for nummer in _HUISNUMMER.finditer(text):
        straat = _straat(text, nummer.start())
        if straat and not _GEEN_STRAAT.fullmatch(straat[1]):
            begin = _begin(text, straat.start())
            if _klinkt_zo(straat, begin) or _is_adres(text, begin, straat[1], nummer.end()):
                yield begin, nummer.end()
    yield from _postcodes(text)
    if noemt(text, "postbus", "antwoordnummer"):
        yield from (gevonden.span() for gevonden in _POSTBUS.finditer(text))


def _postcodes(text: str) -> Iterator[tuple[int, int]]:
    """Give postcodes, and a house number that is said apart, not far from one."""
    plekken = [gevonden.span() for gevonden in _POSTCODE.finditer(text) if _is_postcode(text, gevonden)]
    yield from plekken
    for begin, eind in plekken:
        for nummer in _LOS_NUMMER.finditer(text, max(0, begin - _VER_VAN_EEN_POSTCODE), eind + _VER_VAN_EEN_POSTCODE):
            yield nummer.span(1)


def _klinkt_zo(straat: re.Match[str], begin: int) -> bool:
    """Whether it sounds like a street: by its ending, or by a last word after a name."""
    if _LOSSE_STRAAT.fullmatch(straat[1]):
        return begin < straat.start()
    return bool(_STRAATNAAM.fullmatch(straat[1]))


def _straat(text: str, nummer: int) -> re.Match[str] | None:
    """The word before a house number, or before its `nr.`."""
    eind = len(text[max(0, nummer - _LANGSTE_STRAAT) : nummer].rstrip())
    eind += max(0, nummer - _LANGSTE_STRAAT)
    begin = text.rfind(" ", 0, eind) + 1
    if _NR.fullmatch(text, begin, eind):
        eind = len(text[:begin].rstrip(" ,"))
        begin = text.rfind(" ", 0, eind) + 1
    return _STRAAT.search(text, max(begin, eind - _LANGSTE_STRAAT), eind)


def _begin(text: str, begin: int) -> int:
    """Take the words along that belong to the name, if one has a capital."""
    vanaf = max(0, begin - _LANGSTE_EERDER)
    eerder = _EERDER.search(text[vanaf:begin])
    naam = eerder and _NAAM_BEGINT.search(eerder.group())
    return vanaf + eerder.start() + naam.start() if eerder and naam else begin


def _is_adres(text: str, begin: int, straat: str, eind: int) -> bool:
    """A street that does not sound like one (`Marsgeel 9`): said to be where somebody lives, and no amount."""
    if _EENHEID.match(text, eind) or plat(straat) in boek().blijft:
        return False
    voor = text[max(0, begin - _LANGSTE_OP) : begin]
    if _is_vreemd(straat) or (straat[0].isupper() and _OP.search(voor)):
        return True
    if straat[0].isupper() and _IN_EEN_RIJ.search(voor) and _NA_EEN_RIJ.match(text, eind):
        return True
    voor = text[max(0, begin - _LANGSTE_WOONT) : begin]
    return bool(_WOONT.search(voor) or (text[begin].isupper() and _WOONT_KAAL.search(voor)))


def _is_vreemd(straat: str) -> bool:
    return len(straat) >= _KORTSTE_VREEMDE_STRAAT and onbekend(plat(straat))


def _is_postcode(text: str, gevonden: re.Match[str]) -> bool:
    """Tell `2718 AB` from `in 2023 op 12 mei` and `1500 kg`."""
    tussen, letters, huisnummer = gevonden[2], gevonden[3], gevonden[4]
    if _WOORD.fullmatch(letters):
        apart = text[: gevonden.start()].endswith((", ", "\n")) and not _MAAT.fullmatch(letters)
        jaar = _JAAR.fullmatch(text, gevonden.start(), gevonden.start() + len("2718"))
        return letters.isupper() and (bool(huisnummer) or (apart and not jaar))
    return bool(huisnummer) or letters.isupper() or not tussen
