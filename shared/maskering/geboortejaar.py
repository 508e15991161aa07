"""When somebody was born, said in another way: the year alone (`uit 2012`), or what comes after (`4 mei geboren`)."""

import re
from collections.abc import Iterator

from shared.maskering.cijfers import cijfers, vanaf
from shared.maskering.gelijk import per_begin, waar_begint
from shared.maskering.gesproken import TOT_HONDERD
from shared.maskering.woordsoort import Soort, soort

_WIE = (
    r"(?:jongen|jongetje|meisje|meid|man|vrouw|gast|kerel|persoon|iemand|zoon(?:tje)?|dochter(?:tje)?|kind(?:je)?|baby|peuter"
    r"|kleuter|broer(?:tje)?|zus(?:je)?|neef(?:je)?|nicht(?:je)?|kleinzoon|kleindochter|hij|zij|ze|ik|moeder|vader|partner"
    r"|tweeling|oudste|jongste|middelste|leerling|student|eentje)"
)
_ERTUSSEN = (
    r"(?:,? (?:zou|heten|heet|is|ben|was|genaamd|die|ook|denk ik|volgens mij|komt|kom|zelf|ongeveer"
    r"|(?-i:[A-ZÀ-Ž])[\w'’-]+)){0,4}"
)
_UIT = r",? \(?(?:van|uit)(?: het)?(?: bouw)?(?:jaar)? (?:ongeveer |circa |ca\.? |rond )?$"
_IEMAND_UIT = re.compile(rf"(?<!\w){_WIE}{_ERTUSSEN}{_UIT}", re.IGNORECASE)
"""`jongen zou Meraf heten, uit 2012`; not `een auto uit 2019`."""
_IS_VAN = ("is van ", "ben van ", "was van ", "bent van ", "Is van ", "Ben van ")
_BOUWJAAR = re.compile(
    r"(?<!\w)(?:geboortejaar|bouwjaar|jaargang|lichting|bj\.?)(?: is| van|:)? ((?:19|20)[0-9]{2}"
    r"|'?[0-9]{2})(?![\w:-]|[.,][0-9])",
    re.IGNORECASE,
)
_DING = re.compile(
    r"(?<!\w)(?:auto|wagen|golf|merk|kenteken|voertuig|scooter|brommer|fiets|fatbike|bus|busje|caravan|woning|huis|flat|pand|gebouw"
    r"|boot|camper|motor|type|opel|ford|audi|bmw|kia|seat|peugeot|renault|volvo|toyota|mercedes|volkswagen|vw)(?!\w)[^.!?\n]{0,30}$",
    re.IGNORECASE,
)
"""Of a car or a house it says nothing about anybody."""
_JAAR = re.compile(r"(?<![\w/.-])(?:'?(?:19[2-9][0-9]|20[0-2][0-9])|['’][0-9]{2})(?![\w/-]|[.,:][0-9])")
_TWEE_CIJFERS = re.compile(r"[4-9][0-9](?=[.,;!?)]|\n|$| (?:en|maar|dus|zegt|die|uit|of)(?!\w))")
_HAAKJE = re.compile(
    rf"(?:(?P<wie>[^\W\d_]{{2,30}})|(?<!\w){_WIE}) ?\((?:(?:m|v|x|man|vrouw|jongen|meisje|geb\.?|uit|van)[,/]? ?)?$"
)
_MAAND = (
    r"(?:jan(?:uari)?|feb(?:r|ruari)?|mrt|maart|apr(?:il)?|mei|juni?|juli?|aug(?:ustus)?|sept?(?:ember)?|okt(?:ober)?"
    r"|nov(?:ember)?|dec(?:ember)?)"
)
_GEB = re.compile(
    rf"(?<!\w)(?:geboren|geb\.?|born)(?: ongeveer| rond| circa)?(?: in"
    rf"| op)?(?: het jaar)? ((?:{_MAAND}\.? ?(?:19|20)[0-9]{{2}}|{_MAAND}\.? ?'?[0-9]{{2}}"
    r"|'[0-9]{2}|[4-9][0-9]))(?![\w:-]|[.,][0-9]| ?(?:uur|jaar|km|%))",
    re.IGNORECASE,
)
_DAG = re.compile(
    rf"[0-9](?<![\w/+.,-].)[0-9]?(?:(?:e|de|ste)?[ -]?(?=[jfmasond]){_MAAND}(?!\w)(?:\.? (?:'?[0-9]{{2}}"
    rf"|20[0-9]{{2}})(?!\w|[.:][0-9]))?"
    r"|[-/.](?:0?[1-9]|1[0-2])(?:[-/.](?:20)?[0-9]{2})?(?![\w/-]))",
    re.IGNORECASE,
)
_EN_DAN = re.compile(
    r"(?: om [0-9]{1,2}[.:][0-9]{2}(?: uur| u)?)?[^0-9.!?\n]{0,34}?(?<!\w)(?:geboren|jarig|verjaart|verjaardag)(?!\w)"
    r"|[^0-9.!?\n]{0,12}(?<!\w)wordt?(?: [\w'’-]{1,20}){1,2} [0-9]{1,2}(?!\w|[.:][0-9]| ?(?:uur|graden|km"
    r"|euro|mm|meter|man|mensen))",
    re.IGNORECASE,
)
"""`4 december om 03.50 uur is Noor geboren`, `op 3 mei wordt ze 18`."""
_NEGENTIEN = re.compile(
    rf"negentien ?(?:honderd ?)?(?:en ?)?(?:{TOT_HONDERD})(?!\w)(?:,? (?:{TOT_HONDERD}|[0-9]{{1,2}}) {_MAAND}(?!\w))?",
    re.IGNORECASE,
)
_VOOR_NEGENTIEN = re.compile(r"(?<!\w)(?:van|uit|geboren|geboren in|jaar|bouwjaar) $", re.IGNORECASE)
_EEUW = per_begin(("negentien",))
_LANGSTE_ERVOOR, _LANGSTE_WOORD = 72, 44


def geboortejaren(text: str) -> Iterator[tuple[int, int]]:
    """Give years of birth, and days that somebody is said to be born on after they are named."""
    for jaar in vanaf(text, _JAAR, _plekken(text)):
        begin, eind = jaar.span()
        voor = text[max(0, begin - _LANGSTE_ERVOOR) : begin]
        if _IEMAND_UIT.search(voor) or (voor.endswith(("(", " ", "/", ",")) and _in_haakjes(voor, text, eind)):
            yield jaar.span()
    for plek in cijfers(text).dagen:
        if text.endswith(_IS_VAN, 0, plek) and (reeks := _TWEE_CIJFERS.match(text, plek)):
            yield reeks.span()
    yield from _genoemd(text)
    yield from (dag.span() for dag in vanaf(text, _DAG, cijfers(text).dagen) if _EN_DAN.match(text, dag.end()))
    for plek in waar_begint(text, _EEUW):
        gevonden = _NEGENTIEN.match(text, plek)
        if gevonden and _VOOR_NEGENTIEN.search(text, max(0, plek - len(" geboren in ")), plek):
            yield gevonden.span()


def _plekken(text: str) -> Iterator[int]:
    for begin, eind in cijfers(text).alle:
        if eind - begin == len("1994"):
            yield begin
        elif eind - begin == len("94") and text[begin - 1 : begin] in ("'", "’"):
            yield begin - 1


def _in_haakjes(voor: str, text: str, eind: int) -> bool:
    """`Karim (1987)`, `mijn zoon (2015)`, `Karim (m, '87)`."""
    haakje = _HAAKJE.search(voor) if text[eind : eind + 1] in (")", ",") else None
    if haakje is None:
        return False
    return haakje["wie"] is None or soort(haakje["wie"]) in (Soort.NAAM, Soort.ONBEKEND, Soort.DUBBEL, Soort.VERWANT)


def _genoemd(text: str) -> Iterator[tuple[int, int]]:
    """`bouwjaar 66`, `geb. '94`, `geboren juni '19`: look before each number for what announces it."""
    for begin, eind in cijfers(text).alle:
        voor = text[max(0, begin - _LANGSTE_WOORD) : begin].lower()
        if eind - begin > len("1994") or not (
            "geb" in voor or "born" in voor or "bj" in voor or "ja" in voor or "lich" in voor
        ):
            continue
        vanaf = max(0, begin - _LANGSTE_WOORD)
        bouwjaar = _BOUWJAAR.search(text, vanaf, eind + 1)
        if bouwjaar and not _DING.search(text, max(0, begin - _LANGSTE_ERVOOR), bouwjaar.start()):
            yield bouwjaar.span(1)
        if geboren := _GEB.search(text, vanaf, eind + len(" uur")):
            yield geboren.span(1)
