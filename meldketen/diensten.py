"""The four services by name. Nobody else knows them all."""

from services.escalatie import main as escalatie
from services.escalatie.klok.bewaking import Achter
from services.intake import main as intake
from services.overleg import main as overleg
from services.rapportage import main as rapportage
from services.rapportage.gezondheid import Gezondheid
from shared.dienst import Dienst, Omgeving
from shared.wisregister import Wisregister
from shared.woorden import dienstnaam

NAMEN = ("intake", "overleg", "escalatie", "rapportage")
KUNNEN_WACHTEN = frozenset({"overleg", "rapportage"})
"""Nobody is warned later when these are late: an incident goes through intake and escalatie."""
TITELS = {
    "intake": "Intake: meldingen en incidenten",
    "overleg": "Overleg: vergaderingen, afspraken en maatregelen",
    "escalatie": "Escalatie: drempels en waarschuwingen",
    "rapportage": "Rapportage: weekbeeld en tijdlijnen",
}


def achterstand(gezondheid: Gezondheid | None) -> Achter:
    """Say, in Dutch, which service lags and why: escalatie warns people of it."""

    async def redenen() -> list[str]:
        standen = await gezondheid.standen() if gezondheid else ()
        return [f"{dienstnaam(stand.naam)}: {stand.reden}" for stand in standen if stand.reden]

    return redenen


def bouw(naam: str, omgeving: Omgeving, gezondheid: Gezondheid | None = None) -> Dienst:
    """Put a service together that erases nothing before the register has a line of it.

    `gezondheid` tells the page of `beheer` about all of them.
    """
    dienst = _bouw(naam, omgeving, gezondheid)
    Wisregister(omgeving.instellingen.wisbestand).waak(dienst.ledger)
    return dienst


def _bouw(naam: str, omgeving: Omgeving, gezondheid: Gezondheid | None) -> Dienst:
    match naam:
        case "intake":
            return intake.bouw(omgeving)
        case "overleg":
            return overleg.bouw(omgeving)
        case "escalatie":
            return escalatie.bouw(omgeving, achter=achterstand(gezondheid))
        case "rapportage":
            return rapportage.bouw(omgeving, gezondheid=gezondheid)
        case _:
            raise ValueError(f"there is no service {naam}")
