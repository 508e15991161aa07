"""Why a meeting is held, in words; the rule behind it stands beside it for who wants to look it up."""

from services.overleg.beelden import Overlegbeeld
from shared.profiel.schema import Reeks

FASEN = {
    "voor-aankomst": "zolang de eerste bewoners er nog niet zijn",
    "eerste-maanden": "in de eerste maanden na de komst van de bewoners",
    "daarna": "",
}
RITMEN = {
    "wekelijks": "Dit overleg is iedere week",
    "vast": "Dit overleg is op vaste dagen",
    "ad-hoc": "Dit overleg is er als daar reden voor is",
}
EENMALIG = "Dit overleg is één keer, na de eerste maanden"
AANSLUITEND = "Dit overleg is direct na een ander overleg"
EXTRA = "Dit overleg is extra belegd"


def waarom(overleg: Overlegbeeld, reeks: Reeks | None) -> str:
    """A sentence. What asked for this one meeting goes before the rhythm of its series."""
    if overleg.reden:
        return overleg.reden
    if reeks is None:
        return ""
    return f"{_ritme(overleg, reeks)}."


def _ritme(overleg: Overlegbeeld, reeks: Reeks) -> str:
    if reeks.maanden_na_aankomst:
        return EENMALIG
    if reeks.aansluitend_op:
        return AANSLUITEND
    fase = next((fase for fase in reeks.fasen if fase.regel == overleg.regel), None)
    if fase is None:
        return EXTRA
    wanneer = FASEN[fase.naam] if len({each.regel for each in reeks.fasen}) > 1 else ""
    return " ".join(deel for deel in (RITMEN[fase.ritme], wanneer) if deel)
