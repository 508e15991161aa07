"""With whose eyes somebody looks: what the table of actions grants their role, and the place they are bound to."""

from services.rapportage.plek import Kijker, Plek
from services.rapportage.tijdlijn import Zicht
from shared.web import Wie, mag
from shared.web.weigering import GeenToegang


def kijker(wie: Wie) -> Kijker:
    """Say what somebody may see."""
    zicht = Zicht(
        overleg=mag(wie, "overleg.lezen"),
        maatregelen=mag(wie, "maatregelen.lezen"),
        escalaties=mag(wie, "escalatie.lezen"),
        vertrouwelijk=mag(wie, "vertrouwelijk.lezen"),
        drempels=mag(wie, "drempels.lezen"),
        indicatoren=mag(wie, "indicatoren.lezen"),
        hele_getallen=mag(wie, "weekbeeld.lezen"),
        publiceert=mag(wie, "open-data.publiceren"),
    )
    return Kijker(wie.rol, wie.locatie, wie.gemeente, zicht)


def eis_plek(kijker: Kijker, plek: Plek) -> None:
    """Refuse another location or municipality than one's own.

    Raises:
        GeenToegang: 403.
    """
    if not kijker.ziet(plek):
        raise GeenToegang("U ziet alleen uw eigen locatie.")
