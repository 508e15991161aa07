"""What comes on an agenda by itself: meldingen, incidents, escalations, findings of an earlier meeting."""

from collections.abc import Collection
from datetime import datetime
from uuid import UUID, uuid5

from services.overleg import reeks as series
from services.overleg.application import cycli
from services.overleg.application.planning import heeft_ritme, stel_voor, volgende
from services.overleg.overleg import Agendapunt, Overleg, Status, agendeer
from services.overleg.reeks import NAAMRUIMTE, Cyclus, Voorkomen
from services.overleg.store import zoeken
from services.overleg.store.meldingen import onthoud, onthoud_escalatie
from shared.contracts.escalatie import EscalatieGeopend
from shared.contracts.intake import IncidentGemeld, MeldingOntvangen, Registratie
from shared.ledger import Transaction, timer_set
from shared.profiel import Profielen

MELDING_ZONDER_AGENDA = "melding-zonder-agenda"
Waarneming = MeldingOntvangen | IncidentGemeld


def agendeer_melding(tx: Transaction, profielen: Profielen, melding: Waarneming, ontvangen_op: datetime) -> None:
    """Put a melding or incident on the next agenda (LVS-2.4), once, whatever events tell of it.

    Where no series discusses it, it stays visible among the meldingen without a meeting, and is missed in time.
    """
    if melding.registratie is Registratie.HISTORISCH:
        return
    punt_id = punt_van(melding.gemeente, melding.melding_id)
    tx.execute(*onthoud(melding, punt_id, ontvangen_op))
    if not zet_melding(tx, profielen, melding.gemeente, melding.locatie, melding.melding_id):
        gegevens = {"melding": str(melding.melding_id), "gemeente": melding.gemeente, "locatie": melding.locatie}
        op = ontvangen_op + profielen.van(melding.gemeente).bespreken.zonder_overleg_na
        timer = f"{MELDING_ZONDER_AGENDA}/{melding.melding_id}"
        tx.execute(*timer_set(timer, MELDING_ZONDER_AGENDA, op, gegevens, los=True))
    if isinstance(melding, IncidentGemeld):
        _meld_incident(tx, profielen, melding)


def zet_melding(tx: Transaction, profielen: Profielen, gemeente: str, locatie: str, melding_id: UUID) -> bool:
    """Put a melding on the agenda of the series that discusses it; False where the profile names none."""
    cyclus = series.voor_meldingen(profielen.van(gemeente), locatie)
    if cyclus is None:
        return False
    punt_id = punt_van(gemeente, melding_id)
    if not tx.query(*zoeken.staat_op_agenda(punt_id)):
        punt = Agendapunt(punt_id, (melding_id,), cyclus.reeks.meldingen_regel, soort="melding")
        zet_op(tx, volgende(tx, cycli.met_besluit(tx, cyclus), "Er is een melding om te bespreken."), [punt])
    return True


def _meld_incident(tx: Transaction, profielen: Profielen, incident: IncidentGemeld) -> None:
    """Every incident stands on the table of COA and municipality too, also one without consequences (LVS-0.4)."""
    profiel = profielen.van(incident.gemeente)
    cyclus, gewoon = (zoek(profiel, incident.locatie) for zoek in (series.voor_incidenten, series.voor_meldingen))
    punt_id = uuid5(NAAMRUIMTE, f"{incident.gemeente}/incident/{incident.melding_id}")
    if cyclus is None or cyclus == gewoon or tx.query(*zoeken.staat_op_agenda(punt_id)):
        return
    punt = Agendapunt(punt_id, (incident.melding_id,), cyclus.reeks.incidenten_regel, soort="incident")
    zet_op(tx, volgende(tx, cycli.met_besluit(tx, cyclus), "Er is een incident om te bespreken."), [punt])


def stel_overleg_voor(tx: Transaction, profielen: Profielen, escalatie: EscalatieGeopend) -> None:
    """Propose the extra meeting that an escalation asks for (LVS-1.6), once for each escalation."""
    if escalatie.stelt_overleg_voor is None:
        return
    cyclus = cycli.vind(tx, profielen, escalatie.gemeente, escalatie.stelt_overleg_voor, escalatie.locatie)
    sleutel = f"{escalatie.gemeente}/{cyclus.reeks.code}/escalatie/{escalatie.escalatie_id}"
    overleg_id = uuid5(NAAMRUIMTE, sleutel)
    if tx.facts(overleg_id):
        return
    voorkomen = Voorkomen(overleg_id, next(series.ad_hoc(cyclus, tx.op)).aanvang, escalatie.regel)
    drempel = profielen.van(escalatie.gemeente).drempelnaam(escalatie.drempel)
    reden = f"Drempel overschreden: {drempel}."
    stel_voor(tx, cyclus, voorkomen, reden, escalatie.escalatie_id)
    zet_op(tx, _kaal(cyclus, voorkomen), [_escalatiepunt(f"{sleutel}/agendapunt", escalatie)])


def agendeer_escalatie(tx: Transaction, profielen: Profielen, escalatie: EscalatieGeopend) -> None:
    """An escalation stands on the next agenda of the series that discusses meldingen of that place.

    About one melding that stands there already it has no item of its own: one thing is discussed once (LVS-2.4).
    """
    plekken = [escalatie.locatie, *(plek.code for plek in profielen.van(escalatie.gemeente).locaties)]
    gevonden = (series.voor_meldingen(profielen.van(escalatie.gemeente), plek) for plek in plekken)
    cyclus = next((each for each in gevonden if each), None)
    if cyclus is None or cyclus.reeks.code == escalatie.stelt_overleg_voor:
        return
    if _staat_bij_melding(tx, escalatie):
        tx.execute(*onthoud_escalatie(escalatie, escalatie.meldingen[0], tx.op))
        return
    sleutel = f"{escalatie.gemeente}/{cyclus.reeks.code}/bespreek/{escalatie.escalatie_id}"
    punt = _escalatiepunt(sleutel, escalatie.model_copy(update={"meldingen": ()}))  # those have items of their own
    if not tx.query(*zoeken.staat_op_agenda(punt.id)):
        zet_op(tx, volgende(tx, cycli.met_besluit(tx, cyclus), "Er is een escalatie om te bespreken."), [punt])


def geef_bevindingen_door(tx: Transaction, profielen: Profielen, overleg: Overleg) -> None:
    """The findings of a closed meeting stand on the next agenda of the series that they feed (LVS-1.5)."""
    for cyclus in cycli.alle(tx, profielen.van(overleg.gemeente)):
        if cyclus.reeks.na != overleg.reeks or not heeft_ritme(tx, cyclus):
            continue
        punt_id = uuid5(NAAMRUIMTE, f"bevindingen/{overleg.id}/{cyclus.reeks.code}")
        punt = Agendapunt(punt_id, (), cyclus.reeks.regel, soort="bevindingen", onderwerp=overleg.reeks)
        zet_op(tx, volgende(tx, cyclus, "Er zijn bevindingen om te bespreken."), [punt], van=overleg.id)


def zet_op(tx: Transaction, overleg: Overleg, punten: Collection[Agendapunt], *, van: UUID | None = None) -> None:
    """Record that items stand on the agenda of a meeting."""
    tx.follow(overleg.id)
    tx.append(overleg.id, *agendeer(overleg, punten, van=van))


def punt_van(gemeente: str, melding_id: UUID) -> UUID:
    """The id of the item by which a melding is discussed, on whatever agenda it comes."""
    return uuid5(NAAMRUIMTE, f"{gemeente}/melding/{melding_id}")


def _staat_bij_melding(tx: Transaction, escalatie: EscalatieGeopend) -> bool:
    """Whether it is about one melding, whose item nobody has dealt with yet."""
    punten = [punt_van(escalatie.gemeente, melding_id) for melding_id in escalatie.meldingen]
    return len(punten) == 1 and bool(tx.query(*zoeken.staat_open(punten[0])))


def _escalatiepunt(sleutel: str, escalatie: EscalatieGeopend) -> Agendapunt:
    return Agendapunt(
        uuid5(NAAMRUIMTE, sleutel),
        escalatie.meldingen,
        escalatie.regel,
        escalatie_id=escalatie.escalatie_id,
        soort="escalatie",
        onderwerp=escalatie.drempel,
    )


def _kaal(cyclus: Cyclus, voorkomen: Voorkomen) -> Overleg:
    """A meeting that was proposed just now, with nothing on its agenda."""
    plek, status = cyclus.locatie.code, Status.VOORGESTELD
    return Overleg(voorkomen.overleg_id, cyclus.gemeente, plek, cyclus.reeks.code, voorkomen.aanvang, status)
