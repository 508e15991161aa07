"""What was done just now with a melding, said at the top of its page.

The address says only which form was sent; what came of it is read back from the ledger. So an address that somebody
keeps or makes up says nothing that is not so, and after a few minutes nothing at all. (An undone link may stand with
the other melding, and what changed nothing stands nowhere: those two are told by the address alone.)
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Literal
from uuid import UUID

from services.intake.behandeling.staat import wijziging
from services.intake.paginas.stappen import INTREKREDENEN, SLUITREDENEN, VELDEN
from services.intake.paginas.woorden import Woorden
from shared.contracts import Fact
from shared.contracts.intake import (
    Gezegd,
    IncidentGemeld,
    Koppeling,
    MeldingDoorgezet,
    MeldingGeclassificeerd,
    MeldingGecorrigeerd,
    MeldingGekoppeld,
    MeldingGesloten,
    MeldingHeropend,
    MeldingIngetrokken,
    Registratie,
)
from shared.profiel import Drempel, Profiel, Rol
from shared.woorden import AARDEN

NET = timedelta(minutes=5)
NIETS = "niets"
"""A form that changed nothing: it stood so already."""
Alarm = Literal["", "nu", "onzeker"]
Feiten = Sequence[tuple[datetime, Fact]]


@dataclass(frozen=True, slots=True)
class Gedaan:
    """A sentence; `ander`: the melding that it is about as well."""

    zin: str
    ander: UUID | None = None


def gedaan(vorm: str, feiten: Feiten, nu: datetime, woorden: Woorden) -> Gedaan | None:
    """Say what was done with the form of this name; None: nothing, or not just now."""
    if vorm in _ZONDER_FEIT:
        return _ZONDER_FEIT[vorm]
    if vorm not in _ZINNEN:
        return None
    soort, zin = _ZINNEN[vorm]
    net = [feit for op, feit in feiten if isinstance(feit, soort) and nu - op <= NET and getattr(feit, "door", None)]
    return zin(net[-1], woorden) if net else None


def alarm(feiten: Sequence[Fact], profiel: Profiel, *, samen: bool) -> Alarm:
    """Say whether a correction now brings the police their first warning of this incident, or of a weapon (LVS-0.3).

    `samen`: it is one event with another. That one, or an earlier answer, may have warned them before.
    """
    incident, net = feiten[0], [feit for feit in feiten if isinstance(feit, MeldingGecorrigeerd)][-1:]
    if not isinstance(incident, IncidentGemeld) or incident.registratie is Registratie.HISTORISCH:
        return ""
    if net and net[0].wapen is Gezegd.JA and net[0].gevolgen_openbare_orde is None and _gevolgen(feiten):
        return "onzeker" if samen or not _waarschuwt(profiel, incident.locatie) else "nu"
    if not net or not net[0].gevolgen_openbare_orde:
        return ""
    eerder = any(getattr(feit, "gevolgen_openbare_orde", False) for feit in feiten if feit is not net[0])
    return "onzeker" if eerder or samen or not _waarschuwt(profiel, incident.locatie) else "nu"


def _gevolgen(feiten: Sequence[Fact]) -> bool:
    gezegd = [getattr(feit, "gevolgen_openbare_orde", None) for feit in feiten]
    return bool([een for een in gezegd if een is not None][-1])


def _waarschuwt(profiel: Profiel, locatie: str) -> bool:
    """Say whether each incident with consequences at this location warns the police at once."""
    politie = {ladder.code for ladder in profiel.ladders if Rol.POLITIE in ladder.treden[0].rollen}
    return any(_altijd(drempel, locatie) and drempel.ladder in politie for drempel in profiel.drempels)


def _altijd(drempel: Drempel, locatie: str) -> bool:
    nauwer = (drempel.aard, drempel.thema, drempel.plaats, drempel.gebied, drempel.gericht_tegen, drempel.ernst_vanaf)
    hier = not drempel.locaties or locatie in drempel.locaties
    return drempel.soort == "enkel-incident" and bool(drempel.gevolgen_openbare_orde) and hier and not any(nauwer)


def _geclassificeerd(feit: MeldingGeclassificeerd, woorden: Woorden) -> Gedaan:
    thema = woorden.naam("thema", feit.gemeente, feit.thema)
    return Gedaan(f"De aard is nu: {AARDEN[feit.aard]}. Het thema is: {thema}.")


def _gecorrigeerd(feit: MeldingGecorrigeerd, _: Woorden) -> Gedaan:
    velden = ", ".join(VELDEN[veld] for veld in wijziging(feit) if veld in VELDEN)
    return Gedaan(f"Verbeterd: {velden}. Hieronder staat hoe het nu is.")


def _gekoppeld(feit: MeldingGekoppeld, _: Woorden) -> Gedaan:
    hoofd = feit.soort is Koppeling.HOORT_BIJ
    zin = "Gekoppeld. De hoofdmelding is nu:" if hoofd else "Gekoppeld. Over hetzelfde voorval gaat nu ook:"
    return Gedaan(zin, ander=feit.aan)


def _doorgezet(feit: MeldingDoorgezet, woorden: Woorden) -> Gedaan:
    naar = woorden.partner(feit.gemeente, feit.aan)
    if feit.weg == "zelf":
        return Gedaan(f"Vastgelegd: u gaf dit zelf door aan {naar}.")
    return Gedaan(f"Dit gaat naar {naar}. Bij ‘Doorgezet’ ziet u hoe ver het is.")


_ZINNEN: Mapping[str, tuple[type[Fact], Callable[[Any, Woorden], Gedaan]]] = {
    "classificeer": (MeldingGeclassificeerd, _geclassificeerd),
    "corrigeer": (MeldingGecorrigeerd, _gecorrigeerd),
    "trek-in": (MeldingIngetrokken, lambda feit, _: Gedaan(f"Ingetrokken. {INTREKREDENEN[feit.reden]}.")),
    "sluit": (MeldingGesloten, lambda feit, _: Gedaan(f"Afgesloten. {SLUITREDENEN[feit.reden]}.")),
    "heropen": (MeldingHeropend, lambda _, __: Gedaan("Heropend. U kunt er weer aan werken.")),
    "koppel": (MeldingGekoppeld, _gekoppeld),
    "zet-door": (MeldingDoorgezet, _doorgezet),
}
"""By the end of the address to which a form goes."""
_ZONDER_FEIT = {
    NIETS: Gedaan("Er is niets veranderd: het stond er al zo."),
    "ontkoppel": Gedaan("De koppeling is losgemaakt."),
}
