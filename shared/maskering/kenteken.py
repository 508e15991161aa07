"""Dutch number plates, in every series that was issued (sidecodes 1 to 14)."""

import re
from collections.abc import Iterator

from shared.maskering.cijfers import cijfers
from shared.maskering.gelijk import per_begin, waar, waar_begint
from shared.maskering.kenteken_elders import kentekens_van_elders

_OUD = ("XX-99-99", "99-99-XX")
_SERIES = (
    *("99-XX-99", "XX-99-XX", "XX-XX-99", "99-XX-XX", "99-XXX-9", "9-XXX-99"),
    *("XX-999-X", "X-999-XX", "XXX-99-X", "X-99-XXX", "9-XX-999", "999-XX-9"),
)
_MEDEKLINKERS = frozenset("BCDFGHJKLMNPQRSTVWXYZ")
"""The only letters since 1978; without dashes nothing else tells a plate from ordinary words and numbers."""
_MAAND = re.compile("jan|feb|mrt|apr|mei|jun|jul|aug|sep|okt|nov|dec")
_GEWOON = re.compile(
    f"{_MAAND.pattern}|mnd|uur|jr|jaar|om|op|in|de|en|van|was|is|of|km|kg|cm|mm|ml|tv|wc|nr|st|dr|mr|vs|gb|mb"
)
"""In capitals with two dashes nothing but a date looks like a plate."""


def _patroon(serie: str, tussen: str) -> str:
    delen = (f"[{'A-Za-z' if deel[0] == 'X' else '0-9'}]{{{len(deel)}}}" for deel in serie.split("-"))
    return tussen.join(delen)


def _vanaf(eerste: str) -> str:
    oud = [_patroon(serie, "-") for serie in _OUD if serie[0] == eerste]
    return "|".join((*oud, *(_patroon(serie, "[-. ]?") for serie in _SERIES if serie[0] == eerste)))


_PATROON = re.compile(rf"(?<![\w-])(?:(?=[A-Za-z])(?:{_vanaf('X')})|(?=[0-9])(?:{_vanaf('9')}))(?![\w-])")
_MEESTE_CIJFERS = 3
_ERVOOR, _ERNA = 6, 12
"""How far a plate reaches from its first digits, and one character more."""
_NOEMT = (
    r"(?<!\w)(?i:kenteken(?:s|nummer|plaat|platen)?|nummer(?:bord|plaat|platen)|plaatje|plaat|platen"
    r"|(?:license|number) plate)(?!\w)"
)
_AANGEKONDIGD = re.compile(
    rf"{_NOEMT}[^0-9.!?\n]{{0,30}}?[^\w.!?\n]{{1,3}}"
    r"((?=[A-Z0-9 -]{0,9}[0-9])(?=[A-Z0-9 -]{0,9}[A-Z])[A-Z0-9]{1,7}(?:[ -][A-Z0-9]{1,5}){0,2})(?![\w-])"
)
"""Of any country; in capitals, so that it does not take the words after it."""
_L = (
    r"(?!(?<!\w)(?:uit|is|was|van|en|op|in|de|het|een|om|die|dat|met|ook|nu|eh|weg|of|aan|bij|nog|als|er|ik|hij"
    r"|ze|zij|wij|we|door|km|uur|jr)(?!\w))"
    "[a-z]"
)
"""A letter that begins none of the words that come after a plate."""
_OM_EN_OM = re.compile(
    rf"{_NOEMT}[^0-9.!?\n]{{0,25}}?[^\w.!?\n]{{1,3}}"
    rf"((?i:{_L}{{1,3}}(?:[ ./-]{_L}{{1,2}})?[ ./-]?[0-9]{{1,5}}(?:[ ./-]?{_L}{{1,3}})?"
    rf"|[0-9]{{1,4}}[ ./-]?{_L}{{1,3}}[ ./-]?[0-9]{{1,4}}"
    rf"|[0-9]{{1,2}}[ ./-]?[b-df-hj-np-tv-xz]{{2}}[ ./-]?[b-df-hj-np-tv-xz]{{2}}"
    rf"|(?:[a-z0-9] ){{5,7}}[a-z0-9]))(?![\w-])"
)
"""Without capitals: letters and digits in turn, and no words."""
_DEEL = r"(?:[A-Za-z0-9?*]{1,3}|\.{2,3})"
_MET_GATEN = re.compile(
    rf"{_NOEMT}[^0-9.!?\n]{{0,25}}?[ :]{{1,2}}((?=[A-Za-z?*.-]{{0,7}}[0-9]){_DEEL}-{_DEEL}-{_DEEL})(?![\w-])"
)
"""`kenteken SS-12-..`: of which somebody saw a part."""
_KORTSTE = 5
_LAND_EROP = re.compile(
    r"(?<![\w-])((?=[A-Z0-9 -]{0,9}[0-9])[A-Z]{1,3}[ -][A-Z0-9]{2,6}(?:[ -][A-Z0-9]{1,4})?)"
    r"[ ,(]{1,3}(?:een |met )?(?:[A-Za-z]{3,12} )?(?i:kenteken|nummer(?:bord|plaat)|plaat)"
)
"""`WX 4821K (Pools kenteken)`."""
_LANDEN = per_begin(
    [
        "duits",
        "belgi",
        "pool",
        "pole",
        "poolse",
        "bulgaar",
        "bulgar",
        "roeme",
        "oekra",
        "litouw",
        "lets",
        "letland",
        "estland",
        "estisch",
        "hongaar",
        "hongar",
        "frans",
        "frankrijk",
        "engels",
        "engeland",
        "brits",
        "spaans",
        "spanje",
        "itali",
        "turks",
        "turkije",
        "deens",
        "deense",
        "denemarken",
        "zweeds",
        "zweden",
        "tsjech",
        "slowaak",
        "slowak",
        "sloveen",
        "kroat",
        "servi",
        "griek",
        "luxemb",
        "buitenland",
        "oostenrijk",
        "zwits",
        "portug",
        "noors",
        "noorweg",
    ]
)
_LAND = re.compile(
    rf"(?<!\w)(?:{'|'.join(sorted({land for landen in _LANDEN.values() for land in landen}))})[^0-9.!?\n]{{0,48}}$",
    re.IGNORECASE,
)
_VREEMDE_VORM = re.compile(
    r"[A-Z](?<![\w-].)(?:[A-Z]{0,2}[ -]?[A-Z]{0,2}[ -]?[0-9]{2,5}[ -]?[A-Z]{0,3})(?![\w-])"
    r"|[0-9](?<![\w-].)[ -]?[A-Z]{3}[ -]?[0-9]{3}(?![\w-])"
)
_VER, _LANGSTE_VORM = 60, 20
"""`een Poolse auto, WX 12345`."""
_DUITS = re.compile(r"-[A-Z]{1,2} [0-9]{1,4}(?![\w-])")
_LETTERS_OM_CIJFERS = re.compile(r" [0-9]{3,4} [A-Z]{2,3}(?![\w-])")
_LETTERS = re.compile(r"(?<![\w.-])[A-Z]{1,3}$")
"""`CA 6032 PK` and `B-XX 1002` are of no other kind."""


def kentekens(text: str) -> Iterator[tuple[int, int]]:
    """What is called a plate; plates with dashes in any writing; without, what is no ordinary word and number."""
    if cijfers(text).alle:
        yield from _genoemd(text)
        yield from _uit_een_land(text)
        yield from _naar_vorm(text)
        yield from kentekens_van_elders(text)


def _genoemd(text: str) -> Iterator[tuple[int, int]]:
    for plek in waar(
        text, "kenteken", "plaat", "platen", "nummerbord", "nummerplaat", "nummerplaten", "number pl", "license"
    ):
        if gevonden := _AANGEKONDIGD.match(text, plek):
            yield gevonden.span(1)
        if (gevonden := _OM_EN_OM.match(text, plek)) and _kan(gevonden[1]):
            yield gevonden.span(1)
        if gevonden := _MET_GATEN.match(text, plek):
            yield gevonden.span(1)
        yield from (gevonden.span(1) for gevonden in _LAND_EROP.finditer(text, max(0, plek - _VER), plek + _ERNA))


def _naar_vorm(text: str) -> Iterator[tuple[int, int]]:
    """Look around the first digits of each."""
    plek = 0
    for reeks in cijfers(text).alle:
        if text.endswith(" ", 0, reeks.begin):
            yield from _met_letters_ervoor(text, reeks.begin - 1)
        if reeks.eind - reeks.begin > _MEESTE_CIJFERS:
            continue
        gevonden = _PATROON.search(text, max(plek, reeks.begin - _ERVOOR), reeks.begin + _ERNA)
        if gevonden and _is_kenteken(gevonden.group()):
            yield gevonden.span()
            plek = gevonden.end()


def _uit_een_land(text: str) -> Iterator[tuple[int, int]]:
    for land in waar_begint(text, _LANDEN):
        for gevonden in _VREEMDE_VORM.finditer(text, land, land + _VER + _LANGSTE_VORM):
            if _LAND.search(text, max(land, gevonden.start() - _VER), gevonden.start()):
                yield gevonden.span()


def _met_letters_ervoor(text: str, plek: int) -> Iterator[tuple[int, int]]:
    """Look before and after the space that stands before digits."""
    streep = text.rfind("-", max(0, plek - len("-AB")), plek)
    for begin, vorm in ((plek, _LETTERS_OM_CIJFERS), (streep, _DUITS)):
        vervolg = vorm.match(text, begin) if begin > 0 and text[begin - 1].isupper() else None
        if vervolg and (letters := _LETTERS.search(text[max(0, begin - len("-ABC")) : begin])):
            yield begin - len(letters.group()), vervolg.end()


def _kan(geschreven: str) -> bool:
    tekens = re.sub(r"[\W_]", "", geschreven)
    woorden = re.findall(r"[A-Za-z]{2,}", geschreven)
    gemengd = not tekens.isdigit() and not tekens.isalpha()
    return gemengd and len(tekens) >= _KORTSTE and not any(_GEWOON.fullmatch(woord.lower()) for woord in woorden)


def _is_kenteken(geschreven: str) -> bool:
    letters = re.findall(r"[A-Z]+", geschreven.upper())
    gescheiden = geschreven.count("-") == 2 or (geschreven.count(".") == 2 and geschreven.isupper())
    if any((_MAAND if gescheiden and geschreven.isupper() else _GEWOON).fullmatch(groep.lower()) for groep in letters):
        return False
    if "." in geschreven:
        return gescheiden
    aaneen_in_kapitalen = " " not in geschreven and geschreven.isupper()
    return gescheiden or aaneen_in_kapitalen or _MEDEKLINKERS.issuperset("".join(letters))
