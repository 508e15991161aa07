"""Move or cancel one meeting, with a reason, without breaking the order between series."""

from datetime import date, datetime, timedelta
from typing import cast
from uuid import UUID

from services.overleg import reeks as series
from services.overleg.application import cycli
from services.overleg.application.planning import OVERLEG_VOORBIJ, volgende, wek
from services.overleg.overleg import NietTeVerzetten, Overleg, OverlegFact, Status, agendeer, annuleer, given, verzet
from services.overleg.overleg.verloop import Door
from services.overleg.reeks import AansluitingOnjuist, Buur, Cyclus, Voorkomen
from services.overleg.store import zoeken
from shared.ledger import Transaction, from_iso, timer_cancel
from shared.maskering import masker
from shared.profiel import Profiel, Profielen
from shared.teksten import bewaar

ZONDAG = timedelta(days=6)
WEEK = timedelta(weeks=1)
ANDERS = "Een overleg gaat niet door; dit stond op de agenda."


def verzet_op_verzoek(
    tx: Transaction, profielen: Profielen, overleg_id: UUID, naar: datetime, *, toelichting: str
) -> None:
    """Move one meeting; what follows it at once moves along.

    Raises:
        NietTeVerzetten: it began already, or the moment is past or on a public holiday.
        VolgordeOnjuist, TussenOnjuist: another series would come in the wrong order (LVS-1.5, KG-2.2.2).
        AansluitingOnjuist: it goes with another meeting (TB-Winterswijk).
    """
    overleg = given(cast("list[OverlegFact]", tx.facts(overleg_id)))
    cyclus = cycli.vind(tx, profielen, overleg.gemeente, overleg.reeks, overleg.locatie)
    if cyclus.kop and overleg.dag:
        raise AansluitingOnjuist(f"Dit overleg sluit aan op '{cyclus.kop.reeks.naam}'. Verzet dat overleg.")
    toets_dag(cyclus, naar)
    toets_volgorde(tx, profielen, cyclus, overleg, naar)
    zegel = bewaar(tx, masker(toelichting)) if toelichting.strip() else None
    verplaats(tx, cyclus, overleg, naar, regel=cyclus.reeks.regel, tekstzegel=zegel)
    _aansluitende(tx, profielen, cyclus, overleg, naar)


def annuleer_op_verzoek(tx: Transaction, profielen: Profielen, overleg_id: UUID, *, toelichting: str) -> UUID | None:
    """Cancel one meeting; its items move to the next, whose id this gives."""
    overleg = given(cast("list[OverlegFact]", tx.facts(overleg_id)))
    cyclus = cycli.vind(tx, profielen, overleg.gemeente, overleg.reeks, overleg.locatie)
    zegel = bewaar(tx, masker(toelichting)) if toelichting.strip() else None
    return zeg_af(tx, cyclus, overleg, reden="Het overleg gaat niet door.", tekstzegel=zegel)


def verplaats(
    tx: Transaction, cyclus: Cyclus, overleg: Overleg, naar: datetime, *, door: Door = "mens", **waarom: str | None
) -> None:
    """Record that a meeting moves."""
    duur, binnen = cyclus.reeks.duur, cyclus.reeks.sluiten_binnen
    tx.append(overleg.id, *verzet(overleg, naar, op=tx.op, duur=duur, sluiten_binnen=binnen, door=door, **waarom))
    wek(tx, cyclus, overleg.id, Voorkomen(overleg.id, naar, cyclus.reeks.regel))


def zeg_af(
    tx: Transaction, cyclus: Cyclus, overleg: Overleg, *, reden: str, door: Door = "mens", tekstzegel: str | None = None
) -> UUID | None:
    """Record that a meeting does not take place, and put its items on the next, whose id this gives."""
    waarom = {"regel": cyclus.reeks.regel, "tekstzegel": tekstzegel}
    annuleer(overleg, naar=None, reden=reden)  # refuses what cannot be cancelled, before another meeting is made
    verder = volgende(tx, cyclus, ANDERS, behalve=overleg.id) if overleg.open else None
    naar = verder.id if verder else None
    tx.append(overleg.id, *annuleer(overleg, naar=naar, reden=reden, door=door, **waarom))
    tx.execute(*timer_cancel(f"{OVERLEG_VOORBIJ}/{overleg.id}"))
    if verder:
        tx.follow(verder.id)
        tx.append(verder.id, *agendeer(verder, overleg.open, van=overleg.id))
    return naar


def toets_dag(cyclus: Cyclus, naar: datetime) -> None:
    """Refuse a public holiday for a meeting that could as well be on another day."""
    if naam := series.feestdag_ertegen(cyclus, naar):
        raise NietTeVerzetten(f"Op die dag is het {naam}. Kies een andere dag.")


def toets_volgorde(tx: Transaction, profielen: Profielen, cyclus: Cyclus, overleg: Overleg, naar: datetime) -> None:
    """Refuse a moment that breaks the order with the meetings of other series around it."""
    profiel = profielen.van(cyclus.gemeente)
    dag = overleg.dag or overleg.aanvang.astimezone(cyclus.zone).date()
    for buur in series.buren(profiel, cyclus.reeks):
        ander = profiel.reeks(buur.code)
        maandag = series.maandag_van(dag) + buur.weken * WEEK
        for begin, eind in _van_de_buur(tx, profiel, cyclus, buur, maandag):
            if not _in_orde(buur, cyclus, naar, begin, eind):
                raise buur.weigering(_uitleg(buur, cyclus, ander.naam if ander else buur.code))


def _van_de_buur(
    tx: Transaction, profiel: Profiel, cyclus: Cyclus, buur: Buur, maandag: date
) -> list[tuple[datetime, datetime]]:
    """When the other series meets in a week: as it is planned, or, where nothing is planned yet, by its rhythm."""
    rijen = tx.query(*zoeken.in_de_week(cyclus, buur.code, maandag, maandag + ZONDAG, ook_geannuleerd=True))
    if rijen:
        staan = [rij for rij in rijen if rij[2] != Status.GEANNULEERD]
        return [(from_iso(begin), from_iso(eind or begin)) for begin, eind, _ in staan]
    anderen = [each for each in cycli.alle(tx, profiel) if each.reeks.code == buur.code]
    return [
        (voorkomen.aanvang, series.einde(ander, voorkomen.aanvang))
        for ander in anderen
        for voorkomen in series.in_de_week(ander, maandag)
    ]


def _in_orde(buur: Buur, cyclus: Cyclus, naar: datetime, begin: datetime, eind: datetime) -> bool:
    return eind <= naar if buur.eerst else series.einde(cyclus, naar) <= begin


def _uitleg(buur: Buur, cyclus: Cyclus, ander: str) -> str:
    hoe = "ná" if buur.eerst else "vóór"
    return f"'{cyclus.reeks.naam}' hoort {hoe} het overleg '{ander}' te zijn. Kies een ander moment."


def _aansluitende(tx: Transaction, profielen: Profielen, kop: Cyclus, overleg: Overleg, naar: datetime) -> None:
    for cyclus in cycli.alle(tx, profielen.van(kop.gemeente)):
        if cyclus.kop and cyclus.kop.reeks.code == kop.reeks.code and overleg.dag:
            for (volger,) in tx.query(*zoeken.op_dag(cyclus, overleg.dag)):
                mee = given(cast("list[OverlegFact]", tx.facts(UUID(volger))))
                verplaats(tx, cyclus, mee, series.einde(kop, naar), regel=cyclus.reeks.regel)
