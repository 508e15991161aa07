"""What was done just now with a melding, said at the top of its page.

The address says only which form was sent; what came of it is read back from the ledger. So an address that somebody
keeps or makes up says nothing that is not so, and after a few minutes nothing at all. (An undone link may stand with
the other melding, and what changed nothing stands nowhere: those two are told by the address alone.)
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from services.intake.behandeling.staat import wijziging
from services.intake.paginas.stappen import INTREKREDENEN, SLUITREDENEN, VELDEN
from services.intake.paginas.woorden import Woorden
from shared.contracts import Fact
from shared.contracts.intake import (
    Koppeling,
    MeldingDoorgezet,
    MeldingGeclassificeerd,
    MeldingGecorrigeerd,
    MeldingGekoppeld,
    MeldingGesloten,
    MeldingHeropend,
    MeldingIngetrokken,
)
from shared.woorden import AARDEN

NET = timedelta(minutes=5)
NIETS = "niets"
"""A form that changed nothing: it stood so already."""
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
