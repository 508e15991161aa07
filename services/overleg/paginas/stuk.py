"""The record of a meeting as the data of a paper: texts alone, with moments in Dutch."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

from shared.web.opmaak import kort, termijn, tijdstip

Beeld = Mapping[str, Any]
REDEN_SLUITEN = "Toelichting bij het sluiten"
GEHEIM, WEGGELATEN = "Vertrouwelijk", "Wat hierover vertrouwelijk is, staat in het volledige verslag"


def per_punt(afspraken: Iterable[Beeld]) -> dict[UUID | None, list[Beeld]]:
    """The agreements by the item at which they were made."""
    bij: dict[UUID | None, list[Beeld]] = {}
    for each in afspraken:
        bij.setdefault(each["agendapunt_id"], []).append(each)
    return bij


def gegevens(overleg: Beeld, afspraken: Sequence[Beeld], zone: ZoneInfo, *, volledig: bool) -> dict[str, Any]:
    """What the template finds."""
    bij = per_punt(afspraken)
    return {
        "versie": "Volledig verslag" if volledig else "Verslag zonder vertrouwelijke delen",
        "vast": overleg["code"] == "gesloten",
        "kop": "Wat op de agenda stond",
        "leeg": "Er stonden geen meldingen op de agenda.",
        "kenmerken": _kenmerken(overleg, zone),
        "bevindingen": overleg["bevindingen"],
        "telling": [[soort, aard, str(aantal)] for soort, aard, aantal in overleg["telling"]],
        "delen": [_deel(deel, zone, GEHEIM if volledig else WEGGELATEN, bij) for deel in overleg["delen"]],
        "afspraken": [[each["wat"], each["wie"], termijn(each["uiterlijk"])] for each in afspraken],
        "bronnen": [f"{letters}: {naam}." for letters, naam in overleg["bronnen"].items()],
        "correcties": [_correctie(each, zone) for each in overleg["correcties"]],
    }


def stuk_van_agenda(overleg: Beeld, zone: ZoneInfo, op: datetime) -> dict[str, Any]:
    """The same paper before the meeting: what will be spoken of, as it stood at this moment."""
    kop = {"versie": f"Agenda zoals die is op {_moment(op, zone)}", "kop": "Agenda", "vast": True}
    leeg = {"leeg": "Er staan nog geen meldingen op de agenda."}
    return gegevens(overleg, [], zone, volledig=True) | kop | leeg


def _kenmerken(overleg: Beeld, zone: ZoneInfo) -> list[list[str]]:
    genoteerd = overleg["aanwezig"] or overleg["afwezig"]
    aanwezig = ", ".join(overleg["aanwezig"]) if genoteerd else "Niet vastgelegd" if overleg["begonnen"] else ""
    paren = [
        *overleg["gehouden"],
        ("Locatie", overleg["locatie"]),
        ("Aanwezig", aanwezig),
        ("Afwezig", ", ".join(overleg["afwezig"])),
        ("Vastgesteld", _moment(overleg["gesloten_op"], zone) if overleg["gesloten_op"] else ""),
        ("Zonder bevinding of besluit", overleg["zonder_notitie"]),
        (REDEN_SLUITEN, overleg["reden_sluiten"] or ""),
    ]
    return [[label, woorden] for label, woorden in paren if woorden]


def _deel(deel: Beeld, zone: ZoneInfo, geheim: str, bij: Mapping[UUID | None, Sequence[Beeld]]) -> dict[str, Any]:
    """Items of one kind: those about a melding as rows, the others as a list; a rule that all share is said once."""
    regels = {punt["regel"] for punt in deel["punten"]}
    samen = regels.pop() if len(regels) == 1 else ""
    return {
        "naam": deel["naam"],
        "regel": samen,
        "rijen": [_rij(punt, zone, geheim) | _noten(punt, bij) for punt in deel["punten"] if punt["meldingen"]],
        "punten": [_punt(punt, samen, geheim) | _noten(punt, bij) for punt in deel["punten"] if not punt["meldingen"]],
    }


def _rij(punt: Beeld, zone: ZoneInfo, geheim: str) -> dict[str, Any]:
    over = punt["meldingen"]
    return {
        "nr": str(punt["nr"]),
        "wanneer": ", ".join(kort(each["gebeurd"].astimezone(zone)) for each in over),
        "wat": ", ".join(f"{each['soort']}: {each['aard'].lower()}, {each['thema'].lower()}" for each in over),
        "waar": ", ".join(dict.fromkeys(each["plaats"] for each in over)),
        "tegen": ", ".join(dict.fromkeys(each["gericht_tegen"] for each in over)),
        "uitkomst": punt["status"],
        "merken": [*_merken(punt, geheim), *_escalaties(punt, zone)],
        "sinds": _sinds(punt, zone),
    }


def _punt(punt: Beeld, samen: str, geheim: str) -> dict[str, Any]:
    merken = [*_merken(punt, geheim), *([punt["status"]] if punt["status"] and not punt["open"] else [])]
    wat = {"nr": str(punt["nr"]), "kop": punt["kop"], "regel": "" if samen else punt["regel"]}
    return {**wat, "merken": merken, "toelichting": punt["toelichting"]}


def _merken(punt: Beeld, geheim: str) -> list[str]:
    """What must not be missed about an item."""
    over = punt["meldingen"]
    paren = [
        (geheim, punt["geheim"]),
        *((f"Ernst: {each['ernst']}", each["ernst"]) for each in over),
        *((woorden, True) for each in over for woorden in each["toestand"]),
        ("Met gevolgen voor de openbare orde", any(each["openbare_orde"] for each in over)),
        ("Telt niet mee", punt["ingetrokken"]),
        ("Bleef liggen in een eerder overleg", punt["van"] and punt["soort"] != "bevindingen"),
        ("Van de melding is nog niets bekend", punt["onbekend"]),
    ]
    return [woorden for woorden, geldt in paren if geldt]


def _escalaties(punt: Beeld, zone: ZoneInfo) -> list[str]:
    return [
        f"Escalatie: {each.naam}, {kort(each.op.astimezone(zone))} (regel {each.regel})" for each in punt["escalaties"]
    ]


def _sinds(punt: Beeld, zone: ZoneInfo) -> list[str]:
    return [f"{each['wat']} op {kort(each['op'].astimezone(zone))}" for each in punt["sinds"]]


def _noten(punt: Beeld, bij: Mapping[UUID | None, Sequence[Beeld]]) -> dict[str, list[list[str]]]:
    paren = [("Bevinding", punt["bevinding"]), ("Besluit", punt["besluit"])]
    paren += [("Afspraak", _afspraak(each)) for each in bij.get(punt["id"], ())]
    paren += [("De melder kan lezen", each.tekst) for each in punt["ingelicht"]]
    return {"noten": [[label, woorden] for label, woorden in paren if woorden]}


def _afspraak(afspraak: Beeld) -> str:
    return f"{afspraak['wat']} ({afspraak['wie']}, uiterlijk {termijn(afspraak['uiterlijk'])})"


def _correctie(correctie: Beeld, zone: ZoneInfo) -> str:
    bij = f", bij {correctie['bij']}" if correctie["bij"] else ""
    return f"{_moment(correctie['op'], zone)}{bij}: {correctie['tekst']}"


def _moment(moment: datetime, zone: ZoneInfo) -> str:
    return tijdstip(moment.astimezone(zone))
