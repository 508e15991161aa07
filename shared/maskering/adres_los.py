"""Where somebody lives, without a street: a house number, a room, a place on a camping site, a farm by its name."""

import re
from collections.abc import Iterator

from shared.maskering.cijfers import Reeks, cijfers
from shared.maskering.gelijk import noemt, per_begin, waar_begint

_NUMMER = re.compile(r"[0-9]{1,4}[a-zA-Z]?(?!\w|[ ./:,-]{1,2}[0-9])")
_VOOR_EEN_NUMMER = (" op ", " van ", "nummer ", "nr ", "nr. ", "nummer: ", "nr: ", "nummer is ")
_NUMMER_VAN_EEN_HUIS = re.compile(
    r"(?:(?<=\shuis)|(?<=^huis)|(?<!\w)(?:op|van|naast|tegenover|achter|boven|onder|tussen|uit) |(?<=, ))"
    r"((?:nummer|nr\.?)(?: is|:)? )$",
    re.IGNORECASE,
)
"""`naast nummer 8a`, `tegenover nr 12`, `huisnummer 12`."""
_WONEN_OP = re.compile(
    r"(?<!\w)(?:woont?|wonen|woonde|wonend|thuis|(?:over|boven|beneden|achter)?bu(?:ren|urman|urvrouw|urtjes)"
    r"|bewoonster) (?:nu |hier |daar |zelf )?(?:op|van) $",
    re.IGNORECASE,
)
"""`wij wonen op 23`, `de buren van 14`."""
_NA_EEN_NUMMER = re.compile(
    r"\s{0,2}(?:[,;)\n|/]|[.!?]?$|[.!?]\s|(?:is|was|wordt|werd|staat|stond|hebben|heeft|had|hadden|zijn|waren|in|en|of"
    r"|aan|bij|voor|waar|die|dat|als|kan|kunnen|ook|al|dus|maar|hier|daar|vlakbij|schuin|klagen|klaagt|belde|bellen"
    r"|belt|komen|komt|zeggen|zegt|doen|doet|ligt|liggen|woont|wonen)(?!\w))"
)
_OP_DE = re.compile(
    r" (?:(?:op|aan) (?:[Dd]e|[Hh]et|['’]t)|in (?:De|Het|['’]t)) [A-ZÀ-Ž][\w'’-]+(?: [A-ZÀ-Ž][\w'’-]+)?(?!\w)"
)
"""`nummer 53 op De Wending`."""
_GEEN_HUIS = frozenset(("112", "113", "144", "1944", "1945"))
_LANGSTE_VOOR = 36
_VAK = (
    r"(?:chalet|plaats|plek|kavel|huisje|(?:vakantie|recreatie)?bungalow|(?:sta)?caravan|ligplaats|standplaats|veld"
    r"|steiger|unit|lodge|blokhut|nr\.?|nummer)"
)
_GETAL = r"[A-Za-z]?[0-9]{1,4}[a-zA-Z]?(?![\w:-])"
_NAAM = (
    r"(?:(?:[Dd]e|[Hh]et|['’]t) )?[A-ZÀ-Ž][\w'’-]+"
    r"(?: (?:(?:aan|van|op|in) )?(?:(?:de|het|den|der) )?[A-ZÀ-Ž][\w'’-]+){0,3}"
)
_OP_EEN_TERREIN = re.compile(
    rf"(?i:camping|[a-z]{{4,9}}park|jachthaven|passantenhaven|woonwagen(?:kamp|centrum)|woonboot|woonschip) "
    rf"{_NAAM},? (?:op )?(?:{_VAK} ?(?:nr\.? |nummer )?)?{_GETAL}"
)
"""`Camping De Heide, chalet 17`."""
_VAK_OP_EEN_TERREIN = re.compile(
    rf"(?i:{_VAK}) {_GETAL},? (?:(?:op|van|in|bij|aan) )?(?:de |het )?"
    rf"(?i:camping|[a-z]{{4,9}}park|jachthaven|passantenhaven|woonwagen(?:kamp|centrum)) {_NAAM}"
)
_HUIS_MET_NAAM = re.compile(
    rf"(?i:boerderij|hoeve|huize|villa|landgoed|buurtschap|residentie|(?:galerij|service|senioren)?flat|woonzorgcentrum"
    rf"|zorgcentrum|(?:appartementen|woon)complex|woontoren) {_NAAM},? (?:nr\.? |nummer |kamer |app\.? )?{_GETAL}"
)
"""`boerderij Welgelegen 3`."""
_TERREINEN = per_begin(
    (
        *("camping", "recreatiepark", "vakantiepark", "bungalowpark", "chaletpark", "jachthaven", "passantenhaven"),
        *("woonwagenk", "woonwagenc", "woonboot", "woonschip", "boerderij", "hoeve ", "huize ", "villa ", "landgoed"),
        *("buurtschap", "residentie", "galerijflat", "serviceflat", "seniorenflat", "flat ", "woonzorg", "zorgcentrum"),
        *("appartementenc", "wooncomplex", "woontoren"),
    )
)
_LANGSTE_VAK, _LANGSTE_NAAM = 34, 80
_KAMER = re.compile(
    r"(?<!tweede )(?<!eerste )(?:kamer(?:nummer|nr\.?)?|kmr\.?|room|unit|wooneenheid)(?: nummer| nr\.?| is)?:? ?"
    r"[0-9]{1,4} ?[a-d]?(?!\w|[.,:]?[0-9]| ?[%€])",
    re.IGNORECASE,
)
"""`kamer 214`: with an hour it is one person, for who knows the building."""
_KAMERS = per_begin(("kamer", "kmr", "room", "unit", "wooneenheid"))
_BOX = re.compile(r"(?<!\w)p\.?\s?o\.?\s?box (?:nr\.? )?[0-9]{1,6}(?!\w)", re.IGNORECASE)
_MET_EEN_JAAR = re.compile(
    r"(?:Plein|Laan|Weg|Kade|Straat) (?:19|20)[0-9]{2}(?:-(?:19|20)?[0-9]{2})?,? (?:nr\.? "
    r"|nummer )?[0-9]{1,4}[a-z]?(?!\w)"
)
"""`Plein 1944 12`."""
_STRATEN_VAN_EEN_JAAR = ("Plein ", "Laan ", "Weg ", "Kade ", "Straat ")
_VOOROP = re.compile(
    r"[0-9]{1,4}[a-z]?,? (?:[A-ZÀ-Ž][\w'’-]+ ){0,2}[A-ZÀ-Ž]\w+(?:straat|laan|gracht|kade|singel|steeg"
    r"|dreef|plein|plantsoen)(?!\w)"
)
_VOOR_VOOROP = re.compile(
    r"(?:^|[\n,:;(]\s?|(?<!\w)(?:at|op|woont?|wonen|adres|address|is|nr\.?|nummer|lives?) )$", re.IGNORECASE
)
"""`I live at 61 Molenstraat`."""


def zonder_straat(text: str) -> Iterator[tuple[int, int]]:
    """Give house numbers alone, places on a site, and the orders in which a street comes after."""
    for reeks in cijfers(text).alle:
        if text.endswith(_VOOR_EEN_NUMMER, 0, reeks.begin):
            yield from _los_nummer(text, reeks)
        if (text[reeks.eind + 1 : reeks.eind + 2].isupper() or text.startswith(", ", reeks.eind)) and (
            voorop := _VOOROP.match(text, reeks.begin)
        ):
            yield from _nummer_voorop(text, voorop)
    yield from _op_een_terrein(text)
    for plek in waar_begint(text, _KAMERS):
        if kamer := _KAMER.match(text, plek):
            yield kamer.span()


def _op_een_terrein(text: str) -> Iterator[tuple[int, int]]:
    for plek in waar_begint(text, _TERREINEN):
        if gevonden := _OP_EEN_TERREIN.match(text, plek) or _HUIS_MET_NAAM.match(text, plek):
            yield gevonden.span()
        for gevonden in _VAK_OP_EEN_TERREIN.finditer(text, max(0, plek - _LANGSTE_VAK), plek + _LANGSTE_NAAM):
            yield gevonden.span()
    if noemt(text, " box "):
        yield from (gevonden.span() for gevonden in _BOX.finditer(text))
    for plek in cijfers(text).viertallen:
        if text.endswith(_STRATEN_VAN_EEN_JAAR, 0, plek):
            yield from (
                gevonden.span() for gevonden in _MET_EEN_JAAR.finditer(text, max(0, plek - len("Straat ")), plek + 24)
            )


def _los_nummer(text: str, reeks: Reeks) -> Iterator[tuple[int, int]]:
    nummer = _NUMMER.match(text, reeks.begin)
    if nummer is None or text[reeks.begin : reeks.eind] in _GEEN_HUIS:
        return
    vanaf = max(0, reeks.begin - _LANGSTE_VOOR)
    if huis := _NUMMER_VAN_EEN_HUIS.search(text, vanaf, reeks.begin):
        begin = huis.start(1)
        verder = _OP_DE.match(text, nummer.end())
        eind = verder.end() if verder else nummer.end()
        yield begin - len("huis") * text[vanaf:begin].lower().endswith("huis"), eind
    elif _NA_EEN_NUMMER.match(text, nummer.end()) and _WONEN_OP.search(text, vanaf, reeks.begin):
        yield nummer.span()


def _nummer_voorop(text: str, voorop: re.Match[str]) -> Iterator[tuple[int, int]]:
    begin = voorop.start()
    if _VOOR_VOOROP.search(text, max(0, begin - len("address ")), begin):
        yield voorop.span()
