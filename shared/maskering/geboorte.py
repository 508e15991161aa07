"""Dates of birth: any date that is announced as one, and a full date so long ago that it is hardly anything else."""

import re
from collections.abc import Iterator

from shared.maskering.cijfers import cijfers, vanaf
from shared.maskering.geboorte_anders import geboortes_anders
from shared.maskering.geboortejaar import geboortejaren
from shared.maskering.gelijk import waar
from shared.maskering.gesproken import RANG
from shared.maskering.woordsoort import Soort, soort

_MAAND = (
    "jan(?:uari)?|feb(?:r|ruari)?|mrt|maart|apr(?:il)?|mei|june?i?|july?i?|aug(?:ustus)?|sept?(?:ember)?|okt(?:ober)?"
    "|nov(?:ember)?|dec(?:ember)?|january|february|march|may|august|october"
)
_DAG, _JAAR = "(?:0?[1-9]|[12][0-9]|3[01])", "((?:19|20)[0-9]{2}|'?[0-9]{2})"
_DATUM = re.compile(
    r"[0-9](?<![\w/+].)(?<![0-9][.,-].)(?<=(?P<eerste>.))"
    rf"(?:(?:(?<=[0-3])[0-9])?(?:\s?[-/. ]\s?(?:0?[1-9]|1[0-2])\s?[-/. ]\s?{_JAAR}"
    rf"|(?:e|de|ste|st|nd|rd|th| de)?[ -]?(?:(?:of|van) )?(?=[jfmasond])(?:{_MAAND})\.?,?[ -]?{_JAAR}"
    rf"|[ .-](?=[IVX])(?:I{{1,3}}|IV|VI{{0,3}}|IX|XI{{0,2}})[ .-]{_JAAR})"
    r"|(?:(?<=1)9|(?<=2)0)[0-9]{2}[-/.]?[01][0-9][-/.]?[0-3][0-9]|[0-9][01][0-9](?:(?:19|20)[0-9]{2}|[0-9]{2}))(?!\w|[-/][0-9])",
    re.IGNORECASE,
)
_NA_MAAND = re.compile(rf"[0-9](?<=\s.)[0-9]?(?:st|nd|rd|th)?,? {_JAAR}(?!\w)")
_MAAND_ERVOOR = re.compile(rf"(?<!\w)(?:{_MAAND}) $", re.IGNORECASE)
_BIJ_EEN_GEBOORTE = (
    r"(?<!\w)(?:geb(?:\.|oren|oorte\w*|d|dat|datum)?|g\.d\.|gd|dob|d\.o\.b\.|geburts\w*|naissance|born|birthday|birth|verjaardag|verjaart|jarig"
    r"|(?:is|ben|was|bent|zijn) van)(?!\w)"
)
_AANKONDIGING = re.compile(rf"{_BIJ_EEN_GEBOORTE}[^0-9!?\n]{{0,45}}$|[*°] ?$", re.IGNORECASE)
_DAG_MAAND = re.compile(
    rf"[0-9](?<![\w/+.-].)[0-9]?(?:(?:e|de|ste|st|nd|rd|th)?[ -]?(?:(?:of|van) )?(?=[jfmasond])(?:{_MAAND})(?!\w)"
    rf"|[-/](?:0?[1-9]|1[0-2])(?![\w/-]))",
    re.IGNORECASE,
)
_VOOR_DAG = re.compile(
    r"(?<!\w)(?:jarig|verja\w+|birthday|geboren|geb\.?|wordt|word)(?!\w)[^0-9.!?\n]{0,25}$", re.IGNORECASE
)
"""`jarig op 12 maart`."""
_JAARTAL = re.compile(r"(?:19|20)[0-9]{2}(?<![\w/.-]....)(?![\w/-])")
_VOOR_JAAR = re.compile(
    rf"(?<!\w)(?:geb(?:\.|oren)?|geboorte\w+|jaargang|born|(?:is|ben"
    rf"|was) van)(?!\w)[^0-9.!?\n]{{0,18}}?((?:{_MAAND}) )?$",
    re.IGNORECASE,
)
"""`geboren in 1988`, `is van maart 1988`."""
_IN_WOORDEN = re.compile(
    rf"(?<!\w)(?:jarig|verja\w+|geb(?:\.|oren)?"
    rf"|geboorte\w+)(?!\w)[^0-9.!?\n]{{0,20}}? ((?:{RANG}) (?:van )?(?:{_MAAND})(?!\w)"
    r"(?:,? (?:negentien ?(?:honderd)?|twee ?duizend)[a-zëé]*(?: (?:en )?[a-zëé]*(?:tig|tien|elf|twaalf))?"
    r"|,? (?:19|20)[0-9]{2})?)",
    re.IGNORECASE,
)
"""`geboren op twaalf maart negentienachtentachtig`."""
_KORT_JAAR = re.compile(
    r"(?:geboortejaar(?: is|:)?|geboren in(?: het jaar)?) ('?[0-9]{2})(?![\w:.,-]?[0-9]| uur)", re.IGNORECASE
)
_LANGSTE_AANKONDIGING = 60
_LANGSTE_MAAND = 11
_NAAM_ERVOOR = re.compile(r"([^\W\d_]{2,30}) ?\($")
_LANGSTE_NAAM = 34
_LANG_GELEDEN = 2016
_NOG_NIET_GEWEEST = 40
"""Of a year in two digits: `15/7/52` is of the last century."""


def geboortedatums(text: str) -> Iterator[tuple[int, int]]:
    """Dates after `geboren`, `geb.`, `geboortedatum`, `is van`; and any full date before 2016."""
    for gevonden in vanaf(text, _DATUM, (reeks.begin for reeks in cijfers(text).alle)):
        jaar = gevonden[2] or gevonden[3] or gevonden[4] or _jaar_voorop(gevonden.group())
        if _van_een_mens(text, gevonden.start(), jaar) or _achter_een_naam(text, *gevonden.span()):
            yield gevonden.span()
    yield from _zonder_jaar(text)
    yield from _aangekondigd(text)
    yield from _maand_voorop(text)
    yield from geboortejaren(text)
    yield from geboortes_anders(text)


def _maand_voorop(text: str) -> Iterator[tuple[int, int]]:
    for gevonden in vanaf(text, _NA_MAAND, cijfers(text).dagen):
        maand = _MAAND_ERVOOR.search(text[max(0, gevonden.start() - _LANGSTE_MAAND) : gevonden.start()])
        if maand and _van_een_mens(text, begin := gevonden.start() - len(maand.group()), gevonden[1]):
            yield begin, gevonden.end()


def _aangekondigd(text: str) -> Iterator[tuple[int, int]]:
    """Give a year alone, and a date in words."""
    for jaar in vanaf(text, _JAARTAL, cijfers(text).viertallen):
        if voor := _VOOR_JAAR.search(text, max(0, jaar.start() - _LANGSTE_AANKONDIGING), jaar.start()):
            yield (voor.start(1) if voor[1] else jaar.start()), jaar.end()
    for plek in waar(text, "geb", "jarig", "verja"):
        if gevonden := _IN_WOORDEN.match(text, plek) or _KORT_JAAR.match(text, plek):
            yield gevonden.span(1)


def _zonder_jaar(text: str) -> Iterator[tuple[int, int]]:
    for dag in vanaf(text, _DAG_MAAND, cijfers(text).dagen):
        if _VOOR_DAG.search(text, max(0, dag.start() - _LANGSTE_AANKONDIGING), dag.start()):
            yield dag.span()


def _achter_een_naam(text: str, begin: int, eind: int) -> bool:
    """`Amina (02.12.2018)`."""
    if text[begin - 1 : begin] != "(" or text[eind : eind + 1] not in (")", ","):
        return False
    naam = _NAAM_ERVOOR.search(text[max(0, begin - _LANGSTE_NAAM) : begin])
    return naam is not None and soort(naam[1]) in (Soort.NAAM, Soort.ONBEKEND, Soort.DUBBEL)


def _jaar_voorop(datum: str) -> str | None:
    """Read the year of `1980-01-31`; eight digits together may be any number."""
    return None if datum.isdigit() else datum[: len("1980")]


def _van_een_mens(text: str, begin: int, jaar: str | None) -> bool:
    kort = jaar is not None and len(jaar) <= len("'99")
    lang_geleden = jaar is not None and (
        int(jaar.lstrip("'")) > _NOG_NIET_GEWEEST if kort else int(jaar) < _LANG_GELEDEN
    )
    return lang_geleden or bool(_AANKONDIGING.search(text[max(0, begin - _LANGSTE_AANKONDIGING) : begin]))
