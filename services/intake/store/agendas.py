"""Which meldingen stand on which agenda, as overleg told: so that who prepares a meeting reads them on one page."""

from uuid import UUID

from shared.ledger import Row, Table

OP_AGENDAS = Table(
    "op_agendas",
    (
        "CREATE TABLE IF NOT EXISTS op_agendas (overleg_id TEXT NOT NULL, melding_id TEXT NOT NULL,"
        " vertrouwelijk BIGINT NOT NULL, place BIGINT NOT NULL, PRIMARY KEY (overleg_id, melding_id))",
    ),
)
"""Overleg's facts are not ours, so no view can build this again: the bus handler writes it."""
VAN_AGENDA = "SELECT melding_id, vertrouwelijk FROM op_agendas WHERE overleg_id = ? ORDER BY place, melding_id LIMIT ?"


def zet_op_agenda(overleg_id: UUID, melding_id: UUID, place: int, *, vertrouwelijk: bool) -> Row:
    """Keep that it stands there, once; an open item about it makes that it may be seen."""
    sql = (
        "INSERT INTO op_agendas (overleg_id, melding_id, vertrouwelijk, place) VALUES (?, ?, ?, ?)"
        " ON CONFLICT (overleg_id, melding_id) DO UPDATE"
        " SET vertrouwelijk = CASE WHEN excluded.vertrouwelijk = 0 THEN 0 ELSE op_agendas.vertrouwelijk END"
    )
    return sql, (str(overleg_id), str(melding_id), int(vertrouwelijk), place)
