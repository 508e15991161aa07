"""Growth, live: the days around an event, and whether they are more than the weeks before explain."""

from datetime import date, datetime, time, timedelta
from uuid import UUID

from services.escalatie.application.dagen import Dagen, eerste_dag
from services.escalatie.application.openen import Zaken
from services.escalatie.application.tellen import in_periode, laatste_alarm
from services.escalatie.application.vastleggen import leg_vast
from services.escalatie.drempels.groei import Recent, ervoor, groei, recent
from services.escalatie.drempels.herziening import Herziening
from services.escalatie.drempels.teller import Teller
from services.escalatie.drempels.telling import Overschrijding, Telmoment
from services.escalatie.drempels.uitleg import groei_in_woorden
from services.escalatie.opening import Waar
from services.escalatie.voorval import dag_van
from shared.contracts.escalatie import DrempelOverschreden, Groeivergelijking, Venster
from shared.profiel import Drempel, Profiel

VIER_WEKEN = timedelta(weeks=4)
GROEI = "groei"


def weeg_groei(zaken: Zaken, drempel: Drempel, teller: Teller, nieuw: Telmoment, waar: Waar) -> None:
    """Join what is going on; else look at every stretch of days that this event lies in."""
    gaande = None if nieuw.historisch else zaken.gaande(teller)
    if gaande:
        _bij_gaande(zaken, drempel, teller, nieuw, waar, gaande)
        return
    gevonden = gegroeid(zaken, drempel, teller, dag_van(nieuw.moment, zaken.profiel), nieuw)
    if gevonden is None:
        return
    laatst, vergelijking = gevonden
    if nieuw.historisch:
        week = date.fromordinal(laatst.tot).isocalendar()
        zaken.meld_historisch(teller, drempel, (nieuw,), f"historisch/groei/{week.year}-{week.week}")
    else:
        _waarschuw(zaken, drempel, teller, nieuw, waar, laatst, vergelijking)


def gegroeid(
    zaken: Zaken, drempel: Drempel, teller: Teller, dag: int, nieuw: Telmoment
) -> tuple[Recent, Groeivergelijking] | None:
    """Find the first stretch of days with this day in it that shows growth; later than today is not known yet."""
    lengte = (drempel.venster or VIER_WEKEN).days
    tot = max(dag, min(dag_van(zaken.tx.op, zaken.profiel), dag + lengte - 1))
    dagen = zaken.dagen(teller, dag - lengte - drempel.vergelijk_met.days, tot)
    sinds = gemeten_sinds(zaken, teller, dag)
    alarm = laatste_alarm(zaken.tx, teller)
    na = dag_van(alarm, zaken.profiel) if alarm else None
    einden = [dag] if nieuw.historisch else range(dag, tot + 1)
    recente = dagen.alles if nieuw.historisch else dagen.direct
    for einde in einden:
        if gevonden := _oordeel(drempel, recente, dagen, einde, na, sinds):
            return gevonden
    return None


def herreken(zaken: Zaken, drempel: Drempel, teller: Teller, escalatie_id: UUID) -> tuple[int, bool]:
    """Compare the days of an alarm again: how many, and is it still growth."""
    laatst = _dagen_van_alarm(zaken, escalatie_id)
    begin = laatst.tot - (drempel.venster or VIER_WEKEN).days - drempel.vergelijk_met.days
    dagen = zaken.dagen(teller, begin, laatst.tot)
    aantal = sum(dagen.direct.get(elk, 0) for elk in range(laatst.van, laatst.tot + 1))
    voor = ervoor(drempel, dagen.alles, laatst.tot, gemeten_sinds(zaken, teller, laatst.van))
    return aantal, voor is not None and groei(drempel, aantal, laatst, voor) is not None


def _waarschuw(
    zaken: Zaken,
    drempel: Drempel,
    teller: Teller,
    nieuw: Telmoment,
    waar: Waar,
    laatst: Recent,
    vergelijking: Groeivergelijking,
) -> None:
    """Open an escalation; as part of a larger one, record all events of it once, and then each that comes on top.

    As long as a larger one goes on, nothing here is used up: naming all of it each time would cost more each time.
    """
    grotere = zaken.grotere(teller, drempel)
    if grotere and zaken.is_onderdrukt(drempel, GROEI, grotere):
        vol, waarvan = Overschrijding(nieuw.moment, nieuw.moment, (nieuw,)), f"feit/{nieuw.feit}"
    else:
        vol = _vol(zaken, drempel, teller, nieuw, laatst, vergelijking)
        waarvan = GROEI if grotere else f"feit/{nieuw.feit}"
    zaken.open_of_onderdruk(teller, drempel, waar, vol, waarvan)


def _bij_gaande(
    zaken: Zaken, drempel: Drempel, teller: Teller, nieuw: Telmoment, waar: Waar, escalatie_id: UUID
) -> None:
    """What comes in late for the weeks before can show that it was no growth after all."""
    zaken.voed(drempel, waar, escalatie_id, nieuw)
    dag = dag_van(nieuw.moment, zaken.profiel)
    if dag < _dagen_van_alarm(zaken, escalatie_id).van:
        telling, nog = herreken(zaken, drempel, teller, escalatie_id)
        if not nog:
            wat = Herziening("bijgekomen", None, telling, nog_overschreden=False)
            leg_vast(zaken.tx, drempel, escalatie_id, wat, zaken.feit)


def _dagen_van_alarm(zaken: Zaken, escalatie_id: UUID) -> Recent:
    gekruist = next(feit for feit in zaken.tx.facts(escalatie_id) if isinstance(feit, DrempelOverschreden))
    venster = gekruist.venster or Venster(van=zaken.tx.op, tot=zaken.tx.op)
    return Recent(dag_van(venster.van, zaken.profiel), dag_van(venster.tot, zaken.profiel))


def gemeten_sinds(zaken: Zaken, teller: Teller, dag: int) -> int:
    """Since which day it is known what happens here: the first residents, the opening, or the first that counted."""
    plek = zaken.profiel.locatie(teller.locatie)
    begin = plek and (plek.eerste_bewoners_op or plek.geopend_op)
    eerste = eerste_dag(zaken.tx, teller)
    bekend = [moment for moment in (begin.toordinal() if begin else None, eerste) if moment is not None]
    return min(bekend, default=dag)


def grenzen(profiel: Profiel, van: int, tot: int) -> tuple[datetime, datetime]:
    """From the first moment of a day to the last of another, as the municipality's clock has it."""
    begin = datetime.combine(date.fromordinal(van), time.min, profiel.zone)
    einde = datetime.combine(date.fromordinal(tot + 1), time.min, profiel.zone) - timedelta(microseconds=1)
    return begin, einde


def _oordeel(
    drempel: Drempel, recente: dict[int, int], dagen: Dagen, einde: int, na: int | None, sinds: int
) -> tuple[Recent, Groeivergelijking] | None:
    laatst = recent(drempel, einde, na)
    aantal = sum(recente.get(dag, 0) for dag in range(laatst.van, laatst.tot + 1)) if laatst else 0
    if laatst is None or aantal < drempel.grens:
        return None
    voor = ervoor(drempel, dagen.alles, einde, sinds)
    gevonden = groei(drempel, aantal, laatst, voor) if voor else None
    return (laatst, gevonden) if gevonden else None


def _vol(
    zaken: Zaken, drempel: Drempel, teller: Teller, nieuw: Telmoment, laatst: Recent, vergelijking: Groeivergelijking
) -> Overschrijding:
    van, tot = grenzen(zaken.profiel, laatst.van, laatst.tot)
    momenten = tuple(sorted({*in_periode(zaken.tx, teller, van, tot), nieuw}))
    tekst = groei_in_woorden(len(momenten), vergelijking)
    return Overschrijding(van, tot, momenten, toelichting=tekst, groei=vergelijking)
