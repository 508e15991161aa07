"""What changed for an escalation after it was opened, and how that is told. Pure."""

from dataclasses import dataclass

from services.escalatie.drempels.telling import Telmoment
from services.escalatie.voorval import Oorzaak
from shared.profiel.schema import Drempel

SLUIT_HAAR = "Bevestig en sluit de escalatie als er niets meer te doen is."
_WAT = {
    "gecorrigeerd": "Een melding die meetelde, is gecorrigeerd en telt niet meer mee.",
    "ingetrokken": "Een melding die meetelde, is ingetrokken.",
    "gekoppeld": "Twee meldingen gaan over hetzelfde voorval en tellen samen één keer.",
    "ontkoppeld": "Twee meldingen gaan toch niet over hetzelfde voorval en tellen weer apart.",
    "heropend": "Een melding telt weer mee.",
    "bijgekomen": "Er kwamen meldingen bij.",
    "alsnog-gebeurd": "Wat uitbleef, is alsnog gebeurd.",
}


@dataclass(frozen=True, slots=True)
class Herziening:
    """Why it was counted again, what fell away, and what is left."""

    oorzaak: Oorzaak
    moment: Telmoment | None
    telling: int
    nog_overschreden: bool


def uitleg(wat: Herziening, drempel: Drempel) -> str:
    """Say what changed and what that means; who was warned decides what to do."""
    return " ".join(deel for deel in (_WAT[wat.oorzaak], _telling(wat, drempel), _slot(wat)) if deel)


def _telling(wat: Herziening, drempel: Drempel) -> str:
    if drempel.soort in ("enkel-incident", "uitblijven"):
        return ""
    return f"De telling is nu {wat.telling}, de grens is {drempel.grens}."


def _slot(wat: Herziening) -> str:
    if wat.nog_overschreden:
        return "De drempel is nog bereikt."
    return f"De drempel is niet meer bereikt. {SLUIT_HAAR}"
