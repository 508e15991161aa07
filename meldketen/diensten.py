"""The four services by name. Nobody else knows them all."""

from collections.abc import Callable

from services.escalatie import main as escalatie
from services.intake import main as intake
from services.overleg import main as overleg
from services.rapportage import main as rapportage
from shared.dienst import Dienst, Omgeving

BOUWERS: dict[str, Callable[[Omgeving], Dienst]] = {
    "intake": intake.bouw,
    "overleg": overleg.bouw,
    "escalatie": escalatie.bouw,
    "rapportage": rapportage.bouw,
}
NAMEN = tuple(BOUWERS)
TITELS = {
    "intake": "Intake: meldingen en incidenten",
    "overleg": "Overleg: vergaderingen, afspraken en maatregelen",
    "escalatie": "Escalatie: drempels en waarschuwingen",
    "rapportage": "Rapportage: weekbeeld en tijdlijnen",
}
