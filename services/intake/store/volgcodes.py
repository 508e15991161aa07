"""Under which code a melding can be followed; the code itself is nowhere."""

from shared.ledger import Row, Table

VOLGCODES = Table(
    "volgcodes",
    ("CREATE TABLE IF NOT EXISTS volgcodes (zegel TEXT PRIMARY KEY, melding_id TEXT NOT NULL)",),
)

VAN_VOLGCODE = (
    "SELECT m.ontvangen_op FROM volgcodes v JOIN meldingen m ON m.id = v.melding_id"
    " WHERE v.zegel = ? AND v.melding_id = ?"
)
"""When the melding of a code came in, if it has that code."""


def bewaar_volgcode(zegel: str, melding_id: str) -> Row:
    """Keep under which code a melding can be followed."""
    return ("INSERT INTO volgcodes (zegel, melding_id) VALUES (?, ?)", (zegel, melding_id))
