"""The ledger: facts of one service, chained by hash, with everything that must be true at the same moment.

One writer thread takes what waits, runs the use cases one after another, and stores all of it in one durable
transaction (group commit). Facts stand on the recorders of the `eventsourcing` library, on SQLite or PostgreSQL.
"""

from shared.ledger.errors import Break, Conflict, FactTooLarge, Overloaded, StoreUnavailable, UnknownStore
from shared.ledger.ledger import Ledger, open_ledger
from shared.ledger.positions import Position
from shared.ledger.rows import Row, Table, View, from_iso, iso
from shared.ledger.timers import Timer, timer_cancel, timer_set
from shared.ledger.transaction import Transaction
from shared.ledger.uncollected import uncollected
from shared.ledger.writer import Change

__all__ = [
    "Break",
    "Change",
    "Conflict",
    "FactTooLarge",
    "Ledger",
    "Overloaded",
    "Position",
    "Row",
    "StoreUnavailable",
    "Table",
    "Timer",
    "Transaction",
    "UnknownStore",
    "View",
    "from_iso",
    "iso",
    "open_ledger",
    "timer_cancel",
    "timer_set",
    "uncollected",
]
