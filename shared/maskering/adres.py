"""Where somebody lives: a street with its number, a postcode with or without a house number."""

import re
from collections.abc import Iterator

from shared.maskering.adres_anders import OP_STRAAT, anders_geschreven
from shared.maskering.adres_los import zonder_straat
from shared.maskering.cijfers import cijfers
from shared.maskering.gelijk import noemt
from shared.maskering.lijsten import plat
from shared.maskering.postcode import postcodes
from shared.maskering.straat import LAAN_VAN, begin_van_straat, met_voorzetsel, straat_voor
from shared.maskering.straatnaam import is_straatnaam
from shared.maskering.toevoeging import TOEVOEGING
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
    r"|kade|singel|dreef|plein|weg|Es|Esch|Kamp|Wal|Dam|Brink|Haven|Markt|Zand|Veld|Hoek|Wijk|Burg|Berg|Heide|Duin)"
)
"""`Nieuwe Weg 1`, `Hoge Esch 4`: a word by itself, after a name."""
_IN_EEN_RIJ = re.compile(r"[,;:(/|\n]\s{0,2}$|^$")
_NA_EEN_RIJ = re.compile(r"\s{0,2}(?:[,;)\n]|\.?$|\. )")
"""`…, Slinger 5, 2712 AS`: a capital and a number, with nothing else between commas."""
_POSTBUS = re.compile(r"(?<!\w)(?:postbus|antwoordnummer)\s?(?:nr\.?\s?)?[0-9]{1,6}(?!\w)", re.IGNORECASE)
_WOONT = re.compile(
    r"(?<!\w)(?:(?:woont?|wonen|wonende?|woonachtig|woonde|(?:\w{2,9})?adres|verblijft|verblijvende?|gehuisvest|address|live"
    r"|lives|ingeschreven|gevestigd|logeert|verhuisd|verhuist|verhuizen|thuis)(?:\s(?:is|op|aan|in|at|te|de|het|the|van|naar"
    r"|daar|nu)|[:,]){1,3}"
    r"|(?:zit|zitten|langs|langskomen|ophalen|halen|bezorgen|sturen|stuur|brief|pakket|huis|kom)\s(?:op|aan|naar|bij)"
    r"(?:\s(?:de|het))?)\s?$",
    re.IGNORECASE,
)
_WOONT_KAAL = re.compile(
    r"(?<!\w)(?:woont?|wonen|woonachtig|woning|huize?|(?:post|huis|bezoek|woon)?adres|huisnummer)(?:,|:| is| te)? $",
    re.IGNORECASE,
)
"""`ik woon Kwikstaart 14`: then the street has a capital."""
_OVER_WONEN = (
    *("woon", "wone", "wonin", "huiz", "huis", "adres", "address", "verblij", "live", "ingesch", "gevest", "logeer"),
    *("verhui", "zit", "langs", "halen", "bezorg", "sturen", "stuur", "brief", "pakket", "kom "),
)
_LANGSTE_WOONT = 40
_OP = re.compile(
    r"(?<!\w)(?:op|aan|at|in|uit|van|bij|naar|naast|achter|tegenover) (?:de |het |t |'t )?$", re.IGNORECASE
)
_NA_LIDWOORD = re.compile(r"(?<!\w)(?:de|het|'t|’t) $", re.IGNORECASE)
"""`goed, de Kamp 16 achterom`."""
_ALLEEN_EEN_LIDWOORD = re.compile(
    r"(?<!\w)(?<!op )(?<!aan )(?<!in )(?<!at )(?<!van )(?<!bij )(?<!uit )(?<!naar )(?<!naast )(?<!achter )(?<!over )"
    r"(?<!voor )(?<!tegenover )((?:de|het|'t|’t) )$"
)
_VORIG_WOORD = re.compile(r"(?<![\w-])([a-z]{3,14}) $")
_DE_STRAAT = re.compile(r"(?:De|Het|['’]t) ")
_OP_STAD = re.compile(r"(?<!\w)(?:(?:op|aan) (?:de |het |'t |’t )?|de |het |'t |’t |van )$", re.IGNORECASE)
"""Before a town stands `in`: `aan de Oosterend 64`, `op Molenhoek 61`, `de Meent 12` are streets."""
_VOOR_EEN_POSTCODE = re.compile(r",?\s[1-9][0-9]{3} ?[A-Z]{2}(?!\w)")
_VOLGT_PLAATS = re.compile(r",? ([A-ZÀ-Ž][\w-]+)")
_LANGSTE_OP = 16
_KORTSTE_VREEMDE_STRAAT = 5
_NA_EEN_ADRES = re.compile(
    r"\s{0,2}(?:[,;)\n|/]|[.!?]?$|[.!?]\s|(?:is|was|wordt|werd|staat|stond|heeft|had|in|te|en|of|op|aan|bij|van"
    r"|voor|om|waar|die|dat|als|kan|moet|zijn|zit|ligt"
    r"|tegenover|naast|achter|komt|kwam|ook|al|weer)(?!\w))"
)
_NA_EEN_STRAAT = re.compile(
    rf"{_NA_EEN_ADRES.pattern}|\s(?:woont?|wonen|woonde|achterom|dus|maar|hier|daar|nu|tot|vlakbij|schuin)(?!\w)"
)
"""After what has a capital and an article more may follow."""
_EIND_VAN_EEN_ZIN = re.compile(r".{0,60}\w{3,}\. ", re.DOTALL)
_ALGEMEEN = frozenset(("Weg", "Straat"))
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
    yield from zonder_straat(text)
    yield from _met_straat(text)
    yield from postcodes(text)
    if noemt(text, "postbus", "antwoordnummer"):
        yield from (gevonden.span() for gevonden in _POSTBUS.finditer(text))


def _met_straat(text: str) -> Iterator[tuple[int, int]]:
    """Look for a street before each number first: what belongs to the number is dear to find."""
    tot = 0
    for plek, _ in cijfers(text).alle:
        woord = straat_voor(text, plek) if plek >= tot else None
        nummer = woord and _HUISNUMMER.match(text, plek)
        if woord is None or nummer is None:
            continue
        tot = nummer.end()
        begin = begin_van_straat(text, woord.start())
        if _klinkt_zo(woord, begin):
            yield met_voorzetsel(text, begin), tot
        elif _is_adres(text, begin, woord[1], tot):
            yield met_voorzetsel(text, _met_lidwoord(text, begin)), tot
        elif (apart := _in_twee(text, woord, tot)) is not None:
            yield apart, tot


def _met_lidwoord(text: str, begin: int) -> int:
    """`mijn adres is de Kamp 16`: here `de` is of the name; after a preposition it may be of the sentence."""
    lidwoord = _ALLEEN_EEN_LIDWOORD.search(text, max(0, begin - _LANGSTE_OP), begin) if text[begin].isupper() else None
    return lidwoord.start(1) if lidwoord else begin


def _in_twee(text: str, straat: re.Match[str], eind: int) -> int | None:
    """`de bach laan 34`, `kerk straat 12`: written in two words."""
    if straat[1] not in OP_STRAAT or _EENHEID.match(text, eind):
        return None
    eerste = _VORIG_WOORD.search(text, max(0, straat.start() - _LANGSTE_OP), straat.start())
    if eerste is None or not (onbekend(eerste[1]) or is_woord(eerste[1] + straat[1])):
        return None
    return eerste.start(1)


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
    if _is_geen_nummer(text, begin, eind):
        return False
    if text.startswith((" woon", " wone"), eind):
        return True
    if straat in _ALGEMEEN:
        return False
    if straat[0].isupper() and _DE_STRAAT.match(text, begin) and _NA_EEN_STRAAT.match(text, eind):
        return True
    if is_straatnaam(text, begin, straat, eind):
        return True
    if plat(straat) in boek().blijft:
        return _is_ook_een_straat(text, begin, straat, eind)
    return _staat_als_adres(text, begin, straat, eind) or _na_een_wijzer(text, begin, straat, eind)


def _na_een_wijzer(text: str, begin: int, straat: str, eind: int) -> bool:
    """After a preposition with a capital, in a row between commas, or where somebody is said to live."""
    voor = text[max(0, begin - _LANGSTE_OP) : begin]
    if _is_vreemd(straat) or (straat[0].isupper() and (_OP.search(voor) or _staat_los(text, voor, eind))):
        return True
    voor = text[max(0, begin - _LANGSTE_WOONT) : begin]
    if _zonder_een_van(voor.lower(), _OVER_WONEN):
        return False
    return bool(_WOONT.search(voor) or (text[begin].isupper() and _WOONT_KAAL.search(voor)))


def _is_geen_nummer(text: str, begin: int, eind: int) -> bool:
    """`12 keer`, `mei 2019`, `Dagrapportage. Instroom 12`."""
    einde = _EIND_VAN_EEN_ZIN.match(text, begin, eind)
    return bool(einde or _EENHEID.match(text, eind) or _IS_JAAR.search(text, begin, eind))


def _staat_los(text: str, voor: str, eind: int) -> bool:
    """`…, Slinger 5, 2712 AS`, `: Es 21 Haaksbergen`, `de Kamp 16 achterom`."""
    if _IN_EEN_RIJ.search(voor):
        return bool(_NA_EEN_RIJ.match(text, eind)) or _gevolgd_door_plaats(text, eind)
    return bool(_NA_LIDWOORD.search(voor) and _NA_EEN_STRAAT.match(text, eind))


def _is_ook_een_straat(text: str, begin: int, straat: str, eind: int) -> bool:
    """A street that is called as a town or something else that stays."""
    if not straat[0].isupper():
        return False
    voor = text[max(0, begin - _LANGSTE_OP) : begin]
    if _OP_STAD.search(voor) and _NA_EEN_STRAAT.match(text, eind):
        return True
    return bool(_VOOR_EEN_POSTCODE.match(text, eind))


def _gevolgd_door_plaats(text: str, eind: int) -> bool:
    plaats = _VOLGT_PLAATS.match(text, eind)
    return plaats is not None and plat(plaats[1]) in boek().plaatsen


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
