"""What a line was about, in plain words: its path of our own read aloud, with the number that people know. Pure."""

import re

from shared.kortnummer import is_heel, kortnummer, staart

_VERZOEK = re.compile(r"[A-Z]+ (?P<pad>/[^ ]*)(?P<noemt> \(.*\))?")
_API = re.compile(r"/[a-z]+/v\d+(?=/|$)")
_OPDRACHT = "meldketen "
ZAKEN = {
    "meldingen": "Melding",
    "incidenten": "Incident",
    "tijdlijn": "Tijdlijn van melding",
    "coa-berichten": "COA-bericht",
    "escalaties": "Escalatie",
    "overleg": "Overleg",
    "overleggen": "Overleg",
    "agendapunten": "Agendapunt",
    "afspraken": "Afspraak",
    "maatregelen": "Maatregel",
    "verzoeken": "Verzoek",
    "berichten": "Bericht",
}
"""What has a number, by the first part of its path."""


def wat(betreft: str) -> str:
    """Say what a line is about."""
    if betreft.startswith(_OPDRACHT):
        return f"Opdracht op de server: {betreft.removeprefix(_OPDRACHT)}"
    gelezen = _VERZOEK.fullmatch(betreft)
    if gelezen is None:
        return betreft
    delen = [deel for deel in _API.sub("", gelezen["pad"], count=1).split("/") if deel]
    return _zaak(delen) + (gelezen["noemt"] or "")


def _zaak(delen: list[str]) -> str:
    if not delen:
        return "Vandaag"
    genummerd = len(delen) > 1 and delen[0] in ZAKEN and is_heel(delen[1])
    kop = f"{ZAKEN[delen[0]]} {kortnummer(delen[1])}" if genummerd else _deel(delen[0]).capitalize()
    rest = ", ".join(_deel(deel) for deel in delen[2 if genummerd else 1 :])
    return f"{kop}: {rest}" if rest else kop


def _deel(deel: str) -> str:
    return kortnummer(deel) if is_heel(deel) else deel.lstrip("_").replace("-", " ")


def is_nummer(getypt: str) -> bool:
    """Say whether somebody asks about one thing, by its number."""
    return staart(getypt) is not None


def zoekdeel(getypt: str) -> str:
    """Give what to look for in a path: of a number, short or long, how the id ends."""
    return staart(getypt) or getypt
