"""The calendar: plan each series up to its horizon, follow the profile when it changes, find the next meeting."""

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import count
from typing import cast
from uuid import UUID

from services.overleg import reeks as series
from services.overleg.application import cycli
from services.overleg.overleg import Overleg, OverlegFact, Status, given
from services.overleg.reeks import Cyclus, Voorkomen
from services.overleg.store import zoeken
from shared.contracts.overleg import OverlegGepland, OverlegVoorgesteld
from shared.ledger import Transaction, from_iso, timer_set
from shared.profiel import Profiel

OVERLEG_VOORBIJ = "overleg-voorbij"
PLAN_VOORUIT = "plan-vooruit"
DAG = timedelta(days=1)


def plan_vooruit(tx: Transaction, profiel: Profiel) -> None:
    """Plan every series of a municipality up to its horizon. What is planned already stays as it is."""
    for cyclus in cycli.alle(tx, profiel):
        for voorkomen in series.voorkomens(cyclus, tx.op, tx.op + cyclus.reeks.vooruit):
            plan(tx, cyclus, voorkomen)


def volgende(tx: Transaction, cyclus: Cyclus, reden: str, *, behalve: UUID | None = None) -> Overleg:
    """The next meeting with room on its agenda: the first by rhythm, or, without rhythm, one that is proposed now.

    It comes without the items that stand on it already: in a riot those are thousands, and a new one is not among them.
    """
    ritme = heeft_ritme(tx, cyclus)
    tot = None if ritme else tx.op + cyclus.reeks.ad_hoc_binnen
    for overleg_id, aanvang, status, dag in tx.query(*zoeken.volgende_overleg(cyclus, tx.op, tot, behalve)):
        dag_ervan = date.fromisoformat(dag) if dag else None
        wat = (cyclus.gemeente, cyclus.locatie.code, cyclus.reeks.code, from_iso(aanvang), Status(status))
        return Overleg(UUID(overleg_id), *wat, dag=dag_ervan)
    for voorkomen in series.voorkomens(cyclus, tx.op, tx.op + cyclus.reeks.vooruit) if ritme else ():
        if plan(tx, cyclus, voorkomen):
            return _overleg(tx, voorkomen.overleg_id)
    voorstel = next(voorkomen for voorkomen in series.ad_hoc(cyclus, tx.op) if not tx.facts(voorkomen.overleg_id))
    stel_voor(tx, cyclus, voorstel, reden)
    return _overleg(tx, voorstel.overleg_id)


def heeft_ritme(tx: Transaction, cyclus: Cyclus) -> bool:
    """Whether the series meets by rhythm today."""
    dag = tx.op.astimezone(cyclus.zone).date()
    return bool(cyclus.kop or series.ritme_op(cyclus, dag))


def plan(tx: Transaction, cyclus: Cyclus, voorkomen: Voorkomen) -> bool:
    """Plan a meeting unless it stands already, or somebody cancelled it."""
    for overleg_id in _ids(cyclus, voorkomen):
        eerder = tx.facts(overleg_id)
        if not eerder:
            tx.append(overleg_id, _gepland(cyclus, voorkomen, overleg_id))
            wek(tx, cyclus, overleg_id, voorkomen)
            return True
        if not given(cast("list[OverlegFact]", eerder)).vervallen:
            return False
    return False


def stel_voor(
    tx: Transaction, cyclus: Cyclus, voorkomen: Voorkomen, reden: str, escalatie_id: UUID | None = None
) -> None:
    """Propose a meeting outside the rhythm."""
    wat = {**wat_van(cyclus, voorkomen), "reden": reden, "escalatie_id": escalatie_id}
    tx.append(voorkomen.overleg_id, OverlegVoorgesteld.model_validate(wat))
    wek(tx, cyclus, voorkomen.overleg_id, voorkomen)


def wek(tx: Transaction, cyclus: Cyclus, overleg_id: UUID, voorkomen: Voorkomen) -> None:
    """Look again when it should have been closed (LVS-2.4)."""
    op = voorkomen.aanvang + cyclus.reeks.sluiten_binnen
    gegevens = {"overleg": str(overleg_id)}
    tx.execute(*timer_set(f"{OVERLEG_VOORBIJ}/{overleg_id}", OVERLEG_VOORBIJ, op, gegevens, los=True))


def wat_van(cyclus: Cyclus, voorkomen: Voorkomen) -> dict[str, object]:
    """What the announcement of a meeting says."""
    return {
        "gemeente": cyclus.gemeente,
        "locatie": cyclus.locatie.code,
        "overleg_id": voorkomen.overleg_id,
        "soort": cyclus.reeks.soort,
        "reeks": cyclus.reeks.code,
        "aanvang": voorkomen.aanvang,
        "einde": series.einde(cyclus, voorkomen.aanvang),
        "sluiten_voor": voorkomen.aanvang + cyclus.reeks.sluiten_binnen,
        "deelnemers": cyclus.reeks.deelnemers,
        "regel": voorkomen.regel,
        "dag": voorkomen.dag,
    }


def _gepland(cyclus: Cyclus, voorkomen: Voorkomen, overleg_id: UUID) -> OverlegGepland:
    wat = {**wat_van(cyclus, voorkomen), "overleg_id": overleg_id, "voorlopig": voorkomen.voorlopig}
    return OverlegGepland.model_validate(wat)


def _ids(cyclus: Cyclus, voorkomen: Voorkomen) -> Iterator[UUID]:
    """The id of a day, and the next ones for when the series left that day and came back."""
    yield voorkomen.overleg_id
    for nr in count(2):
        yield series.id_van(cyclus, f"{voorkomen.dag}/keer-{nr}")


def _overleg(tx: Transaction, overleg_id: UUID) -> Overleg:
    return given(cast("list[OverlegFact]", tx.facts(overleg_id)))
