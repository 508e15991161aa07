"""From a filled-in form to a statement, and its objections back to the fields on the page."""

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from services.intake.application import Gelezen, lees
from services.intake.opgave import MeldingOpgave
from services.intake.tijden import GeenTijd, op_de_klok
from shared.facts import Fout
from shared.profiel import Profielen

Velden = Mapping[str, str | list[str]]
OP_DE_PAGINA = {"voorgevallenOp": "datum", "gemeente": "locatie"}
"""Where an objection to a field of the statement is shown, when the page asks for it otherwise."""

LEEG = {
    "aard": "Kies wat er gebeurde.",
    "locatie": "Kies een locatie.",
    "plaats": "Kies waar het gebeurde.",
    "datum": "Vul datum en tijd in.",
}


def lees_formulier(velden: Velden, profielen: Profielen) -> Gelezen[MeldingOpgave]:
    """Read a form. A field that the form does not have goes along, and is refused as everywhere."""
    gegevens: dict[str, Any] = {naam: waarde for naam, waarde in velden.items() if naam not in ("datum", "tijd")}
    gegevens |= _plek(velden)
    if gegevens.get("publiekeTaak") == "true":
        gegevens["publiekeTaak"] = True
    try:
        gegevens |= _moment(velden, _zone(gegevens, profielen))
    except GeenTijd as fout:
        return lees(MeldingOpgave, gegevens, [Fout("voorgevallenOp", fout.reden)])
    return lees(MeldingOpgave, gegevens)


def per_veld(fouten: Iterable[Fout]) -> dict[str, str]:
    """Give each objection to its field on the page, in words for somebody who fills in a form."""
    gevonden: dict[str, str] = {}
    for fout in fouten:
        naam = OP_DE_PAGINA.get(fout.veld, fout.veld)
        leeg = LEEG.get(naam) if fout.reden.startswith("verplicht") else None
        gevonden.setdefault(naam, leeg or _zin(fout.reden))
    return gevonden


def _zin(reden: str) -> str:
    return f"{reden[:1].upper()}{reden[1:]}".rstrip(".") + "."


def _plek(velden: Velden) -> dict[str, str]:
    gekozen = velden.get("locatie")
    if not isinstance(gekozen, str) or ":" not in gekozen:
        return {}
    gemeente, _, locatie = gekozen.partition(":")
    return {"gemeente": gemeente, "locatie": locatie}


def _zone(gegevens: Mapping[str, Any], profielen: Profielen) -> ZoneInfo:
    gemeente = gegevens.get("gemeente")
    profiel = profielen.van(gemeente) if isinstance(gemeente, str) and gemeente in profielen else profielen.alle()[0]
    return ZoneInfo(profiel.gemeente.tijdzone)


def _moment(velden: Velden, zone: ZoneInfo) -> dict[str, datetime]:
    """Join the day and the time, as the clock of the municipality showed them."""
    if not velden.get("datum") and not velden.get("tijd"):
        return {}
    if not velden.get("tijd"):
        raise GeenTijd("Vul ook de tijd in; ongeveer is goed")
    try:
        lokaal = datetime.strptime(f"{velden.get('datum')} {velden['tijd']}"[:16], "%Y-%m-%d %H:%M")  # noqa: DTZ007
    except ValueError:
        raise GeenTijd("Vul een datum in als 22-11-2026 en een tijd als 14:30") from None
    return {"voorgevallenOp": op_de_klok(lokaal, zone)}
