"""Where somebody lives: a street with its number, a postcode with or without a house number."""

import re
from collections.abc import Iterator

from shared.maskering.adres_anders import OP_STRAAT, anders_geschreven
from shared.maskering.cijfers import cijfers, vanaf
from shared.maskering.gelijk import noemt
from shared.maskering.lijsten import plat
from shared.maskering.postcode import TOEVOEGING, postcodes
from shared.maskering.straat import LAAN_VAN, begin_van_straat, straat_voor
from shared.maskering.woordenboek import boek, is_woord
from shared.maskering.woordsoort import onbekend

_HUISNUMMER = re.compile(rf"[0-9](?:(?<=[\s(#].)|(?<=(?i:nr).)|(?<=(?i:nr|no)\..))[0-9]{{0,4}}{TOEVOEGING}")
_STRAATNAAM = re.compile(
    r"\w+(?i:straat|straatje|laan|laantje|gracht|kade|singel|steeg|dreef|plantsoen|plein|pleintje|str|strasse"
    r"|straße|gasse|allee|brink)"
    r"|\w{3,}(?i:staat|laaan|straat|strat)(?<=[a-z]sstaat)"
    r"|\w{4,}(?i:weg|gaarde"
    r"|hove)(?<!snelweg)(?<!autoweg)(?<!onderweg)(?<!halverwege)(?<!spoorweg)(?<!vanweg)(?<!provincialeweg)"
    r"|[A-ZÀ-Ž]\w*(?i:ln|weg|hof|dijk|pad|park|baan|rode|ring|hove|veld|burg|gaarde|gang|werf|hoek|tuin|zand"
    r"|geel|bos|land|zicht|einde|zijde|zoom|akker|berg|polder|hout|bongerd|brug|veen|meer|horst|kamp|wal|dam"
    r"|haven|markt|esch|es|wijk|stede|rak|brink|waard|poort|steyn|lust|duin|heide|hage)"
)
"""Endings that are also ordinary words (`snelweg`, `park`) count in a name only, with a capital."""
_LOSSE_STRAAT = re.compile(
    r"(?:Straat|Laan|Gracht|Kade|Singel|Steeg|Dreef|Plein|Weg|Hof|Dijk|Pad|Park|Ring|Baan|straat|laan|gracht"
    r"|kade|singel|dreef|plein|weg)"
)
"""`Nieuwe Weg 1`, `Lange Gracht 3`: a word by itself, after a name."""
_IN_EEN_RIJ = re.compile(r"[,;:(/|\n]\s{0,2}$|^$")
_NA_EEN_RIJ = re.compile(r"\s{0,2}(?:[,;)\n]|\.?$|\. )")
"""`…, Slinger 5, 2712 AS`: a capital and a number, with nothing else between commas."""
_POSTBUS = re.compile(r"(?<!\w)(?:postbus|antwoordnummer)\s?(?:nr\.?\s?)?[0-9]{1,6}(?!\w)", re.IGNORECASE)
_WOONT = re.compile(
    r"(?<!\w)(?:woont?|wonen|woonachtig|woonde|(?:\w{2,9})?adres|verblijft|gehuisvest|address|live"
    r"|lives)(?:\s(?:is|op|aan|in|at|te|de|het|the|van)|[:,]){1,3}\s?$",
    re.IGNORECASE,
)
_WOONT_KAAL = re.compile(
    r"(?<!\w)(?:woont?|wonen|woonachtig|woning|huize?|(?:post|huis|bezoek|woon)?adres|huisnummer)(?:,|:| is| te)? $",
    re.IGNORECASE,
)
"""`ik woon Kwikstaart 14`: then the street has a capital."""
_OVER_WONEN = ("woon", "wone", "wonin", "huiz", "huisn", "adres", "address", "verblijft", "gehuisvest", "live")
_LANGSTE_WOONT = 40
_OP = re.compile(
    r"(?<!\w)(?:op|aan|at|in|uit|van|bij|naar|naast|achter|tegenover) (?:de |het |t |'t )?$", re.IGNORECASE
)
_LANGSTE_OP = 16
_KORTSTE_VREEMDE_STRAAT = 5
_NA_EEN_ADRES = re.compile(
    r"\s{0,2}(?:[,;)\n|/]|[.!?]?$|[.!?]\s|(?:is|was|wordt|werd|staat|stond|heeft|had|in|te|en|of|op|aan|bij|van"
    r"|voor|om|waar|die|dat|als|kan|moet|zijn|zit|ligt"
    r"|tegenover|naast|achter|komt|kwam|ook|al|weer)(?!\w))"
)
_OP_OF_AAN = re.compile(r"(?<!\w)(?:op|aan|bij) (?:de |het |t |'t )?$", re.IGNORECASE)
_LANGSTE_GEWONE_WOORD = 7
_MIDDEN_IN_EEN_ZIN = re.compile(r"[\w,]\s$")
_IS_JAAR = re.compile(r"\s(?:19|20)[0-9]{2}(?!\w)")
_EENHEID = re.compile(
    r"\s?(?:uur|jaar|jr|keer|x|maal|weken|week|dagen|dag|maanden|minuten|min|meter|m|km|euro|man|mannen|mensen"
    r"|personen|jongens"
    r"|meisjes|kinderen|bewoners|meldingen|incidenten|auto's|scooters|graden|procent|%|years|times|people|hours)(?!\w)",
    re.IGNORECASE,
)


def adressen(text: str) -> Iterator[tuple[int, int]]:
    """Street with number, and postcode; where they stand beside each other these are two finds."""
    yield from anders_geschreven(text)
    for nummer in vanaf(text, _HUISNUMMER, (reeks.begin for reeks in cijfers(text).alle)):
        if woord := straat_voor(text, nummer.start()):
            begin = begin_van_straat(text, woord.start())
            if _klinkt_zo(woord, begin) or _is_adres(text, begin, woord[1], nummer.end()):
                yield begin, nummer.end()
    yield from postcodes(text)
    if noemt(text, "postbus", "antwoordnummer"):
        yield from (gevonden.span() for gevonden in _POSTBUS.finditer(text))


def _klinkt_zo(straat: re.Match[str], begin: int) -> bool:
    """Whether it sounds like a street: by its ending, or by a last word after a name."""
    if LAAN_VAN.match(straat.string, begin, straat.start()):
        return True
    if _LOSSE_STRAAT.fullmatch(straat[1]):
        return begin < straat.start()
    if not _STRAATNAAM.fullmatch(straat[1]):
        return False
    return straat[1].lower().endswith(OP_STRAAT) or plat(straat[1]) not in boek().blijft


def _is_adres(text: str, begin: int, straat: str, eind: int) -> bool:
    """A street that does not sound like one (`Marsgeel 9`): said to be where somebody lives, and no amount."""
    if _EENHEID.match(text, eind) or plat(straat) in boek().blijft or _IS_JAAR.search(text, begin, eind):
        return False
    if _staat_als_adres(text, begin, straat, eind):
        return True
    voor = text[max(0, begin - _LANGSTE_OP) : begin]
    if _is_vreemd(straat) or (straat[0].isupper() and _OP.search(voor)):
        return True
    if straat[0].isupper() and _IN_EEN_RIJ.search(voor) and _NA_EEN_RIJ.match(text, eind):
        return True
    voor = text[max(0, begin - _LANGSTE_WOONT) : begin]
    if _zonder_een_van(voor.lower(), _OVER_WONEN):
        return False
    return bool(_WOONT.search(voor) or (text[begin].isupper() and _WOONT_KAAL.search(voor)))


def _zonder_een_van(klein: str, woorden: tuple[str, ...]) -> bool:
    for woord in woorden:  # noqa: SIM110  # twice as fast as any()
        if woord in klein:
            return False
    return True


def _staat_als_adres(text: str, begin: int, straat: str, eind: int) -> bool:
    """`de woning Toverberg 3 wordt`, `de deur op de gaffelschoener 22`: nothing is counted with it."""
    if not _NA_EEN_ADRES.match(text, eind) or len(straat) < _KORTSTE_VREEMDE_STRAAT:
        return False
    voor = text[max(0, begin - _LANGSTE_OP) : begin]
    if straat[0].isupper() and _MIDDEN_IN_EEN_ZIN.search(voor):
        return True
    if is_woord(plat(straat)):
        return len(straat) > _LANGSTE_GEWONE_WOORD and bool(_OP_OF_AAN.search(voor))
    return bool(_OP.search(voor) or _IN_EEN_RIJ.search(voor))


def _is_vreemd(straat: str) -> bool:
    return len(straat) >= _KORTSTE_VREEMDE_STRAAT and onbekend(plat(straat))
