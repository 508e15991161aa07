"""Up to where a consumer has applied each source: place, chain and hash, kept with the effects themselves."""

from dataclasses import dataclass
from typing import Any

from shared.ledger.rows import Row

STATEMENTS = (
    "CREATE TABLE IF NOT EXISTS posities (bron TEXT PRIMARY KEY, plaats BIGINT NOT NULL, keten TEXT NOT NULL, "
    "hash TEXT NOT NULL)",
)
SELECT = "SELECT bron, plaats, keten, hash FROM posities"
SELECT_ONE = "SELECT plaats FROM posities WHERE bron = ?"


@dataclass(frozen=True)
class Position:
    """The last event applied of one source."""

    place: int
    chain_id: str
    hash: bytes


def position_set(source: str, position: Position) -> Row:
    """Return the row that moves the place of one source."""
    sql = (
        "INSERT INTO posities (bron, plaats, keten, hash) VALUES (?, ?, ?, ?) ON CONFLICT (bron) DO UPDATE SET "
        "plaats = excluded.plaats, keten = excluded.keten, hash = excluded.hash"
    )
    return sql, (source, position.place, position.chain_id, position.hash.hex())


def to_positions(rows: list[tuple[Any, ...]]) -> dict[str, Position]:
    """Read the rows of `SELECT`."""
    return {row[0]: Position(row[1], row[2], bytes.fromhex(row[3])) for row in rows}
