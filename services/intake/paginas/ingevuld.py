"""From a filled-in form to a statement, and its objections back to the fields on the page."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any
from uuid import UUID, uuid4
from zoneinfo import ZoneInfo

from services.intake.application import Gelezen, lees
from services.intake.opgave import TEKST_HOOGSTENS, MeldingOpgave
from services.intake.paginas.moment import Mis, lees_moment
from services.intake.paginas.talen import Taal
from shared.facts import Fout, OngeldigeInvoer
from shared.profiel import Profielen

Velden = Mapping[str, str | list[str]]
MOMENT = "voorgevallenOp"
BEREIK = ("email", "telefoon")
ELDERS = ("datum", "tijd", *BEREIK)
"""Fields of the page that have another place in a statement."""
OP_DE_PAGINA = {"gemeente": "locatie", "terugkoppeling.email": "email", "terugkoppeling.telefoon": "telefoon"}


@dataclass(frozen=True, slots=True)
class Ingevuld:
    """What a form says. `mis`: what is wrong with its day and time, which are two fields on the page."""

    gelezen: Gelezen[MeldingOpgave]
    mis: Mis = field(default_factory=dict)

    def per_veld(self, fouten: Iterable[Fout], taal: Taal, volgorde: Iterable[str]) -> dict[str, str]:
        """Give each objection to its field on the page, in words for who fills in the form, in the form's order."""
        gevonden = {veld: taal(f"fout.{veld}.{wat}") for veld, wat in self.mis.items()}
        for fout in fouten:
            veld = OP_DE_PAGINA.get(fout.veld, fout.veld.partition(".")[0])
            if veld != MOMENT:
                gevonden.setdefault(veld, _woorden(veld, fout, taal))
        plek = {veld: nummer for nummer, veld in enumerate(volgorde)}
        return dict(sorted(gevonden.items(), key=lambda paar: plek.get(paar[0], len(plek))))


def lees_formulier(velden: Velden, profielen: Profielen, op: datetime) -> Ingevuld:
    """Read a form. A field that the form does not have goes along, and is refused as everywhere."""
    gegevens: dict[str, Any] = {naam: waarde for naam, waarde in velden.items() if naam not in ELDERS}
    gegevens |= _plek(velden)
    if bereik := {naam: velden[naam] for naam in BEREIK if naam in velden}:
        gegevens["terugkoppeling"] = bereik
    if gegevens.get("publiekeTaak") == "true":
        gegevens["publiekeTaak"] = True
    dag, uur = (str(velden.get(naam, "")).strip() for naam in ("datum", "tijd"))
    moment = lees_moment(dag, uur, _zone(gegevens, profielen), op)
    if isinstance(moment, dict):
        return Ingevuld(lees(MeldingOpgave, gegevens, [Fout(MOMENT, "zie dag en tijd")]), moment)
    return Ingevuld(lees(MeldingOpgave, {**gegevens, MOMENT: moment}))


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


def _woorden(veld: str, fout: Fout, taal: Taal) -> str:
    if f"fout.{veld}" in taal.teksten:
        return taal(f"fout.{veld}", hoogstens=f"{TEKST_HOOGSTENS:,}".replace(",", "."), woorden="")
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
