"""When the profile or an evaluation changes a series, what was planned follows; what was held stays."""

from datetime import date, datetime
from typing import cast
from uuid import UUID

from services.overleg import reeks as series
from services.overleg.application import cycli
from services.overleg.application.verzetten import ZONDAG, verplaats, zeg_af
from services.overleg.overleg import OverlegFact, given
from services.overleg.reeks import Cyclus, Voorkomen
from services.overleg.store import zoeken
from shared.ledger import Transaction, from_iso
from shared.profiel import Profiel

VOLGT = "Het overleg ervoor is later; de uitkomsten daarvan zijn hier nodig."
HOORT_NIET_MEER = "Op deze dag hoort geen overleg van deze reeks meer: de aankomstdatum of het ritme is veranderd."
ANDER_UUR = "Dag of tijd van de reeks is veranderd."


def volg(tx: Transaction, profiel: Profiel) -> None:
    """Cancel what the series no longer gives, move what it gives at another hour."""
    tx.settle()  # what was planned just now counts too
    for cyclus in cycli.alle(tx, profiel):
        for overleg_id, aanvang, dag in tx.query(*zoeken.gepland_naar_ritme(cyclus, tx.op)):
            _volg(tx, cyclus, UUID(overleg_id), from_iso(aanvang), date.fromisoformat(dag))
    tx.settle()
    for cyclus in cycli.alle(tx, profiel):
        if cyclus.voor:
            _herstel(tx, cyclus, cyclus.voor.reeks.code)


def _volg(tx: Transaction, cyclus: Cyclus, overleg_id: UUID, aanvang: datetime, dag: date) -> None:
    hoort = next(iter(series.naar_ritme(cyclus, dag)), None)
    if hoort is None:
        _vervalt(tx, cyclus, overleg_id)
    elif hoort.aanvang != aanvang:
        _schuift(tx, cyclus, overleg_id, hoort)


def _vervalt(tx: Transaction, cyclus: Cyclus, overleg_id: UUID) -> None:
    overleg = given(cast("list[OverlegFact]", tx.facts(overleg_id)))
    zeg_af(tx, cyclus, overleg, reden=HOORT_NIET_MEER, door="reeks")
    tx.settle()  # the next one to fall out does not move its items to this one


def _schuift(tx: Transaction, cyclus: Cyclus, overleg_id: UUID, hoort: Voorkomen) -> None:
    overleg = given(cast("list[OverlegFact]", tx.facts(overleg_id)))
    if not overleg.door_mens and hoort.aanvang > tx.op:
        verplaats(tx, cyclus, overleg, hoort.aanvang, regel=hoort.regel, reden=ANDER_UUR, door="reeks")


def _herstel(tx: Transaction, cyclus: Cyclus, voor: str) -> None:
    """What somebody moved while there was nothing before it yields when there is (LVS-1.5)."""
    for overleg_id, aanvang, dag in tx.query(*zoeken.gepland_naar_ritme(cyclus, tx.op)):
        maandag = series.maandag_van(date.fromisoformat(dag))
        rijen = tx.query(*zoeken.in_de_week(cyclus, voor, maandag, maandag + ZONDAG))
        klaar = max((from_iso(eind or begin) for begin, eind, _ in rijen), default=from_iso(aanvang))
        if from_iso(aanvang) < klaar:
            overleg = given(cast("list[OverlegFact]", tx.facts(UUID(overleg_id))))
            naar, regel = series.na(cyclus, klaar), cyclus.reeks.regel
            verplaats(tx, cyclus, overleg, naar, regel=regel, reden=VOLGT, door="reeks")
