"""The record of a meeting as the data of a paper: texts alone, with moments in Dutch."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from shared.web.opmaak import tijdstip


def gegevens(overleg: Mapping[str, Any], zone: ZoneInfo, *, volledig: bool) -> dict[str, Any]:
    """What the template finds."""
    return {
        "versie": "Volledig verslag" if volledig else "Verslag zonder vertrouwelijke delen",
        "vast": overleg["code"] == "gesloten",
        "kenmerken": _kenmerken(overleg, zone),
        "bevindingen": overleg["bevindingen"],
        "telling": [[soort, aard, str(aantal)] for soort, aard, aantal in overleg["telling"]],
        "delen": [
            {"naam": deel["naam"], "punten": [_punt(punt, zone) for punt in deel["punten"]]}
            for deel in overleg["delen"]
        ],
        "correcties": [f"{_moment(each['op'], zone)}: {each['tekst']}" for each in overleg["correcties"]],
    }


def _kenmerken(overleg: Mapping[str, Any], zone: ZoneInfo) -> list[list[str]]:
    paren = [
        ("Gehouden", _moment(overleg["aanvang"], zone)),
        ("Locatie", overleg["locatie"]),
        ("Aanwezig", ", ".join(overleg["aanwezig"])),
        ("Afwezig", ", ".join(overleg["afwezig"])),
        ("Vastgesteld", _moment(overleg["gesloten_op"], zone) if overleg["gesloten_op"] else ""),
    ]
    return [[label, woorden] for label, woorden in paren if woorden]


def _punt(punt: Mapping[str, Any], zone: ZoneInfo) -> dict[str, Any]:
    regels = [
        f"{each['soort']} van {_moment(each['gebeurd'], zone)}. {each['aard']}; thema: {each['thema']}. "
        f"Plaats: {each['plaats']}."
        for each in punt["meldingen"]
    ]
    return {
        "kop": " ".join(regels) or punt["kop"],
        "regel": punt["regel"],
        "status": punt["status"],
        "bevinding": punt["bevinding"],
        "besluit": punt["besluit"],
        "toelichting": punt["toelichting"],
        "geheim": punt["geheim"],
    }


def _moment(moment: datetime, zone: ZoneInfo) -> str:
    return tijdstip(moment.astimezone(zone))
