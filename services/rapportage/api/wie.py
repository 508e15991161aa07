"""Who asks about which location."""

from fastapi import Request

from services.rapportage.application import Rapportagedienst, eis_plek, kijker
from services.rapportage.plek import Kijker, Plek
from shared.web import wie


def voor(request: Request, dienst: Rapportagedienst, locatie: str, gemeente: str | None) -> tuple[Plek, Kijker]:
    """Return the location and with whose eyes it is looked at.

    Raises:
        OngeldigeInvoer, NietGevonden: there is no such location. GeenToegang: it is not theirs.
    """
    wie_kijkt, plek = kijker(wie(request)), dienst.plek(locatie, gemeente)
    eis_plek(wie_kijkt, plek)
    return plek, wie_kijkt
