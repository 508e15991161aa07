"""Telephone numbers: a pattern proposes, the library `phonenumbers` decides.

Its own matcher takes 0.5 ms for 300 characters with four numbers; a proposal and one check take 0.05.
"""

import re
from collections.abc import Iterator

from phonenumbers import NumberParseException, PhoneNumberType, is_possible_number, number_type, parse

from shared.maskering.cijfers import cijfers, vanaf
from shared.maskering.gelijk import noemt, per_begin, waar_begint
from shared.maskering.gesproken import gesproken

_KANDIDAAT = re.compile(
    r"(?<![0-9+])(?:\+|\(0[0-9]{1,4}\)|0|6(?=[ .-]?[1-58])"
    r"|31(?=[ .(-]{0,2}0?\)?[ .-]?6))(?:[ ().*_/|~-]{0,3}[0-9]){5,14}(?![0-9])"
)
_DATUM = re.compile(r"(?:[0-2]?[0-9]|3[01])([-/.])(?:0?[0-9]|1[0-2])\1(?:19|20)[0-9]{2}(?![0-9])")
_TIJDEN = re.compile(r"[0-2][0-9][.:][0-5][0-9](?:[ /-]{1,3}[0-2][0-9][.:][0-5][0-9])+(?![.:]?[0-9])")
_LENGTE = re.compile(r"(?:\+|00)[1-9][0-9]{7,14}|0[1-9][0-9]{8}|6[0-9]{8}")
_MOBIEL = re.compile(r"(?:0|\+31|0031|310?|)6[1-58][0-9]{7}|06[0-9]{8}")
"""What people give most: the library says the same of each of these, in ten times as long."""
_ANDER_LAND = (
    "(?:duits|belgisch|pools|frans|buitenlands|turks|syrisch|marokkaans|roemeens|bulgaars|engels|brits|spaans|italiaans"
    "|oekra[iï]ens|russisch|eritrees|afghaans|iraaks|iraans|hongaars|tsjechisch|litouws|lets|somalisch|jemenitisch"
    "|algerijns)e?"
)
_NUMMER_VAN_ELDERS = re.compile(rf"(?<!\w)(?:{_ANDER_LAND}) (?:mobiele? )?nummer(?: is)?\W{{1,3}}$", re.IGNORECASE)
_NEGEN = re.compile(r"[1-9](?:[ ()./-]{0,2}[0-9]){8}(?![ ()./-]{0,2}[0-9])")
_GENOEMD = re.compile(
    r"(?<!\w)(?:tel(?:efoon)?|mobiel|mob|gsm|telnr|telefoonnr|bel|bellen|belt|app|appen|appt|sms|whats ?app"
    r"|phone|call|bereikbaar)"
    r"(?:nummers?|nr)?(?!\w)[^0-9!?\n]{0,25}$"
    rf"|(?<!\w)(?:{_ANDER_LAND}) (?:mobiele? )?nummer(?: is)?\W{{1,3}}$",
    re.IGNORECASE,
)
"""After these a number of another country, or one with a typing error, is one as well."""
_NA_NUL_ZES = re.compile(r"0 ?6[\])]?(?:[ .,:;='/\])-]{1,4}| ?\.{2,4} ?)[1-9](?:[ .-]?[0-9]){7}(?![0-9])")
"""`06: 12345678`, `06... 12345678`."""
_EEN_TE_VEEL = re.compile(
    r"06 ?- ?(?:[1-9][0-9]{6}(?:[0-9]{2})?|[1-9][0-9]{1,3}(?: [0-9]{2,3}){2,3})(?![0-9]|[ -][0-9])"
)
_OF_TE_WEINIG = (7, 9)
"""`06-6588050`: a digit too few or too many, by its dash."""
_DICHT = re.compile(r"0 ?6[\])]")
_SLECHT_LEESBAAR = re.compile(r"06[ .-]?(?=[xX?*. -]{0,3}[0-9])(?:[0-9xX?*][ .-]?){7}[0-9xX?*](?![\w?*])")
"""`06-12xx5678`."""
_TOESTEL = re.compile(
    r"(?:,? ?\(?(?:toestel|tst\.?|toest\.?|ext\.?)(?:nummer|nr\.?)?:? ?[0-9]{1,5}(?![0-9])\)?)", re.IGNORECASE
)
_LOS_TOESTEL = re.compile(
    r"(?:toestel|doorkies)(?:nummer|nr\.?)?:? (?:is )?([0-9]{2,5})(?![0-9])|intern nummer:? ([0-9]{2,5})(?![0-9])",
    re.IGNORECASE,
)
_TOESTELLEN = per_begin(("toestel", "doorkies", "intern n"))
_LENGTE_VAN_ELDERS = range(11, 15)
_APP = re.compile(
    r"(?<!\w)(?:bel|bellen|belt|tel(?:efoon)?|app|appen|sms|whats ?app|viber|imo|telegram|signal|mobiel)\W{1,3}$", re.I
)
_ZES_GENOEMD = re.compile(r"(?<!\w)(?:nummer|nr\.?)(?: is|:)? $", re.IGNORECASE)
_ZES = re.compile(r"06[0-9]{6,9}")
_LANGSTE_AANKONDIGING = 48
_VER_VAN_DE_PLUS = 4
_OP_ZIJN_MINST = re.compile(r"0(?!800|90[069])[1-9][0-9]{6,10}|[1-9][0-9]{8}")
_GROEP = re.compile(r"[0-9]+")
_GEEN = {
    PhoneNumberType.UNKNOWN,
    PhoneNumberType.TOLL_FREE,
    PhoneNumberType.PREMIUM_RATE,
    PhoneNumberType.SHARED_COST,
}
"""No valid number, or nobody's own: 0800 and 0900 are of organisations, and say whom somebody called."""


def telefoonnummers(text: str) -> Iterator[tuple[int, int]]:
    """Numbers in national and international notation; not dates, not 0800 and 0900."""
    yield from gesproken(text)
    yield from _van_elders(text)
    yield from _anders(text)
    plek = 0
    for begin in _beginnen(text):
        if begin < plek or not (kandidaat := _KANDIDAAT.match(text, begin)):
            continue
        if geen := _DATUM.match(text, begin) or _TIJDEN.match(text, begin):
            plek = geen.end()
        elif eind := _langste(text, begin, kandidaat.end()) or _genoemd(text, kandidaat):
            toestel = _TOESTEL.match(text, eind)
            yield begin, toestel.end() if toestel else eind
            plek = eind


def _beginnen(text: str) -> Iterator[int]:
    """Give where a number may begin: at a plus, a bracket, or the digits that it can begin with."""
    for plek in cijfers(text).nummers:
        if (plus := text.rfind("+", max(0, plek - _VER_VAN_DE_PLUS), plek)) >= 0:
            yield plus
        if text.endswith("(", 0, plek):
            yield plek - 1
        if text[plek] in "036":
            yield plek


def _van_elders(text: str) -> Iterator[tuple[int, int]]:
    """`zijn Poolse nummer is 512 345 678`: nine digits, that begin as no number here does."""
    for negen in vanaf(text, _NEGEN, cijfers(text).nummers) if noemt(text, "nummer") else ():
        if _NUMMER_VAN_ELDERS.search(text, max(0, negen.start() - _LANGSTE_AANKONDIGING), negen.start()):
            yield negen.span()


def _anders(text: str) -> Iterator[tuple[int, int]]:
    """Give numbers with another sign after `06`, hard to read, without a plus, or of a telephone at work."""
    for plek, _ in cijfers(text).alle:
        if (
            text[plek] == "0"
            and not text[plek - 1 : plek].isalnum()
            and (zes := _NA_NUL_ZES.match(text, plek) or _SLECHT_LEESBAAR.match(text, plek))
        ):
            yield plek - bool(_DICHT.match(text, plek) and text.endswith(("[", "("), 0, plek)), zes.end()
        elif text[plek] == "0" and text.startswith(("06-", "06 -"), plek) and not text[plek - 1 : plek].isalnum():
            yield from _met_een_fout(text, plek)
    for begin, eind in cijfers(text).alle:
        if eind - begin in _LENGTE_VAN_ELDERS and text[begin] != "0":
            genoemd = _APP.search(text, max(0, begin - len("whats app is ")), begin)
            yield from ((begin, eind),) if genoemd and not text[eind : eind + 1].isalnum() else ()
    for plek in waar_begint(text, _TOESTELLEN):
        if toestel := _LOS_TOESTEL.match(text, plek):
            yield toestel.span(1) if toestel[1] else toestel.span(2)


def _met_een_fout(text: str, plek: int) -> Iterator[tuple[int, int]]:
    mis = _EEN_TE_VEEL.match(text, plek)
    if mis and sum(teken.isdigit() for teken in mis.group()) - len("06") in _OF_TE_WEINIG:
        yield mis.span()


def _genoemd(text: str, kandidaat: re.Match[str]) -> int | None:
    """Take what is called a telephone number as one, also if it is none of this country."""
    begin = kandidaat.start()
    voor = text[max(0, begin - _LANGSTE_AANKONDIGING) : begin]
    if _ZES_GENOEMD.search(voor) and _ZES.fullmatch(re.sub(r"[^0-9]", "", kandidaat.group())):
        return kandidaat.end()
    if not _GENOEMD.search(voor):
        return None
    return kandidaat.end() if _OP_ZIJN_MINST.fullmatch(re.sub(r"[^0-9]", "", kandidaat.group())) else None


def _langste(text: str, begin: int, eind: int) -> int | None:
    """Other digits may follow the number (`06-12345678 3 keer gebeld`): drop groups until it is one."""
    einden = [groep.end() for groep in _GROEP.finditer(text, begin, eind)]
    return next((tot for tot in reversed(einden) if _is_telefoonnummer(text[begin:tot])), None)


def _is_telefoonnummer(geschreven: str) -> bool:
    cijfers = re.sub(r"[^0-9+]", "", geschreven.replace("(0)", "") if geschreven[0] == "+" else geschreven)
    if _MOBIEL.fullmatch(cijfers):
        return True
    if not _LENGTE.fullmatch(cijfers):
        return False
    try:
        nummer = parse(cijfers, "NL")
    except NumberParseException:
        return False
    return (cijfers[0] == "+" and is_possible_number(nummer)) or number_type(nummer) not in _GEEN
