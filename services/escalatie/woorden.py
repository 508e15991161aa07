"""Codes in words, for notices and pages."""

from collections.abc import Iterable
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from shared.contracts.escalatie import Stap
from shared.contracts.intake import Dagdeel
from shared.profiel.schema import WEEKDAGEN
from shared.wanneer import met_dagdeel
from shared.woorden import MAANDEN, opsomming

ROLLEN = {
    "meldpunt": "het meldpunt",
    "coa": "het COA",
    "politie": "de politie",
    "handhaving": "handhaving",
    "jongerenwerk": "het jongerenwerk",
    "zorg": "het zorgteam",
    "oov": "team Openbare Orde en Veiligheid",
    "burgemeester": "de burgemeester",
    "om": "de officier van justitie",
    "piket": "de piketdienst van de gemeente",
    "communicatie": "team Communicatie",
    "raad": "de raad",
    "beheer": "het beheer",
    "klok": "de klok",
}
STAPPEN = {Stap.ONTVANGEN: "ontvangen", Stap.BURGEMEESTER_INGELICHT: "burgemeester ingelicht"}
KANALEN = {
    "bewaar": "bij niemand bezorgd: er is geen adres ingesteld",
    "json": "naar een ander systeem",
    "jsons": "naar een ander systeem",
    "mailto": "per e-mail",
    "mailtos": "per e-mail",
    "signal": "met Signal",
    "signals": "met Signal",
    "msteams": "in Teams",
    "ntfy": "als pushbericht",
    "ntfys": "als pushbericht",
    "messagebird": "per sms",
    "twilio": "per sms",
    "bulksms": "per sms",
    "clickatell": "per sms",
    "d7sms": "per sms",
    "nexmo": "per sms",
    "onbekend": "kanaal onbekend",
}
_EENHEDEN = (
    (timedelta(days=1), "dag", "dagen"),
    (timedelta(hours=1), "uur", "uur"),
    (timedelta(minutes=1), "minuut", "minuten"),
    (timedelta(seconds=1), "seconde", "seconden"),
)


def rol_naam(rol: str) -> str:
    """Write a role so that it fits in a sentence."""
    return ROLLEN.get(rol, rol)


def rol_namen(rollen: Iterable[str]) -> str:
    """Write roles as one part of a sentence, each once; empty where there are none."""
    namen = list(dict.fromkeys(rol_naam(rol) for rol in rollen))
    return opsomming(namen) if namen else ""


def kanaal_naam(soort: str) -> str:
    """Say how a message went, from the kind of channel."""
    return KANALEN.get(soort, f"via {soort}")


def dienst_naam(code: str) -> str:
    """Write a duty code as people say it: `Piket A`."""
    return " ".join(deel.capitalize() for deel in code.split("-"))


def bron_naam(bron: str) -> str:
    """Say why somebody has duty; a layer of the rota is just the rota."""
    return {
        "vervanging": "vervanging",
        "ruil": "geruild",
        "agenda": "uit een agenda",
        "": "staat niet in het rooster",
    }.get(bron, "volgens het rooster")


def duur(lengte: timedelta) -> str:
    """Write `7 dagen`, `24 uur`, `30 minuten`: in the largest unit that fits exactly."""
    for maat, enkel, meer in _EENHEDEN:
        aantal, rest = divmod(lengte, maat)
        if aantal and not rest:
            return f"{aantal} {enkel if aantal == 1 else meer}"
    return f"{lengte.total_seconds():g} seconden"


def tijdstip(moment: datetime, zone: ZoneInfo) -> str:
    """Write `zondag 22 november 2026 om 03.02 uur`."""
    lokaal = moment.astimezone(zone)
    return f"{datum(lokaal)} om {lokaal:%H.%M} uur"


def wanneer(moment: datetime, dagdeel: Dagdeel | None, zone: ZoneInfo) -> str:
    """Write the same, or `zondag 22 november 2026, avond` where no more is known than that."""
    return met_dagdeel(datum(moment.astimezone(zone)), dagdeel) if dagdeel else tijdstip(moment, zone)


def datum(lokaal: datetime) -> str:
    """Write `zondag 22 november 2026`."""
    return f"{WEEKDAGEN[lokaal.weekday()]} {lokaal.day} {MAANDEN[lokaal.month - 1]} {lokaal.year}"


def klok(moment: datetime, zone: ZoneInfo, op: datetime | None) -> str:
    """Write `03.02 uur`, or `maandag 23 november 03.02 uur` where `op`, when it is written, is on another day."""
    lokaal = moment.astimezone(zone)
    elders = op and op.astimezone(zone).date() != lokaal.date()
    dag = f"{WEEKDAGEN[lokaal.weekday()]} {lokaal.day} {MAANDEN[lokaal.month - 1]} " if elders else ""
    return f"{dag}{lokaal:%H.%M} uur"
