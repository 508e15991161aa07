"""The shapes that values in a profile may have."""

from datetime import timedelta
from typing import Annotated
from zoneinfo import ZoneInfo

from dateutil.rrule import rrulestr
from pydantic import AfterValidator, BeforeValidator, StringConstraints

_CODE = r"^[a-z0-9]+(-[a-z0-9]+)*$"
_REGEL = r"^[A-Z]{2,3}-[A-Za-z0-9.\-]+$"
_CBS = r"^gm[0-9]{4}$"
_OIN = r"^[0-9]{20}$"
_NUMMER = r"^[0-9+][0-9 -]{1,20}$"
_MAIL = r"^[^@\s]+@[a-z0-9.-]+\.[a-z]{2,10}$"
PATRONEN = {
    _CODE: "kleine letters, cijfers en streepjes, zoals rokkeveenseweg",
    _REGEL: "de regel in het document, zoals LVS-2.4",
    _CBS: "de CBS-code, zoals gm0637",
    _OIN: "een OIN van 20 cijfers",
    _NUMMER: "een telefoonnummer, zoals 14 079",
    _MAIL: "een e-mailadres, zoals privacy@voorbeeld.nl",
}
"""What a pattern expects, in words for the one who writes a profile."""


def _iso(waarde: object) -> object:
    """A bare number would be read as seconds; nobody means that."""
    if isinstance(waarde, timedelta) or (isinstance(waarde, str) and waarde.startswith("P")):
        return waarde
    raise ValueError('hier hoort een duur, zoals "PT30M" (30 minuten) of "P7D" (7 dagen)')


def _boven_nul(duur: timedelta) -> timedelta:
    if duur <= timedelta():
        raise ValueError("de duur moet langer zijn dan nul")
    return duur


def _bestaande_zone(naam: str) -> str:
    try:
        ZoneInfo(naam)
    except (ValueError, KeyError, OSError) as fout:
        raise ValueError("deze tijdzone bestaat niet; verwacht een naam zoals Europe/Amsterdam") from fout
    return naam


def _leesbare_regel(regel: str) -> str:
    """A rule of RFC 5545 without a beginning, an end or hours: those are fields of the series."""
    delen = dict(deel.partition("=")[::2] for deel in regel.split(";"))
    if not delen.keys() <= _IN_HERHALING or delen.get("FREQ") not in {"WEEKLY", "MONTHLY", "YEARLY"}:
        raise ValueError("hier hoort een herhaling van RFC 5545, zoals FREQ=WEEKLY;INTERVAL=6;BYDAY=WE")
    try:
        rrulestr(regel)
    except (ValueError, TypeError) as fout:
        raise ValueError("deze herhaling is niet te lezen; verwacht iets als FREQ=WEEKLY;INTERVAL=6;BYDAY=WE") from fout
    return regel


_IN_HERHALING = frozenset({"FREQ", "INTERVAL", "BYDAY", "BYMONTH", "BYMONTHDAY", "BYSETPOS"})
Code = Annotated[str, StringConstraints(pattern=_CODE, max_length=40)]
Regel = Annotated[str, StringConstraints(pattern=_REGEL, max_length=40)]
Nummer = Annotated[str, StringConstraints(pattern=_NUMMER)]
Mailadres = Annotated[str, StringConstraints(pattern=_MAIL, max_length=100)]
Duur = Annotated[timedelta, BeforeValidator(_iso), AfterValidator(_boven_nul)]
Herhaling = Annotated[str, StringConstraints(max_length=80), AfterValidator(_leesbare_regel)]
Naam = Annotated[str, StringConstraints(min_length=1, max_length=120)]
Zin = Annotated[str, StringConstraints(min_length=1, max_length=500)]
CbsCode = Annotated[str, StringConstraints(pattern=_CBS)]
Oin = Annotated[str, StringConstraints(pattern=_OIN)]
Tijdzone = Annotated[str, AfterValidator(_bestaande_zone)]
