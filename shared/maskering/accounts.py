"""Names that people have somewhere on line, by how they look (`boefje079`) or by the words around them."""

import re
from collections.abc import Callable, Iterator

from shared.maskering.aanleiding import GEEN_ACCOUNT, LIDWOORD, WERKWOORD, ZONDER_NAAM
from shared.maskering.cijfers import cijfers
from shared.maskering.gelijk import per_begin, waar, waar_begint
from shared.maskering.lijsten import plat
from shared.maskering.online import NETWERKEN
from shared.maskering.woordenboek import is_woord
from shared.maskering.woordsoort import Soort, onbekend, soort

_OVERAL = (*NETWERKEN, "whatsapp", "fortnite", "xbox", "playstation", "psn", "gmail", "hotmail", "icloud", "outlook")
_NET = rf"(?:{'|'.join(_OVERAL)}|ig|tt|yt)"
_ACCOUNT = (
    r"(?:gebruikers?naam|user ?name|nick ?name|gamer ?tag|(?:scherm|chat|inlog|profiel|account|discord|insta"
    r"|snap|game)[- ]?naam|snapcode"
    r"|mailadres|e-?mailadres)"
)
_WIE = "(?:hij|ze|zij|die|zich|hem|haar|hun|mij|me|daar|nu|er|mijn|mn|zijn|z'n|d'r|nog|ook)"
_NAAM = r"[\"'“‘«]?(?P<wie>@?[^\W_][\w.-]{1,39}(?<![.-])(?:(?-i: [A-Z])[\w.-]*\w){0,2})"
_AANHALING = r"[\"“«‘'](?P<heel>[^\"”»\n#]{2,40})[\"”»'’]"
_EXTRA = "(?:[ -]?(?:naam|account|profiel|user|kanaal|code|tag|pagina))?"
_VERDER = (
    re.compile(
        rf"{_NET} (?:heet|heette|noemt) (?:{_WIE} ){{0,3}}(?:als |onder |bekend als )?(?:{_AANHALING}|{_NAAM})",
        re.IGNORECASE,
    ),
    re.compile(
        rf"(?:{_ACCOUNT}|e-?mail|{_NET}{_EXTRA})(?: van {_WIE}| daar)?(?: ?[:=]| is| heet"
        rf"| luidt)(?: {_WIE})? ?(?:{_AANHALING}|{_NAAM})",
        re.IGNORECASE,
    ),
    re.compile(rf"{_ACCOUNT} {_NAAM}", re.IGNORECASE),
    re.compile(rf"(?:apen?staart(?:je)?|@) {_NAAM}(?! uur| [0-9])", re.IGNORECASE),
    re.compile(
        rf"(?:kanaal|{_ACCOUNT}|{_NET}[ -]?(?:account|profiel|pagina|kanaal))(?: van)? {_AANHALING}", re.IGNORECASE
    ),
)
"""From the word that says where, to the name."""
_VERDER_VREEMD = re.compile(
    rf"(?:{_NET}|accounts?|profiel(?:en)?|kanaal|user|gamer|e-?mail){_EXTRA}(?:,|:| is| staat)? {_NAAM}", re.IGNORECASE
)
"""Here a word that everybody knows may stand as well (`insta gezet`), so it must look like none."""
_TERUG = (
    re.compile(
        rf"(?<!\w)(?:heet|heette|noemt)(?: {_WIE}){{0,2}} (?:{_AANHALING}|{_NAAM}) (?:op|via) (?:zijn |haar )?$",
        re.IGNORECASE,
    ),
    re.compile(rf"(?<!\w)(?:als|onder|volg|naam) (?:{_AANHALING}|{_NAAM}) (?:op|via) (?:zijn |haar )?$", re.IGNORECASE),
)
_TERUG_VREEMD = (
    re.compile(rf"(?<![\w.-]){_NAAM},? (?:\(|op |via )(?:zijn |haar |mijn |de )?$", re.IGNORECASE),
    re.compile(rf"(?<![\w.-]){_NAAM} (?:is|was) (?:zijn|haar|mijn|z'n|d'r|hun|de) $", re.IGNORECASE),
)
_NIET = ZONDER_NAAM | LIDWOORD | WERKWOORD | GEEN_ACCOUNT
_ERVOOR, _ERNA = re.compile(r"[^\W_][\w.-]{0,38}$"), re.compile(r"[\w.-]{0,38}\w|")
_GEEN_NAAM = re.compile(
    r"(?:kamer|blok|unit|gebouw|lijn|bus|tram|groep|artikel|art|week|nummer|nr|fase|deel|stap|punt|dag|etage"
    r"|perron|spoor|covid|iphone"
    r"|ipad|xbox|office|windows|model|tel|mob|mobiel|bel|bsn|iban|vnr|nr|app|ref|zaak|dossier|melding|euro|top"
    r"|golf|type|versie|versie|mp|ps"
    r"|jan|feb|mrt|maart|apr|april|mei|jun|juni|jul|juli|aug|sep|sept|okt|nov|dec|\w*(?:straat|laan|weg|plein"
    r"|kade|dreef|singel|hof))[0-9]",
    re.I,
)
_BINNENPUNT = re.compile(r"\.(?<=[a-z0-9_]\.)(?=[a-z0-9_]{2,30}\.[a-z0-9_])")
_AANHALINGEN = ('"', "'", "“", "‘", "«")
_IN_AANHALING = re.compile(r"([a-z0-9_-]{2,30}(?:\.[a-z0-9_-]{2,30}){1,3})[\"'”’»]")
_GEEN_EIND = frozenset(
    (
        *("nl", "com", "be", "de", "org", "net", "eu", "fr", "uk", "info", "example", "nu", "app", "io", "gov", "me"),
        *("jpg", "jpeg", "png", "pdf", "doc", "docx", "xls", "xlsx", "mp4", "mov", "html", "htm", "php", "zip", "txt"),
    )
)
_GEEN_BEGIN = frozenset(("www", "http", "https"))
_TREFWOORD = (
    *(
        "gebruiker",
        "username",
        "user ",
        "nick",
        "gamer",
        "schermnaam",
        "chatnaam",
        "inlognaam",
        "profiel",
        "account",
        "kanaal",
        "mailadres",
        "email",
    ),
    *("apenstaart", "apestaart"),
)
_KORT = ("@ ", "fb", "ig ", "ig:", "tt:", "yt ", "yt:", "e-mail")
_WAAR = per_begin((*_OVERAL, *_TREFWOORD))
_ERVOOR_TERUG = ("(", "op ", "via ", "zijn ", "haar ", "mijn ", "hun ", "de ", "d'r ", "z'n ")
_EERDER = 60
_KORTSTE, _LANG = 5, 7
_LANGSTE_NAAM = 40
_MEESTE_CIJFERS = 6
_POSTCODE_ERNA = re.compile(r" [A-Za-z]{2}(?!\w)")


def accounts(text: str) -> Iterator[tuple[int, int]]:
    """Give names of accounts: letters with digits in them, and what is said to be one."""
    yield from _met_cijfers(text)
    yield from _met_punten(text)
    for plek in waar_begint(text, _WAAR) + waar(text, *_KORT):
        if text[plek - 1 : plek].isalnum():
            continue
        for vorm in _VERDER:
            yield from _naam(vorm.match(text, plek), _is_een_naam)
        yield from _naam(_VERDER_VREEMD.match(text, plek), _is_vreemd)
        if text.endswith(_ERVOOR_TERUG, 0, plek):
            for vorm in _TERUG:
                yield from _naam(vorm.search(text, max(0, plek - _EERDER), plek), _is_een_naam)
            for vorm in _TERUG_VREEMD:
                yield from _naam(vorm.search(text, max(0, plek - _EERDER), plek), _is_vreemd)


def _naam(gevonden: re.Match[str] | None, past: Callable[[str], bool]) -> Iterator[tuple[int, int]]:
    if gevonden is None:
        return
    if gevonden.groupdict().get("heel"):
        yield gevonden.span("heel")
    elif gevonden.groupdict().get("wie") and past(gevonden["wie"]):
        yield gevonden.span("wie")


def _is_een_naam(wie: str) -> bool:
    return plat(wie) not in _NIET and not wie.isdigit()


def _is_vreemd(wie: str) -> bool:
    gemengd = not wie[0].isdigit() and (wie.count("-") > 1 or any(teken.isdigit() or teken in "._" for teken in wie))
    return gemengd or (wie.isalpha() and wie.islower() and onbekend(plat(wie)) and soort(wie) != Soort.GEWOON)


def _met_cijfers(text: str) -> Iterator[tuple[int, int]]:
    """`boefje079`, `serg1o.zm`: find a digit after a letter first, and then what stands around it."""
    tot = 0
    for plek, _ in cijfers(text).alle:
        if plek < tot or not text[plek - 1 : plek].isalnum():
            continue
        vanaf = max(tot, plek - _LANGSTE_NAAM)
        voor, na = _ERVOOR.search(text[vanaf:plek]), _ERNA.match(text, plek + 1)
        if (
            voor
            and na
            and _is_account(text[vanaf + voor.start() : na.end()])
            and not _POSTCODE_ERNA.match(text, na.end())
        ):
            yield vanaf + voor.start(), na.end()
            tot = na.end()


def _met_punten(text: str) -> Iterator[tuple[int, int]]:
    """`azc.safari.bbl`, `filmon.asmara.09`: find a full stop inside first, and then what stands around it."""
    yield from _tussen_aanhalingstekens(text)
    tot = 0
    for punt in _BINNENPUNT.finditer(text):
        if punt.start() < tot:
            continue
        vanaf = max(tot, punt.start() - _LANGSTE_NAAM)
        voor, na = _ERVOOR.search(text[vanaf : punt.start()]), _ERNA.match(text, punt.end())
        if voor and na:
            begin, tot = vanaf + voor.start(), max(na.end(), punt.end())
            los = text[begin - 1 : begin] not in ("/", "@", ":", "-") and text[tot : tot + 1] not in ("/", "@")
            if los and _is_account_met_punten(text[begin:tot]):
                yield begin, tot


def _tussen_aanhalingstekens(text: str) -> Iterator[tuple[int, int]]:
    """`'bigboss.hw'`: small letters with a full stop inside, and nothing else in the quotes."""
    for plek in waar(text, *_AANHALINGEN):
        gevonden = _IN_AANHALING.match(text, plek + 1)
        if gevonden and _is_geen_site(gevonden[1]):
            yield gevonden.span(1)


def _is_geen_site(wie: str) -> bool:
    delen = wie.split(".")
    letters = wie.islower() and not wie.replace(".", "").isdigit()
    return letters and delen[-1] not in _GEEN_EIND and delen[0] not in _GEEN_BEGIN


def _is_account_met_punten(wie: str) -> bool:
    """No address of a site, no file, no abbreviation: small letters, and two full stops between longer pieces."""
    delen = wie.split(".")
    if len(delen) <= 2 or not wie.islower() or delen[-1] in _GEEN_EIND or delen[0] in _GEEN_BEGIN:
        return False
    letters = [deel for deel in delen if any(teken.isalpha() for teken in deel)]
    return len(letters) > 1 and min(map(len, delen)) > 1 and max(map(len, letters)) > len("ab")


def _is_account(wie: str) -> bool:
    """Tell `boefje079` from `kamer12`, `A12`, `ss123d` and `NL91ABNA0417164300`."""
    letters = re.match(r"[^\W\d_]*", wie)
    kop = plat(letters.group()) if letters else ""
    cijfers = sum(teken.isdigit() for teken in wie)
    if len(kop) == 1 and wie[1:2].isdigit() and wie[2:3].isalpha():
        return len(wie) >= _LANG and any(teken in "._" for teken in wie)
    if cijfers > _MEESTE_CIJFERS:
        return False
    if len(kop) < 2 or len(wie) < _KORTSTE or wie.isupper() or _GEEN_NAAM.match(wie):
        return False
    if len(kop) == len("ab"):
        return wie[len(kop) + 1 :][:1].isalpha() and len(wie) >= _KORTSTE + 1
    gewoon = is_woord(kop) and len(wie) == len(kop) + cijfers and cijfers <= len("12")
    return not gewoon and (len(kop) > len("abc") or len(wie) >= _LANG)
