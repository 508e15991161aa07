"""Deadlines are rows, not sleeps: after any stop the late ones are still there."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from shared.ledger.rows import Row, from_iso, iso

STATEMENTS = (
    "CREATE TABLE IF NOT EXISTS timers (id TEXT PRIMARY KEY, soort TEXT NOT NULL, op TEXT NOT NULL, "
    "gegevens TEXT NOT NULL, afgeleid BIGINT NOT NULL)",
    "CREATE INDEX IF NOT EXISTS timers_op ON timers (op)",
)
DUE = "SELECT id, soort, op, gegevens FROM timers WHERE op <= ? ORDER BY op, id LIMIT ?"
NEXT = "SELECT MIN(op) FROM timers WHERE afgeleid >= ?"


@dataclass(frozen=True)
class Timer:
    """Something that must happen at `op`; `gegevens` is small and holds ids and codes only."""

    id: str
    soort: str
    op: datetime
    gegevens: dict[str, Any]


def timer_set(id: str, soort: str, op: datetime, gegevens: Mapping[str, Any], *, los: bool = False) -> Row:  # noqa: A002
    """Return the row that sets a timer, or moves it. `los`: it does not follow from a fact, so a rebuild leaves it."""
    sql = (
        "INSERT INTO timers (id, soort, op, gegevens, afgeleid) VALUES (?, ?, ?, ?, ?) ON CONFLICT (id) DO UPDATE SET "
        "soort = excluded.soort, op = excluded.op, gegevens = excluded.gegevens, afgeleid = excluded.afgeleid"
    )
    return sql, (id, soort, iso(op), json.dumps(gegevens, sort_keys=True), int(not los))


def timer_cancel(id: str) -> Row:  # noqa: A002
    """Return the row that takes a timer away; no harm where there is none."""
    return "DELETE FROM timers WHERE id = ?", (id,)


def is_about_timers(sql: str) -> bool:
    """Say whether a statement may change what is due; too often costs a look, too seldom a deadline."""
    return "timers" in sql


def to_timer(row: tuple[Any, ...]) -> Timer:
    """Read a row of `DUE`."""
    return Timer(row[0], row[1], from_iso(row[2]), json.loads(row[3]))
