"""Numbers that stand for one person or one account; `python-stdnum` knows their check digits."""

import re
from collections.abc import Iterator

from stdnum import iban
from stdnum.nl import bsn

from shared.maskering.cijfers import cijfers, vanaf
from shared.maskering.gelijk import noemt, per_begin, waar, waar_begint

_WOORD = re.compile(r"[A-Za-z0-9]+")
_BANK = re.compile(
    r"(?<!\w)(?:ABNA|INGB|RABO|SNSB|TRIO|KNAB|BUNQ|ASNB|REVO|RBRB|FVLB|NNBA|BITS|MOYO|NTSB)(?:[ .-]?[0-9]){9,10}(?!\w)",
    re.IGNORECASE,
)
_BANKEN = per_begin(
    (
        "abna",
        "ingb",
        "rabo",
        "snsb",
        "trio",
        "knab",
        "bunq",
        "asnb",
        "revo",
        "rbrb",
        "fvlb",
        "nnba",
        "bits",
        "moyo",
        "ntsb",
    )
)
"""Without the country and its check digits: `ABNA 0417 1643 00`."""
_VAN_ELDERS = re.compile(
    r"[0-9]{2}(?<=(?:AT|BE|BG|CH|CZ|DE|DK|EE|ES|FR|GB|GR|HR|HU|IE|IT|LT|LU|LV|PL|PT|RO|SE|SI|SK|TR|UA)..)(?<!\w....)"
    r"(?: [0-9A-Z]{4}){3,7}(?: [0-9A-Z]{1,3})?(?!\w)"
)
"""Of another country in groups of four, with a typing error."""
_IBAN = re.compile(r"[0-9]{2}(?<=[A-Za-z]{2}..)(?<!\w[A-Za-z]{2}..)(?:[\s./-]?[A-Za-z0-9]){11,30}")
"""From its first digit: that is what a search can find fast."""
_NEDERLANDS = re.compile(
    r"N(?<!\w.) ?L[ .:-]?[0-9] ?[0-9][\s._/-]{0,2}[A-Z] ?[A-Z] ?[A-Z] ?[A-Z](?:[\s._/-]{0,2}[0-9]){4,12}(?!\w)",
    re.IGNORECASE,
)
"""With a digit too few or too many it is somebody's as well."""
_NOEMT_REKENING = re.compile(
    r"(?<!\w)(?:iban|(?:bank)?rekening ?(?:nummer|nr\.?)|rek\.? ?(?:nr|nummer)\.?|rek\.|banknummer"
    r"|bankrekening|rekening(?= 0$)|giro ?(?:nummer|nr\.?)?"
    r"|account number)[^0-9.!?\n]{0,30}$",
    re.IGNORECASE,
)
_ZEVEN_TOT_TIEN = re.compile(r"[0-9](?<![0-9].)(?:[ .-]?[0-9]){6,9}(?!\w)")
_BSN = re.compile(r"[0-9](?<![\w+].)(?<![0-9][.,-].)(?:[ .-]?[0-9]){7,8}(?!\w)(?![.,-][0-9])")
_DATUM = re.compile(
    r"(?:19|20)[0-9]{2}[ .-]?[01][0-9][ .-]?[0-3][0-9]|[0-3][0-9][ .-]?[01][0-9][ .-]?(?:19|20)[0-9]{2}"
)
_V_NUMMER = re.compile(
    r"[1-9vV](?<![\w+].)(?<![0-9][.,-].)(?:(?<=[vV])-?[1-9])?"
    r"(?:[0-9]{2}[ .-]?[0-9]{3}[ .-]?[0-9]{4}|[0-9]{3}[ .-]?[0-9]{3}[ .-]?[0-9]{3})(?!\w)(?![.,-][0-9])"
)
_IN_ELKE_GROEPERING = re.compile(
    r"[vV2](?<![\w+].)(?<![0-9][.,-].)(?:(?<=2)[6-9]|(?<=[vV])[ .-]?2[6-9])(?:[ .-]?[0-9]){8}(?!\w)(?![.,-][0-9])"
)
"""`2840 77 12 90`: as they are issued, whatever the groups."""
_ACHT_OF_NEGEN = re.compile(r"[0-9](?<![0-9].)(?:[ .,_/|~-]{0,2}[0-9]){7,8}(?![0-9])")
_TIEN = re.compile(r"[0-9](?<![0-9].)(?:[ .-]?[0-9]){9}(?![0-9])")
_ONGEVEER_TIEN = re.compile(r"[0-9](?<![0-9].)(?:[ ._/|~-]{0,2}[0-9]){5,11}(?![0-9])")
_NOEMT_BSN = re.compile(
    r"(?<!\w)(?:bsn|b\.s\.n|burger[- ]?service[- ]?(?:nummer|nr)|servicenummer|so[cf]i|persoons ?nummer"
    r"|persoonlijk nummer"
    r"|identiteits ?nummer|rijksregister|social security|fiscaal (?:nummer|nr))"
    r"[^0-9!?\n]{0,48}$",
    re.IGNORECASE,
)
_NOEMT_V_NUMMER = re.compile(
    r"(?<!\w)(?:v[- .]?(?:nummers?|nrs?\.?|num\.?)|vreemdelingen ?nummer|nummers?)\W{0,3}(?:is|was)?\W{0,3}v?$",
    re.IGNORECASE,
)
_ZEKER_EEN_V_NUMMER = re.compile(
    r"(?<!\w)(?:v[- .]{0,2}(?:nummers?|nrs?|num)|vreemdeling(?:en)? ?(?:nummer|nr)|(?:coa|ind|zorg"
    r"|alien)[- ]?(?:nummer|nr|number)"
    r"|w-document)(?!\w)(?:[^0-9!?\n]{0,40}| ?[0-9][0-9. -]{8,12}(?:,| en|/) ?)$",
    re.IGNORECASE,
)
_ANDER_NUMMER = re.compile(
    r"(?:(?:cli[eë]nt|bewoners?|pati[eë]nt(?:en)?|klant|polis|student(?:en)?|leerling|lid|personeels|medewerkers?|pas|relatie"
    r"|deelnemers?|cursist(?:en)?|verzekerden?|verzekerings)[- ]?(?:nummer|nr)\.?"
    r"|(?:paspoort|rijbewijs|id-?kaart|identiteits(?:kaart|bewijs)|w-document|(?:verblijfs)?document|vreemdelingenpas|id)"
    r"[- ]?(?:nummer|nr)?\.?)(?: is| was| van (?:hem|haar|mij)(?: is)?)?[: ]{1,3}"
    r"((?-i:[A-Z]{1,4}(?=[A-Z0-9]{0,2}[0-9])[A-Z0-9]{4,9}|[0-9]{5,12}|[0-9]{1,5}(?:[ .-][0-9]{1,5}){1,5}))(?!\w)",
    re.IGNORECASE,
)
"""A number by which somebody is known elsewhere: `cliëntnummer 176098`, `paspoort NP1234567`."""
_ANDERE_NUMMERS = per_begin(
    (
        *(
            "client",
            "cliënt",
            "bewoner",
            "patient",
            "patiënt",
            "klantn",
            "klant-n",
            "polisn",
            "student",
            "leerling",
            "lidn",
        ),
        *("personeels", "medewerker", "pasn", "pas-n", "pasnummer", "relatien", "deelnemer", "cursist", "verzeker"),
        *("paspoort", "rijbewijs", "id-kaart", "idkaart", "identiteits", "w-document", "document", "verblijfsdoc"),
        *("vreemdelingenpas",),
    )
)
_KORTSTE_ANDER_NUMMER = 4
_LANGSTE_AANKONDIGING = 64
"""Digits are few: they are found first, and then what stands before them."""


def ibans(text: str) -> Iterator[tuple[int, int]]:
    """Account numbers; a Dutch one also with a typing error in it."""
    if not cijfers(text).alle:
        return
    yield from (gevonden.span() for plek in waar(text, "nl", "n l") if (gevonden := _NEDERLANDS.match(text, plek)))
    yield from (gevonden.span() for plek in waar_begint(text, _BANKEN) if (gevonden := _BANK.match(text, plek)))
    yield from _buitenlands(text)
    yield from _genoemd(text, _ZEVEN_TOT_TIEN, _NOEMT_REKENING)
    tot = 0
    for reeks in cijfers(text).alle:
        if reeks.begin >= tot and text[reeks.begin - 1 : reeks.begin].isalpha():
            gevonden = _IBAN.match(text, reeks.begin)
            if gevonden and (eind := _eind_van_iban(text, reeks.begin - 2, gevonden.end())):
                yield reeks.begin - 2, eind
                tot = eind


def bsns(text: str) -> Iterator[tuple[int, int]]:
    """Numbers that are called so; those that pass the eleven-test, of nine digits or of eight that are no date."""
    if not cijfers(text).nummers:
        return
    yield from _genoemd(text, _ACHT_OF_NEGEN, _NOEMT_BSN)
    for gevonden in vanaf(text, _BSN, cijfers(text).nummers):
        if not _DATUM.fullmatch(gevonden.group()) and bsn.is_valid(re.sub(r"[^0-9]", "", gevonden.group())):
            yield gevonden.span()


def v_nummers(text: str) -> Iterator[tuple[int, int]]:
    """The ten digits by which the immigration service knows somebody; it has no check digit."""
    if not cijfers(text).nummers:
        return
    for plek in waar_begint(text, _ANDERE_NUMMERS):
        gevonden = _ANDER_NUMMER.match(text, plek)
        if gevonden and sum(teken.isdigit() for teken in gevonden[1]) >= _KORTSTE_ANDER_NUMMER:
            yield gevonden.span(1)
    if noemt(text, "num", "nr", "document"):
        yield from _genoemd(text, _TIEN, _NOEMT_V_NUMMER)
        yield from _genoemd(text, _ONGEVEER_TIEN, _ZEKER_EEN_V_NUMMER)
    plekken = list(_met_v(text))
    yield from (gevonden.span() for gevonden in vanaf(text, _V_NUMMER, plekken))
    yield from (gevonden.span() for gevonden in vanaf(text, _IN_ELKE_GROEPERING, plekken))


def _met_v(text: str) -> Iterator[int]:
    """Give where a number may begin, with the letter that may stand before it."""
    for plek in cijfers(text).nummers:
        letter = text.rfind("v", max(0, plek - 2), plek)
        if letter < 0:
            letter = text.rfind("V", max(0, plek - 2), plek)
        if letter >= 0:
            yield letter
        yield plek


def _genoemd(text: str, vorm: re.Pattern[str], aankondiging: re.Pattern[str]) -> Iterator[tuple[int, int]]:
    for nummer in vanaf(text, vorm, cijfers(text).nummers):
        begin = nummer.start()
        if aankondiging.search(text[max(0, begin - _LANGSTE_AANKONDIGING) : begin]):
            yield nummer.span()


def _buitenlands(text: str) -> Iterator[tuple[int, int]]:
    """Look at each two digits that two capitals stand before and a space follows."""
    for begin, eind in cijfers(text).alle:
        if eind - begin == len("89") and text[begin - 2 : begin].isupper() and text[eind : eind + 1] == " ":
            gevonden = _VAN_ELDERS.match(text, begin)
            yield from ((begin - 2, gevonden.end()),) if gevonden else ()


def _eind_van_iban(text: str, begin: int, eind: int) -> int | None:
    """Words may follow (`… 1234 van`): drop the last word until it is an account number."""
    einden = [woord.end() for woord in _WOORD.finditer(text, begin, eind)]
    return next((tot for tot in reversed(einden) if _is_iban(text[begin:tot])), None)


def _is_iban(geschreven: str) -> bool:
    """Its check digits are enough: banks come and go."""
    return iban.is_valid(re.sub(r"[\W_]", "", geschreven), check_country=False)
