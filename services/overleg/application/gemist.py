"""A melding that was discussed nowhere in time is told aloud (LVS-2.4, promise 6)."""

from datetime import datetime
from typing import cast
from uuid import UUID, uuid5

from services.overleg.application.agenderen import punt_van, zet_melding
from services.overleg.application.planning import OVERLEG_VOORBIJ
from services.overleg.overleg import Agendapunt, Overleg, OverlegFact, given
from services.overleg.reeks import NAAMRUIMTE
from services.overleg.store import zoeken
from shared.contracts.overleg import AgendaGemist
from shared.ledger import Transaction, timer_cancel
from shared.profiel import Profielen


def overleg_voorbij(tx: Transaction, overleg_id: UUID, uiterlijk: datetime) -> None:
    """Nobody closed this meeting in time: each melding that stands open on it was not discussed.

    Whatever the profile says of its series by now: it stands on this agenda, and on no other.
    """
    tx.execute(*timer_cancel(f"{OVERLEG_VOORBIJ}/{overleg_id}"))
    overleg = given(cast("list[OverlegFact]", tx.facts(overleg_id)))
    tx.append(overleg_id, *_gemist(tx, overleg, uiterlijk))


def melding_zonder_agenda(
    tx: Transaction, profielen: Profielen, melding_id: UUID, gemeente: str, locatie: str, timer: str
) -> None:
    """No series discussed it when it came in: perhaps the profile names one by now, else it is missed."""
    tx.execute(*timer_cancel(timer))
    if tx.query(*zoeken.staat_op_agenda(punt_van(gemeente, melding_id))) or zoek_ingetrokken(tx, melding_id):
        return
    if not zet_melding(tx, profielen, gemeente, locatie, melding_id):
        stroom = uuid5(NAAMRUIMTE, f"{gemeente}/gemist/{melding_id}")
        regel = profielen.van(gemeente).bespreken.regel
        wat = {"gemeente": gemeente, "locatie": locatie, "melding_id": melding_id, "reeks": "", "regel": regel}
        tx.append(stroom, AgendaGemist.model_validate({**wat, "uiterlijk": tx.op}))


def zoek_ingetrokken(tx: Transaction, melding_id: UUID) -> bool:
    """Whether it was withdrawn, or closed at intake, and not opened again."""
    laatste = tx.query(*zoeken.laatste_stand(melding_id))
    return bool(laatste and laatste[0][0] != "MeldingHeropend")


def _gemist(tx: Transaction, overleg: Overleg, uiterlijk: datetime) -> list[AgendaGemist]:
    bekend = {UUID(rij[0]) for rij in tx.query(*zoeken.gemist_van(overleg.gemeente))}
    wat = {**overleg.wat, "reeks": overleg.reeks, "uiterlijk": uiterlijk}
    return [
        AgendaGemist.model_validate({**wat, "regel": punt.regel, "melding_id": melding})
        for punt in overleg.open
        if _is_melding(punt)
        for melding in punt.meldingen
        if melding not in bekend and not zoek_ingetrokken(tx, melding)
    ]


def _is_melding(punt: Agendapunt) -> bool:
    """Its own item: an incident for the COA and an escalation speak of meldingen that stand elsewhere as well."""
    return punt.soort == "melding" or (punt.soort is None and punt.escalatie_id is None)
