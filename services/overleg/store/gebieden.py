"""Where and when meldingen happened, for the picture around a measure: kept beside the facts, they are intake's."""

from services.overleg.store.bouwstenen import change, insert
from shared.contracts.intake import (
    IncidentGemeld,
    MeldingGecorrigeerd,
    MeldingHeropend,
    MeldingIngetrokken,
    MeldingOntvangen,
)
from shared.ledger import Row, Table, iso

MELDINGEN_PER_GEBIED = Table(
    "meldingen_per_gebied",
    (
        "CREATE TABLE IF NOT EXISTS meldingen_per_gebied (melding_id TEXT PRIMARY KEY, gemeente TEXT NOT NULL, "
        "locatie TEXT NOT NULL, gebied TEXT, voorgevallen_op TEXT NOT NULL, ingetrokken BIGINT NOT NULL)",
        "CREATE INDEX IF NOT EXISTS meldingen_per_gebied_tijd ON meldingen_per_gebied (gemeente, voorgevallen_op)",
    ),
)


def onthoud_gebied(melding: MeldingOntvangen | IncidentGemeld) -> Row:
    """The row of one melding, also of one from the past."""
    return insert(
        MELDINGEN_PER_GEBIED.name,
        {
            "melding_id": str(melding.melding_id),
            "gemeente": melding.gemeente,
            "locatie": melding.locatie,
            "gebied": melding.gebied,
            "voorgevallen_op": iso(melding.voorgevallen_op),
            "ingetrokken": 0,
        },
    )


def werk_gebied_bij(fact: object) -> list[Row]:
    """What a later fact of intake changes in that row."""
    if isinstance(fact, MeldingGecorrigeerd):
        nieuw: dict[str, object] = {"gebied": fact.gebied} if fact.gebied is not None else {}
        if fact.voorgevallen_op is not None:
            nieuw["voorgevallen_op"] = iso(fact.voorgevallen_op)
        return [_zet(fact, nieuw)] if nieuw else []
    if isinstance(fact, MeldingIngetrokken | MeldingHeropend):
        return [_zet(fact, {"ingetrokken": int(isinstance(fact, MeldingIngetrokken))})]
    return []


def _zet(fact: MeldingGecorrigeerd | MeldingIngetrokken | MeldingHeropend, waarden: dict[str, object]) -> Row:
    return change(MELDINGEN_PER_GEBIED.name, {"melding_id": str(fact.melding_id)}, waarden)
