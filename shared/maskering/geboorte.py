"""Dates of birth: any date that is announced as one, and a full date so long ago that it is hardly anything else."""

import re
from collections.abc import Iterator

_MAAND = (
    "jan(?:uari)?|feb(?:r|ruari)?|mrt|maart|apr(?:il)?|mei|june?i?|july?i?|aug(?:ustus)?|sept?(?:ember)?|okt(?:ober)?"
    "|nov(?:ember)?|dec(?:ember)?|january|february|march|may|august|october"
)
_DAG, _JAAR = "(?:0?[1-9]|[12][0-9]|3[01])", "((?:19|20)[0-9]{2}|'?[0-9]{2})"
_DATUM = re.compile(
    r"[0-9](?<![\w/+].)(?<![0-9][.,-].)(?<=(?P<eerste>.))"
    rf"(?:(?:(?<=[0-3])[0-9])?(?:\s?[-/. ]\s?(?:0?[1-9]|1[0-2])\s?[-/. ]\s?{_JAAR}"
    rf"|(?:e|de|ste|st|nd|rd|th)?[ -](?:{_MAAND})\.?,?[ -]{_JAAR})"
    r"|(?:(?<=1)9|(?<=2)0)[0-9]{2}[-/.]?[01][0-9][-/.]?[0-3][0-9]|[0-9][01][0-9](?:19|20)[0-9]{2})(?!\w|[-/][0-9])",
    re.IGNORECASE,
)
_NA_MAAND = re.compile(rf"[0-9](?<=\s.)[0-9]?(?:st|nd|rd|th)?,? {_JAAR}(?!\w)")
_MAAND_ERVOOR = re.compile(rf"(?<!\w)(?:{_MAAND}) $", re.IGNORECASE)
_AANKONDIGING = re.compile(
    r"(?<!\w)(?:geb(?:oren|oortedatum|oorte ?datum|\.? ?dat(?:um|\.)?)?|g\.d\.|gd|dob|born|birthday|date of birth"
    r"|verjaardag|jarig|(?:is|ben|was|bent|zijn) van)[ .:=,(]{0,4}(?:is|op|on|van|te \w{2,30} op)?[ :]{0,2}$",
    re.IGNORECASE,
)
_LANGSTE_AANKONDIGING = 60
_LANGSTE_MAAND = 11
_LANG_GELEDEN = 2016


def geboortedatums(text: str) -> Iterator[tuple[int, int]]:
    """Dates after `geboren`, `geb.`, `geboortedatum`, `is van`; and any full date before 2016."""
    for gevonden in _DATUM.finditer(text):
        if _van_een_mens(text, gevonden.start(), gevonden[2] or gevonden[3] or _jaar_voorop(gevonden.group())):
            yield gevonden.span()
    for gevonden in _NA_MAAND.finditer(text):
        maand = _MAAND_ERVOOR.search(text[max(0, gevonden.start() - _LANGSTE_MAAND) : gevonden.start()])
        if maand and _van_een_mens(text, begin := gevonden.start() - len(maand.group()), gevonden[1]):
            yield begin, gevonden.end()


def _jaar_voorop(datum: str) -> str | None:
    """Read the year of `1980-01-31`; eight digits together may be any number."""
    return None if datum.isdigit() else datum[: len("1980")]


def _van_een_mens(text: str, begin: int, jaar: str | None) -> bool:
    lang_geleden = jaar is not None and len(jaar) == len("1999") and int(jaar) < _LANG_GELEDEN
    return lang_geleden or bool(_AANKONDIGING.search(text[max(0, begin - _LANGSTE_AANKONDIGING) : begin]))
