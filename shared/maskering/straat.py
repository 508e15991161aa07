"""The street that a house number belongs to: the word before it, and the words before that which belong to its name."""

import re

from shared.maskering.aanleiding import GEEN_STRAAT

_NR = re.compile(
    r"(?:^|(?<=[\s(,]))(?:op |aan )?(?:\(?(?:huis)?(?:nr\.?|nummer)|no\.?|n[°º]|#|\(|[nozw]\.?z\.?)$", re.IGNORECASE
)
_EINDE_VAN_NR = "rRoO.#(°ºzZ"
_STRAAT = re.compile(r"(?<!\w)(\w[\w-]{1,49})\.?$")
_LANGSTE_NR = 16
_STRAAT_EN_KOMMA = ("straat,", "laan,", "gracht,", "kade,", "singel,", "dreef,", "plein,", "weg,")
_EINDE_VAN_EEN_STUK = re.compile(r"[1-9][0-9]{0,3}[a-z]?\s{0,2}(?:[,;)\n]|\.?$)")
"""`Verzonnenlaan, 12`: a number that nothing is counted with."""
_LANGSTE_STRAAT = 64
_EERDER = re.compile(
    r"(?:(?<!\w)(?:(?!(?:Op|Aan|In|Uit|Bij|Naast|Achter|Voor|Tegenover|At|Woont?|Wonen|Woonachtig|\w*[Aa]dres"
    r"|Woning|Familie|Fam|Gezin)\s)[A-ZÀ-Ž][\w'’-]{0,24}\.?|(?:[A-Z]\.){1,4}"
    r"|[1-9](?:e|ste|de)|van|van der|van de|van den|de|den|der|ten|ter|['’]?[st])[^\S\n]){1,4}$"
)
"""The rest of a street's name: `Burgemeester Wegstapel…`, `Dr. J.W. …`."""
_NAAM_BEGINT = re.compile(r"[A-ZÀ-Ž]|['’]?(?<!\w)[st]\s|[1-9](?:e|ste|de)\s")
_LANGSTE_EERDER = 60
LAAN_VAN = re.compile(
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
_VOORZETSEL = re.compile(
    r"(?<!\w)(Achter|Onder|Boven|Tussen|Buiten|Binnen|Over|Langs|Beneden|Bezijden) $"
    r"|(?:^|\n|[,:;] )((?:Op|Aan|In|Bij|Voor|Naast) )$"
)
_LIDWOORDEN, _LANGSTE_VOORZETSEL = frozenset("dDhH't’"), 12
_WOORD = re.compile(r"\w+")
_VOOR_EEN_KLEINE = frozenset(
    (
        *(
            "burgemeester",
            "burg",
            "bisschop",
            "prins",
            "prinses",
            "koning",
            "koningin",
            "graaf",
            "gravin",
            "hertog",
            "dr",
        ),
        *("prof", "mr", "ds", "pastoor", "dominee", "kapitein", "generaal", "admiraal", "sint", "st", "jan", "johan"),
        *("karel", "willem", "minister", "president", "meester", "dokter", "oude", "nieuwe", "lange", "korte", "grote"),
        *(
            "kleine",
            "hoge",
            "lage",
            "eerste",
            "tweede",
            "derde",
            "vierde",
            "noorder",
            "zuider",
            "ooster",
            "wester",
            "t",
        ),
    )
)
"""One of these is in everything that `_KLEIN_EERDER` finds: a cheap question before a dear one."""
_NA_LAAN = frozenset(("van", "naar", "der", "de", "het", "den"))
_VOOR_EEN_GROTE = frozenset(("van", "de", "den", "der", "ten", "ter", "t", "s"))
_ISNUMMER = ("nummer", "nr", "code")
_MAANDEN = ("jan", "feb", "apr", "jun", "jul", "aug", "sep", "okt", "nov", "dec")


def straat_voor(text: str, nummer: int) -> re.Match[str] | None:
    """The word before a house number, or before its `nr.`."""
    begin = max(0, nummer - _LANGSTE_STRAAT)
    stuk = text[begin:nummer].rstrip()
    if stuk[-1:] in _EINDE_VAN_NR and (nr := _NR.search(stuk, max(0, len(stuk) - _LANGSTE_NR))):
        stuk = stuk[: nr.start()].rstrip(" ,(")
    elif stuk.endswith(",") and stuk.lower().endswith(_STRAAT_EN_KOMMA) and _EINDE_VAN_EEN_STUK.match(text, nummer):
        stuk = stuk[:-1]
    eind = begin + len(stuk)
    begin = text.rfind(" ", 0, eind) + 1
    gevonden = _STRAAT.search(text, max(begin, eind - _LANGSTE_STRAAT), eind)
    return None if gevonden is None or _is_geteld(gevonden[1].lower()) else gevonden


def _is_geteld(woord: str) -> bool:
    """`kamer 12`, `12 dec 2025`, `zaaknummer 12`."""
    return woord in GEEN_STRAAT or woord.endswith(_ISNUMMER) or (woord.startswith(_MAANDEN) and "-" not in woord)


def begin_van_straat(text: str, begin: int) -> int:
    """Take the words along that belong to the name, if one has a capital."""
    vanaf = max(0, begin - _LANGSTE_EERDER)
    vanaf = max(vanaf, text.rfind("\n", vanaf, begin) + 1)
    stuk = text[vanaf:begin]
    if not stuk[-1:].isspace():
        return begin
    woorden = _WOORD.findall(stuk)
    return min(_met_hoofdletter(stuk, woorden, vanaf), _met_kleine_letter(text, woorden, vanaf, begin))


def met_voorzetsel(text: str, begin: int) -> int:
    """`Achter de Wieken 77`, or on its own line `Op de Kamp 3`: here the preposition is of the name."""
    if text[begin] not in _LIDWOORDEN or not text.endswith(" ", 0, begin):
        return begin
    eerder = _VOORZETSEL.search(text, max(0, begin - _LANGSTE_VOORZETSEL), begin)
    return eerder.start(eerder.lastindex or 0) if eerder else begin


def _met_kleine_letter(text: str, woorden: list[str], vanaf: int, begin: int) -> int:
    klein = None
    if not _VOOR_EEN_KLEINE.isdisjoint(map(str.lower, woorden)):
        klein = _KLEIN_EERDER.search(text, vanaf, begin)
    if klein is None and woorden and woorden[-1].lower() in _NA_LAAN:
        klein = LAAN_VAN.search(text, vanaf, begin)
    return klein.start() if klein else begin


def _met_hoofdletter(stuk: str, woorden: list[str], vanaf: int) -> int:
    """Search after the last word that cannot belong to the name: the search is dear, and mostly nothing is left."""
    na, eind = 0, len(stuk)
    for woord in reversed(woorden):
        plek = stuk.rindex(woord, 0, eind)
        if _is_gewoon(woord) and stuk[plek - 1 : plek] not in ("-", "'", "’"):
            na = plek + len(woord)
            break
        eind = plek
    eerder = _EERDER.search(stuk, na) if eind < len(stuk) else None
    naam = eerder and _NAAM_BEGINT.search(eerder.group())
    return vanaf + eerder.start() + naam.start() if eerder and naam else vanaf + len(stuk)


def _is_gewoon(woord: str) -> bool:
    return woord.isascii() and woord.islower() and woord.isalpha() and woord not in _VOOR_EEN_GROTE
