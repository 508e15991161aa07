"""One counted event against one threshold: does it cross, join what is going on, or wait for more."""

from collections.abc import Callable, Mapping
from datetime import timedelta
from uuid import UUID

from services.escalatie.application.groeien import weeg_groei
from services.escalatie.application.normen import weeg_norm
from services.escalatie.application.openen import Zaken
from services.escalatie.application.tellen import HISTORISCH, besteed, open_escalatie, pas_gesloten
from services.escalatie.drempels.teller import Teller
from services.escalatie.drempels.telling import Overschrijding, Telmoment, overschrijding
from services.escalatie.opening import Waar
from services.escalatie.staat import Status
from services.escalatie.voorval import dag_van
from shared.profiel import Drempel

Oordeel = Callable[[Zaken, Drempel, Teller, Telmoment, Waar], None]
_ALTIJD = timedelta(days=36_500)
"""The window of a threshold without one."""
VERVOLG = "Kort hiervoor is hier een escalatie gesloten. Daarom is één nieuwe melding genoeg."


def weeg(zaken: Zaken, drempel: Drempel, teller: Teller, nieuw: Telmoment, waar: Waar) -> None:
    """Count an event, and act on it."""
    _SOORTEN[drempel.soort](zaken, drempel, teller, nieuw, waar)


def _enkel(zaken: Zaken, drempel: Drempel, teller: Teller, nieuw: Telmoment, waar: Waar) -> None:
    """Each incident is a situation of its own: one escalation for each melding id."""
    if nieuw.historisch:
        zaken.onthoud(teller, nieuw, HISTORISCH)
        zaken.meld_historisch(teller, drempel, (nieuw,), f"historisch/{nieuw.feit}")
        return
    vol = Overschrijding(nieuw.moment, nieuw.moment, (nieuw,))
    escalatie_id = zaken.eenmalig(teller, drempel, waar, vol, f"melding/{nieuw.melding_id}")
    zaken.onthoud(teller, nieuw, str(escalatie_id))


def _aantal(zaken: Zaken, drempel: Drempel, teller: Teller, nieuw: Telmoment, waar: Waar) -> None:
    if not nieuw.historisch and (gaande := zaken.gaande(teller)):
        zaken.onthoud(teller, nieuw, str(gaande))
        zaken.voed(drempel, waar, gaande, nieuw)
        return
    bekend = zaken.rondom(teller, nieuw, venster_van(drempel))
    if vol := None if nieuw.historisch else _vol(drempel, nieuw, bekend):
        _overschreden(zaken, drempel, teller, nieuw, waar, vol)
    elif not nieuw.historisch and (vorige := _net_gesloten(zaken, drempel, teller)):
        een = Overschrijding(nieuw.moment, nieuw.moment, (nieuw,), toelichting=VERVOLG)
        _overschreden(zaken, drempel, teller, nieuw, waar, een, vorige)
    else:
        zaken.onthoud(teller, nieuw)
        _historie(zaken, drempel, teller, nieuw, bekend)


def venster_van(drempel: Drempel) -> timedelta:
    """How long the window is; without one, everything counts together."""
    return drempel.venster or _ALTIJD


def _vol(drempel: Drempel, nieuw: Telmoment, bekend: list[Telmoment]) -> Overschrijding | None:
    """What was registered as history never makes a threshold full."""
    vers = [moment for moment in bekend if not moment.historisch]
    return overschrijding(vers, nieuw, grens=drempel.grens, venster=venster_van(drempel))


def _net_gesloten(zaken: Zaken, drempel: Drempel, teller: Teller) -> UUID | None:
    if drempel.vervolg_binnen is None:
        return None
    return pas_gesloten(zaken.tx, teller, zaken.tx.op - drempel.vervolg_binnen)


def _overschreden(
    zaken: Zaken,
    drempel: Drempel,
    teller: Teller,
    nieuw: Telmoment,
    waar: Waar,
    vol: Overschrijding,
    vorige: UUID | None = None,
) -> None:
    herleefd = open_escalatie(zaken.tx, teller, Status.OPEN, vervallen=True)
    if herleefd:
        zaken.laat_herleven(herleefd, drempel, vol.telling)
    aan = herleefd or zaken.open_of_onderdruk(teller, drempel, waar, vol, f"feit/{zaken.feit}", vorige=vorige)
    besteed(zaken.tx, teller, (moment for moment in vol.momenten if moment != nieuw), str(aan))
    zaken.onthoud(teller, nieuw, str(aan))


def _historie(zaken: Zaken, drempel: Drempel, teller: Teller, nieuw: Telmoment, bekend: list[Telmoment]) -> None:
    """With history it would have been full: that is recorded, and that history does not count here again."""
    alles = overschrijding(bekend, nieuw, grens=drempel.grens, venster=venster_van(drempel))
    if alles:
        besteed(zaken.tx, teller, (moment for moment in alles.momenten if moment.historisch), HISTORISCH)
        zaken.meld_historisch(teller, drempel, alles.momenten, f"historisch/{nieuw.feit}")


def _per_dag(oordeel: Oordeel) -> Oordeel:
    def weeg_dag(zaken: Zaken, drempel: Drempel, teller: Teller, nieuw: Telmoment, waar: Waar) -> None:
        zaken.onthoud(teller, nieuw)
        dag = dag_van(nieuw.moment, zaken.profiel)
        zaken.tel_dag(teller, dag, historisch=nieuw.historisch, aantal=1)
        oordeel(zaken, drempel, teller, nieuw, waar)

    return weeg_dag


_SOORTEN: Mapping[str, Oordeel] = {
    "enkel-incident": _enkel,
    "aantal": _aantal,
    "groei": _per_dag(weeg_groei),
    "jaarnorm": _per_dag(weeg_norm),
}
