"""Words that are a street when a number follows, in any case: by their ending, or as half a district is called."""

import re

from shared.maskering.aanleiding import NAAR_IETS
from shared.maskering.lijsten import plat
from shared.maskering.woordenboek import boek, is_woord

_EINDES = (
    *("diep", "hoek", "kamp", "doorn", "rijn", "berg", "zijde", "eind", "einde", "wal", "werf", "weide", "meent"),
    *("donk", "horst", "brink", "dijk", "akker", "oever", "vaart", "vliet", "wetering", "gouw", "terp", "heem"),
    *("hage", "heide", "gaard", "gaarde", "bongerd", "zoom", "stede", "stee", "broek", "bree", "kreek", "erf"),
    *("schans", "burg", "esch", "hof", "pad", "wijk", "wierde", "laagte", "hoogte", "waard", "wei", "veste", "enk"),
)
_VAN_EEN_DORP = ("diep", "hoek", "brink", "kamp", "eind", "einde", "zijde", "wal", "werf", "weide", "meent", "donk")
"""Of these there are towns, and many more streets; of `-doorn`, `-berg` and `-burg` it is the other way round."""
_GEEN_STRAAT = re.compile(
    r"(?:voet|hand|volley|hockey|tennis|korf|honk|basket|speel|sport|oefen|trap|hang|parkeer|fiets|wandel|voet|loop|tegel"
    r"|ruiter|kunstgras|kunst|kleed|zit|lees|rook|koffie|pauze|kook|keuken|eet|kinder|straat|bos|om|af|on|ver|be|ge"
    r"|moes|spel|kamer|binnen|buiten|week|boekhouding|bouw|scheeps|camping|tent|zomer|school|jeugd|vakantie|dans"
    r"|weekend|trainings|toets|jaar|maand|lesuur|avond|dag|vergader|woon|over|dode|kliko|afval|zuur|stof|wind)[a-z]*",
    re.IGNORECASE,
)
"""`speelhoek 2`, `zomerkamp 3`."""
_KORTSTE = 7
_ERNA = re.compile(
    r"\s{0,2}(?:[,;)\n|/]|[.!?]?$|[.!?]\s|(?:is|was|wordt|werd|staat|stond|heeft|had|hebben|hadden|in|te|en|of|op|aan|bij"
    r"|van|voor|om|waar|die|dat|als|kan|moet|zijn|zit|ligt|tegenover|naast|achter|komt|kwam|ook|al|weer|niet|dus|maar|hier"
    r"|daar|nu|dan|toen|want|graag|na|tot|met|zegt|belt|belde|klaagt|meldt|wil|vraagt|woont?|wonen|woonde|rond|vanaf)(?!\w))"
)
_RIJ = re.compile(r"(?:^|[,;:(/|\n]|[.!?])\s{0,2}$")
_WIJST = re.compile(
    r"(?<!\w)(?:op|aan|naar|bij|voor|van|naast|achter|tegenover|tussen|rond|nabij|thv|t\.h\.v\.|vanaf|deur|adres|woont|wonen"
    r"|woon|ophalen|hoek|familie|fam\.?|buren) (?:de |het |'t )?$",
    re.IGNORECASE,
)
_NOOIT_VOOR_EEN_DORP = re.compile(r"(?<!\w)(?:in|uit|naar|gemeente|dorp|stad|te|azc) $", re.IGNORECASE)
_VER = 24
_SLOT = re.compile(r",? (?:te |in )?([^\W\d_]{4,24})[.!]?\s*$")


def is_straatnaam(text: str, begin: int, straat: str, eind: int) -> bool:
    """`westerdiep 211`, `voor Molenhoek 55`, `dennis, sleedoorn 3 westerveen`: nothing is counted with it."""
    klein = straat.lower()
    if klein not in NAAR_IETS and (len(klein) < _KORTSTE or not klein.endswith(_EINDES) or _GEEN_STRAAT.match(klein)):
        return False
    voor = text[max(0, begin - _VER) : begin]
    if not _ERNA.match(text, eind):
        return bool(_RIJ.search(voor)) and _eindigt_met_plaats(text, eind)
    if plat(klein) in boek().blijft:
        return klein.endswith(_VAN_EEN_DORP) and not _NOOIT_VOOR_EEN_DORP.search(voor)
    if klein in NAAR_IETS or is_woord(plat(klein)):
        return bool(_RIJ.search(voor) or _WIJST.search(voor))
    return True


def _eindigt_met_plaats(text: str, eind: int) -> bool:
    """Whether nothing but a town comes after, known or not: so people sign."""
    slot = _SLOT.match(text, eind)
    return slot is not None and (plat(slot[1]) in boek().plaatsen or not is_woord(plat(slot[1])))
