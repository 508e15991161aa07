"""Messages that can never work: set apart with the reason, visible, and replayable after a fix."""

import json
from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Any
from uuid import UUID, uuid5

from pydantic import ValidationError

from shared.bus.event import Event
from shared.facts import Rejected
from shared.ledger import Ledger, Row, Table, from_iso, iso

NAMESPACE = UUID("6f4be6b7-8c3c-4f27-9f0e-2b8e1f1f7a55")
OPEN = "open"
DONE = "gedaan"
LONGEST_REASON = 500

QUARANTAINE = Table(
    "quarantaine",
    (
        "CREATE TABLE IF NOT EXISTS quarantaine (id TEXT PRIMARY KEY, bron TEXT NOT NULL, plaats BIGINT NOT NULL, "
        "naam TEXT NOT NULL, kop TEXT NOT NULL, data BYTEA NOT NULL, reden TEXT NOT NULL, sinds TEXT NOT NULL, "
        "status TEXT NOT NULL)",
    ),
)
SELECT_ONE = "SELECT kop, data FROM quarantaine WHERE id = ? AND status = ?"
SELECT_OPEN = "SELECT id, bron, plaats, naam, reden, sinds FROM quarantaine WHERE status = ? ORDER BY sinds, plaats"
COUNT = "SELECT COUNT(*) FROM quarantaine WHERE status = ?"


@dataclass(frozen=True)
class Quarantined:
    """One message that waits for a person. `plaats` counts in the ledger of `bron`."""

    id: str
    bron: str
    plaats: int
    naam: str
    reden: str
    sinds: datetime


async def quarantined(ledger: Ledger) -> list[Quarantined]:
    """Return what waits, oldest first."""
    rows = await ledger.query(SELECT_OPEN, (OPEN,))
    return [Quarantined(key, bron, plaats, naam, reden, from_iso(op)) for key, bron, plaats, naam, reden, op in rows]


async def count_quarantined(ledger: Ledger) -> int:
    """Return how many wait."""
    return int((await ledger.query(COUNT, (OPEN,)))[0][0])


def quarantine_id(event: Event) -> str:
    """Return the same id for the same event, however often it comes."""
    return str(uuid5(NAMESPACE, f"{event.source} {event.chain_id} {event.place}"))


def set_apart(event: Event, reden: str, sinds: datetime) -> Row:
    """Return the row that keeps an event as it came."""
    sql = (
        "INSERT INTO quarantaine (id, bron, plaats, naam, kop, data, reden, sinds, status) "
        "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO NOTHING"
    )
    values = (event.source, event.place, event.naam, _head(event), event.data, reden[:LONGEST_REASON], iso(sinds), OPEN)
    return sql, (quarantine_id(event), *values)


def mark_done(quarantine_id: str) -> Row:
    """Return the row that says that a message was handled after all."""
    return "UPDATE quarantaine SET status = ? WHERE id = ?", (DONE, quarantine_id)


def to_event(head: str, data: bytes) -> Event:
    """Read back what `set_apart` kept."""
    fields: dict[str, Any] = json.loads(head)
    moment, stream = fields.pop("tijd"), fields.pop("stream")
    return Event(
        **{
            **fields,
            "moment": moment,
            "stream_id": stream,
            "hash": bytes.fromhex(fields["hash"]),
            "data": bytes(data),
        }
    )


def reason(error: Exception) -> str:
    """Say what is wrong without repeating a value: which field, which rule, or the kind of mistake."""
    if isinstance(error, ValidationError):
        return "; ".join(f"{'.'.join(map(str, each['loc']))}: {each['type']}" for each in error.errors())
    if isinstance(error, Rejected):
        return f"{type(error).__name__}: {error.reden}"
    return type(error).__name__


def _head(event: Event) -> str:
    fields = asdict(event)
    del fields["data"]
    fields.update(hash=event.hash.hex(), tijd=fields.pop("moment"), stream=fields.pop("stream_id"))
    return json.dumps(fields)
