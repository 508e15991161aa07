"""A new link for who comes with one that has expired: the same notice once more, to that role alone. Pure."""

from datetime import datetime, timedelta

from services.escalatie.escalatie import te_bevestigen
from services.escalatie.staat import Escalatie, Vervolg
from shared.contracts.escalatie import LinkGevraagd, Stap

GEDULD = timedelta(minutes=5)
"""So long a notice may be on its way before the same role can ask for another."""


def stap_voor(escalatie: Escalatie, rol: str, stap: Stap) -> Stap | None:
    """Say what a link of this role and step would still be of use for: that step, or the one that follows it."""
    nu = te_bevestigen(escalatie, rol)
    nog_te_doen = stap is not Stap.ONTVANGEN and not escalatie.burgemeester_ingelicht
    return stap if nu is Stap.ONTVANGEN and nog_te_doen else nu


def pas_gevraagd(escalatie: Escalatie, rol: str, op: datetime) -> datetime | None:
    """Say when this role asked, where that is so short ago that the notice may still be on its way."""
    laatst = max((moment for wie, moment in escalatie.links if wie == rol), default=None)
    return laatst if laatst and op - laatst < GEDULD else None


def vraag_link(escalatie: Escalatie, *, rol: str, stap: Stap, trede: int, op: datetime) -> list[Vervolg]:
    """Ask for the notice once more; nothing where there is nothing to confirm, or one is on its way."""
    nodig = stap_voor(escalatie, rol, stap)
    if nodig is None or pas_gevraagd(escalatie, rol, op):
        return []
    return [
        LinkGevraagd(
            gemeente=escalatie.gemeente,
            locatie=escalatie.locatie,
            escalatie_id=escalatie.id,
            rol=rol,
            stap=nodig,
            trede=min(trede, len(escalatie.treden) - 1),
            ronde=-1 - len(escalatie.links),
            op=op,
        )
    ]
