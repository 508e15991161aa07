"""Where somebody lives: a street with its number, a postcode with or without a house number."""

import re
from collections.abc import Iterator

from shared.maskering.gelijk import noemt, per_begin, waar, waar_begint
from shared.maskering.gesproken import TOT_HONDERD
from shared.maskering.lijsten import plat
from shared.maskering.postcode import TOEVOEGING, postcodes
from shared.maskering.woordenboek import boek, is_woord
from shared.maskering.woordsoort import onbekend

_HUISNUMMER = re.compile(rf"[0-9](?:(?<=[\s(#].)|(?<=(?i:nr).)|(?<=(?i:nr|no)\..))[0-9]{{0,4}}{TOEVOEGING}")
_NR = re.compile(r"(?:^|(?<=[\s(,]))(?:op |aan )?(?:\(?(?:huis)?(?:nr\.?|nummer)|no\.?|#|\()$", re.IGNORECASE)
_STRAAT = re.compile(r"(?<!\w)(\w[\w-]{1,49})\.?$")
_LANGSTE_NR = 16
_STRAAT_EN_KOMMA = ("straat,", "laan,", "gracht,", "kade,", "singel,", "dreef,", "plein,", "weg,")
_EINDE_VAN_EEN_STUK = re.compile(r"[1-9][0-9]{0,3}[a-z]?\s{0,2}(?:[,;)\n]|\.?$)")
"""`Verzonnenlaan, 12`: a number that nothing is counted with."""
_LANGSTE_STRAAT = 64
_EERDER = re.compile(
    r"(?:(?<!\w)(?:(?!(?:Op|Aan|In|Uit|Bij|Naast|Achter|Voor|Tegenover|At|Woont?|Wonen|Woonachtig|\w*[Aa]dres"
    r"|Woning)\s)[A-ZÀ-Ž][\w'’-]{0,24}\.?|(?:[A-Z]\.){1,4}"
    r"|[1-9](?:e|ste|de)|van|van der|van de|van den|de|den|der|ten|ter|['’]?[st])\s){1,4}$"
)
"""The rest of a street's name: `Burgemeester Wegstapel…`, `Dr. J.W. …`."""
_NAAM_BEGINT = re.compile(r"[A-ZÀ-Ž]|['’]?(?<!\w)[st]\s|[1-9](?:e|ste|de)\s")
_LANGSTE_EERDER = 60
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
_GEEN_STRAAT = re.compile(
    r"kamer|blok|unit|gebouw|lijn|bus|tram|groep|artikel|art|week|nummer|nr|casus|fase|deel|stap|punt|dag|etage"
    r"|verdieping"
    r"|jan\w*|feb\w*|[\w-]*(?:nummer|nr|code)|incident|zaak|dossier|melding|factuur|ticket|camera|ruimte|lokaal"
    r"|poort|ingang|uitgang|balie|loket|team|ploeg|klas"
    r"|sector|zone|formule|radio|kanaal|npo|rtl|niveau|level|categorie|bijlage|hoofdstuk|paragraaf|lid|vraag"
    r"|optie|foto|video|paal|gate|terminal|afrit"
    r"|knooppunt|container|tafel|bed|plek|plaats|parkeerplaats|vlucht|trein|sprinter|intercity|metro|level"
    r"|ronde|nog|ruim|circa|bijna|maar|alle|weer"
    r"|gisteren|vandaag|morgen|eergisteren|vanavond|vannacht|vanmorgen|vanmiddag|gistermiddag|gisteravond"
    r"|tussen|vanaf|sinds|tegen|samen|slechts"
    r"|datum|tijd|tijdstip|aantal|totaal|bedrag|actie|agendapunt|besluit|regel|artikelen|versie|batch|order|bon"
    r"|kassa|flat|toren|trap|portiek|box|hek"
    r"|maart|apr\w*|mei|jun\w*|jul\w*|aug\w*|sep\w*|okt\w*|nov\w*|dec\w*|maandag|dinsdag|woensdag|donderdag|vrijdag"
    r"|zaterdag|zondag|om|rond|de|het|een|en|of|in|op|tot|van|met|voor|na|is|was|waren|er|zo|al|nu|route"
    r"|snelweg|euro|room|line"
    r"|street|leeftijd|ongeveer|circa|minstens|wel|zeker|plus|min|versie|pagina|zaal|afdeling|vak|hal|perron"
    r"|spoor|halte",
    re.IGNORECASE,
)
_EENHEID = re.compile(
    r"\s?(?:uur|jaar|jr|keer|x|maal|weken|week|dagen|dag|maanden|minuten|min|meter|m|km|euro|man|mannen|mensen"
    r"|personen|jongens"
    r"|meisjes|kinderen|bewoners|meldingen|incidenten|auto's|scooters|graden|procent|%|years|times|people|hours)(?!\w)",
    re.IGNORECASE,
)
_EINDE = r"(?i:straat|laan|gracht|kade|singel|steeg|dreef|plein|weg|hof|plantsoen|park|pad)(?!\w)"
_ACHTERSTEVOREN = re.compile(
    rf"n(?:(?<!\w.)|(?<=huis.))(?:ummer|r\.?) ?[0-9]{{1,4}}[a-z]?(?:,| (?:in|op|aan|van)) (?:de |het )?"
    rf"(?:[A-ZÀ-Ž]\w*{_EINDE}|\w+(?:straat|laan|gracht|kade|singel|dreef|plein)(?!\w))"
)
_WOONT_OP = re.compile(
    rf"(?<!\w)(?i:woont?|wonen|woonde|zit|zitten) (?i:daar |hier |nu )?op ([0-9]{{1,4}}[a-z]?) (?:in|aan"
    rf"|van) (?:de |het )?(\w+{_EINDE})"
)
"""`wij wonen op 8 in de Verzonnenstraat`."""
_OP_STRAAT = ("straat", "laan", "gracht", "kade", "singel", "dreef", "plein", "weg")
_NA_STRAAT = re.compile(
    rf"[a-z]{{3,6}}(?:(?<=straat)|(?<=laan)|(?<=gracht)|(?<=kade)|(?<=singel)|(?<=dreef)|(?<=plein)|(?<=weg))"
    rf"(?:[0-9]{{1,4}}[a-zA-Z]?(?!\w)|,? (?:op )?(?:nummer |nr\.? )?(?:{TOT_HONDERD})(?=[.,;)!?]|\n|$| (?:is|in"
    rf"|te|was|en)(?!\w)))",
    re.IGNORECASE,
)
"""`Verzonnenlaan12`, `verzonnenlaan twaalf`."""
_WOORDBEGIN = re.compile(r"(?<!\w)[^\W\d_]{2,30}$")
_ENGELS = re.compile(
    r"(?<!\w)[0-9]{1,4}[A-Za-z]? (?:[A-Z][\w'-]+ ){1,3}(?:Street|Road|Avenue|Lane|Drive|Close|Square|Court)(?!\w)"
    r"|(?<!\w)[0-9]{1,4},? (?:bis,? )?(?:rue|avenue|boulevard|place|chemin)(?: (?:de|du|des|la|le|l'"
    r"|d'))*[ ']?[A-Z]\w+(?:[ -][A-Z]\w+)?"
)
_RUE = re.compile(
    r"(?:rue|rua|calle|via|avenida|ulica|ul\.) (?:(?:de|du|des|la|le|da"
    r"|do) ){0,2}(?-i:[A-Z])\w+(?: (?-i:[A-Z])\w+)?,? [0-9]{1,4}(?!\w)",
    re.IGNORECASE,
)
_STRATEN_ELDERS = per_begin(
    ("street", "road", "avenue", "lane", "drive", "close", "square", "court", "rue", "boulevard", "place", "chemin")
)
_RUES = ("rue ", "rua ", "calle ", "via ", "avenida ", "ulica ", "ul. ")
_LAAN_VAN = re.compile(
    r"(?<!\w)(?:laan|plein|weg|hof|park|kade|straat|laantje) (?:van|naar|der) (?:(?:de|het|der|den) )?$", re.IGNORECASE
)
_KLEIN_EERDER = re.compile(
    r"(?<!\w)(?:(?:burgemeester|burg\.?|bisschop|prins(?:es)?|koning(?:in)?|graaf|gravin|hertog|dr\.?|prof\.?"
    r"|mr\.?|ds\.?|pastoor|dominee"
    r"|kapitein|generaal|admiraal|sint|st\.?|jan|johan|karel|willem|minister|president|meester"
    r"|dokter) (?:(?:van (?:de |der |den |'t )?|de )?[\w.-]+ )?"
    r"|(?:oude|nieuwe|lange|korte|grote|kleine|hoge|lage|eerste|tweede|derde|vierde|noorder|zuider|ooster"
    r"|wester|van 't|van ’t) )$",
    re.IGNORECASE,
)
"""`bisschop boermanstraat`, `tweede Stationsstraat`: the first half of a name without capitals."""


def adressen(text: str) -> Iterator[tuple[int, int]]:
    """Street with number, and postcode; where they stand beside each other these are two finds."""
    if noemt(text, "nummer", "nr"):
        for gevonden in _ACHTERSTEVOREN.finditer(text):
            begin = gevonden.start()
            yield begin - len("huis") * text.endswith("huis", 0, begin), gevonden.end()
    yield from _anders_geschreven(text)
    for nummer in _HUISNUMMER.finditer(text):
        straat = _straat(text, nummer.start())
        if straat and not _GEEN_STRAAT.fullmatch(straat[1]):
            begin = _begin(text, straat.start())
            if _klinkt_zo(straat, begin) or _is_adres(text, begin, straat[1], nummer.end()):
                yield begin, nummer.end()
    yield from postcodes(text)
    if noemt(text, "postbus", "antwoordnummer"):
        yield from (gevonden.span() for gevonden in _POSTBUS.finditer(text))


def _anders_geschreven(text: str) -> Iterator[tuple[int, int]]:
    """Give addresses with the number in words, written together, or in the order of another country."""
    for plek in waar(text, *_OP_STRAAT):
        na = _NA_STRAAT.match(text, plek)
        voor = na and _WOORDBEGIN.search(text, max(0, plek - _LANGSTE_STRAAT), plek)
        if na and voor:
            yield voor.start(), na.end()
    for plek in waar_begint(text, _STRATEN_ELDERS):
        yield from (
            gevonden.span()
            for gevonden in _ENGELS.finditer(text, max(0, plek - _LANGSTE_STRAAT), plek + _LANGSTE_STRAAT)
        )
    for plek in waar(text, *_RUES):
        gevonden = _RUE.match(text, plek)
        if gevonden and not text[plek - 1 : plek].isalnum():
            yield gevonden.span()
    if noemt(text, "woon", "wone", "zit"):
        for gevonden in _WOONT_OP.finditer(text):
            yield from (gevonden.span(1), gevonden.span(2))


def _klinkt_zo(straat: re.Match[str], begin: int) -> bool:
    """Whether it sounds like a street: by its ending, or by a last word after a name."""
    if _LAAN_VAN.match(straat.string, begin, straat.start()):
        return True
    if _LOSSE_STRAAT.fullmatch(straat[1]):
        return begin < straat.start()
    if not _STRAATNAAM.fullmatch(straat[1]):
        return False
    return straat[1].lower().endswith(_OP_STRAAT) or plat(straat[1]) not in boek().blijft


def _straat(text: str, nummer: int) -> re.Match[str] | None:
    """The word before a house number, or before its `nr.`."""
    begin = max(0, nummer - _LANGSTE_STRAAT)
    stuk = text[begin:nummer].rstrip()
    if nr := _NR.search(stuk, max(0, len(stuk) - _LANGSTE_NR)):
        stuk = stuk[: nr.start()].rstrip(" ,(")
    elif stuk.lower().endswith(_STRAAT_EN_KOMMA) and _EINDE_VAN_EEN_STUK.match(text, nummer):
        stuk = stuk[:-1]
    eind = begin + len(stuk)
    begin = text.rfind(" ", 0, eind) + 1
    return _STRAAT.search(text, max(begin, eind - _LANGSTE_STRAAT), eind)


def _begin(text: str, begin: int) -> int:
    """Take the words along that belong to the name, if one has a capital."""
    vanaf = max(0, begin - _LANGSTE_EERDER)
    klein = _KLEIN_EERDER.search(text, vanaf, begin) or _LAAN_VAN.search(text, vanaf, begin)
    eerder = _EERDER.search(text[vanaf:begin])
    naam = eerder and _NAAM_BEGINT.search(eerder.group())
    met_hoofdletter = vanaf + eerder.start() + naam.start() if eerder and naam else begin
    return min(met_hoofdletter, klein.start()) if klein else met_hoofdletter


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
    return bool(_WOONT.search(voor) or (text[begin].isupper() and _WOONT_KAAL.search(voor)))


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
