"""From a filled-in form to a statement, and its objections back to the fields on the page."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Generic
from uuid import UUID, uuid4
from zoneinfo import ZoneInfo

from services.intake.application import Gelezen, lees
from services.intake.application.lezen import O
from services.intake.bezwaren import GEEN_OPVANG
from services.intake.opgave import TEKST_HOOGSTENS, IncidentOpgave, MeldingOpgave
from services.intake.paginas.moment import Mis, lees_moment
from shared.contracts.intake import Dagdeel
from shared.facts import Fout, OngeldigeInvoer
from shared.profiel import Profielen
from shared.web.talen import Taal

Velden = Mapping[str, str | list[str]]
MOMENT, GEBELD = "voorgevallenOp", "politieGebeldOp"
MOMENTEN = {MOMENT: ("datum", "tijd"), GEBELD: ("politieDatum", "politieTijd")}
"""Moments of a statement, each by its day and time on the page."""
BEREIK = ("email", "telefoon")
ELDERS = (*(deel for delen in MOMENTEN.values() for deel in delen), *BEREIK, "dagdeel")
"""Fields of the page that have another place in a statement."""
OP_DE_PAGINA = {"gemeente": "locatie", "terugkoppeling.email": "email", "terugkoppeling.telefoon": "telefoon"}
JA_NEE = {"true": True, "false": False}
ERNSTEN = ("1", "2", "3", "4")


@dataclass(frozen=True, slots=True)
class Ingevuld(Generic[O]):
    """What a form says. `mis`: what is wrong with its day and time, which are two fields on the page.

    `lengte`: how many characters its text has.
    """

    gelezen: Gelezen[O]
    mis: Mis = field(default_factory=dict)
    lengte: int = 0

    def per_veld(self, fouten: Iterable[Fout], taal: Taal, volgorde: Iterable[str]) -> dict[str, str]:
        """Give each objection to its field on the page, in words for who fills in the form, in the form's order."""
        gevonden = {veld: taal(f"fout.{veld}.{wat}") for veld, wat in self.mis.items()}
        for fout in fouten:
            veld = OP_DE_PAGINA.get(fout.veld, fout.veld.partition(".")[0])
            if veld not in MOMENTEN:
                gevonden.setdefault(veld, _woorden(veld, fout, taal, self.lengte))
        plek = {veld: nummer for nummer, veld in enumerate(volgorde)}
        return dict(sorted(gevonden.items(), key=lambda paar: plek.get(paar[0], len(plek))))


def lees_formulier(velden: Velden, profielen: Profielen, op: datetime) -> Ingevuld[MeldingOpgave]:
    """Read a form. A field that the form does not have goes along, and is refused as everywhere."""
    gegevens = _gegevens(velden)
    if bereik := {naam: velden[naam] for naam in BEREIK if naam in velden}:
        gegevens["terugkoppeling"] = bereik
    mis, bezwaren = _momenten(velden, (MOMENT,), gegevens, profielen, op)
    return Ingevuld(lees(MeldingOpgave, gegevens, bezwaren), mis, _lengte(velden))


def lees_incident(velden: Velden, profielen: Profielen, op: datetime) -> Ingevuld[IncidentOpgave]:
    """Read the form of an incident; who gives no time at which the police were called, did not call yet."""
    gegevens = _gegevens(velden)
    if (ernst := gegevens.get("ernst")) in ERNSTEN:
        gegevens["ernst"] = int(ernst)
    gegeven = (MOMENT, GEBELD) if str(velden.get("politieTijd", "")).strip() else (MOMENT,)
    mis, bezwaren = _momenten(velden, gegeven, gegevens, profielen, op)
    if not gegevens.get("thema"):  # in the contract it may be left out; on a form nobody chooses "Overig" unseen
        bezwaren.append(Fout("thema", "kies waar het over ging"))
    return Ingevuld(lees(IncidentOpgave, gegevens, bezwaren), mis, _lengte(velden))


def _lengte(velden: Velden) -> int:
    return len(str(velden.get("toelichting", "")).replace("\r\n", "\n"))


def _gegevens(velden: Velden) -> dict[str, Any]:
    gegevens: dict[str, Any] = {naam: waarde for naam, waarde in velden.items() if naam not in ELDERS}
    for naam in ("publiekeTaak", "gevolgenOpenbareOrde"):
        if (waarde := gegevens.get(naam)) in ("true", "false"):
            gegevens[naam] = JA_NEE[waarde]
    return gegevens | _plek(velden)


def _momenten(
    velden: Velden, namen: Iterable[str], gegevens: dict[str, Any], profielen: Profielen, op: datetime
) -> tuple[Mis, list[Fout]]:
    """Put moments into a statement; what is wrong with them is told by the field of the page."""
    mis: Mis = {}
    bezwaren = []
    for naam in namen:
        dag, uur = MOMENTEN[naam]
        datum, tijd = (str(velden.get(veld, "")).strip() for veld in (dag, uur))
        dagdeel = gekozen_dagdeel(velden) if naam == MOMENT else None
        moment = lees_moment(datum, tijd, _zone(gegevens, profielen), op, dagdeel)
        if isinstance(moment, dict):
            mis |= {dag if veld == "datum" else uur: wat for veld, wat in moment.items()}
            bezwaren.append(Fout(naam, "zie dag en tijd"))
        else:
            gegevens |= {naam: moment} | ({"dagdeel": dagdeel} if dagdeel else {})
    return mis, bezwaren


def gekozen_dagdeel(velden: Mapping[str, object]) -> Dagdeel | None:
    """Give the part of the day that was chosen; none where none was, or one that no page of ours has."""
    gekozen = velden.get("dagdeel")
    return next((deel for deel in Dagdeel if deel == gekozen), None)


def nieuwe_sleutel() -> str:
    """Name a new filling-in of a form."""
    return str(uuid4())


def lees_sleutel(velden: Velden) -> str:
    """Name this filling-in of the form: sent twice, it is one melding.

    Raises:
        OngeldigeInvoer: it carries no such name, so it is no form of ours.
    """
    try:
        return str(UUID(str(velden.get("sleutel"))))
    except ValueError:
        raise OngeldigeInvoer(Fout("formulier", "zonder sleutel")) from None


def _woorden(veld: str, fout: Fout, taal: Taal, lengte: int) -> str:
    if f"fout.{veld}" in taal.teksten and fout.reden != GEEN_OPVANG:
        return taal(f"fout.{veld}", hoogstens=taal.getal(TEKST_HOOGSTENS), gebruikt=taal.getal(lengte), woorden="")
    return f"{fout.reden[:1].upper()}{fout.reden[1:]}".rstrip(".") + "."


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
