"""Something that counted does not any more, or happened at another moment: is the threshold still reached?"""

from uuid import UUID

from services.escalatie.application.afweging import venster_van, weeg
from services.escalatie.application.groeien import herreken, weeg_groei
from services.escalatie.application.openen import Zaken
from services.escalatie.application.tellen import HISTORISCH, besteed, bij_escalatie, geef_vrij
from services.escalatie.application.vastleggen import leg_vast
from services.escalatie.drempels.herziening import Herziening
from services.escalatie.drempels.teller import Telrij
from services.escalatie.drempels.telling import Telmoment, vol_venster
from services.escalatie.opening import Waar
from services.escalatie.voorval import Oorzaak, dag_van
from shared.profiel import Drempel

PER_DAG = ("groei", "jaarnorm")


def neem_weg(zaken: Zaken, drempel: Drempel, rij: Telrij, oorzaak: Oorzaak) -> None:
    """Stop counting an event, and count its escalation again."""
    zaken.vergeet(rij.teller, rij.moment)
    if drempel.soort in PER_DAG:
        _van_dag(zaken, rij)
        _herzie_groei(zaken, drempel, rij, oorzaak)
    elif rij.besteed_aan not in ("", HISTORISCH):
        _herzie(zaken, drempel, rij, None, oorzaak)


def verplaats(zaken: Zaken, drempel: Drempel, rij: Telrij, moment: Telmoment, waar: Waar, oorzaak: Oorzaak) -> None:
    """Count an event at another moment, or by another melding of the same event."""
    if rij.moment.feit != moment.feit:
        zaken.vergeet(rij.teller, rij.moment)
    if drempel.soort in PER_DAG:
        _van_dag(zaken, rij)
        zaken.onthoud(rij.teller, moment)
        zaken.tel_dag(rij.teller, dag_van(moment.moment, zaken.profiel), historisch=moment.historisch, aantal=1)
        if not _herzie_groei(zaken, drempel, rij, oorzaak) and drempel.soort == "groei":
            weeg_groei(zaken, drempel, rij.teller, moment, waar)
    elif rij.moment.moment == moment.moment or drempel.soort == "enkel-incident":
        zaken.onthoud(rij.teller, moment, rij.besteed_aan)
    elif rij.besteed_aan in ("", HISTORISCH) or not _herzie(zaken, drempel, rij, moment, oorzaak):
        weeg(zaken, drempel, rij.teller, moment, waar)


def _herzie(zaken: Zaken, drempel: Drempel, rij: Telrij, moment: Telmoment | None, oorzaak: Oorzaak) -> bool:
    """Count the rest again. True: it stays with its escalation; else what that used is free to count again."""
    escalatie_id, venster = UUID(rij.besteed_aan), venster_van(drempel)
    gebruikt = bij_escalatie(zaken.tx, rij.teller, escalatie_id, venster)
    over = [ander for ander in gebruikt if ander.feit != rij.moment.feit] + ([moment] if moment else [])
    meeste = vol_venster(over, grens=1, venster=venster) if drempel.soort == "aantal" else None
    telling = meeste.telling if meeste else 0
    nog = meeste is not None and telling >= drempel.grens
    wat = Herziening(oorzaak, None if moment else rij.moment, telling, nog)
    lopend = leg_vast(zaken.tx, drempel, escalatie_id, wat, zaken.feit)
    if lopend and not nog:
        geef_vrij(zaken.tx, rij.teller, escalatie_id)
        zaken.vervallen.add(escalatie_id)
        zaken.vrij[rij.teller] = [ander for ander in over if ander != moment]
        return False
    if meeste and nog:
        besteed(zaken.tx, rij.teller, (ander for ander in meeste.momenten if ander != moment), rij.besteed_aan)
    if moment:
        zaken.onthoud(rij.teller, moment, rij.besteed_aan)
    return True


def _herzie_groei(zaken: Zaken, drempel: Drempel, rij: Telrij, oorzaak: Oorzaak) -> bool:
    """Compare the days of the alarm again. A norm stays as it was forecast: one melding does not change a year."""
    gaande = zaken.gaande(rij.teller)
    if gaande is None or drempel.soort != "groei":
        return False
    telling, nog = herreken(zaken, drempel, rij.teller, gaande)
    leg_vast(zaken.tx, drempel, gaande, Herziening(oorzaak, rij.moment, telling, nog), zaken.feit)
    if not nog:
        zaken.vervallen.add(gaande)
    return True


def _van_dag(zaken: Zaken, rij: Telrij) -> None:
    dag = dag_van(rij.moment.moment, zaken.profiel)
    zaken.tel_dag(rij.teller, dag, historisch=rij.moment.historisch, aantal=-1)
