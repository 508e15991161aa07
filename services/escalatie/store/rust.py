"""The timer that ends an escalation once it has been calm: moved by every follow-up, so no fact sets it."""

from datetime import datetime, timedelta
from uuid import UUID

from shared.facts import Context
from shared.ledger import Row, timer_cancel, timer_set

RUST = "rust"


def rust_rij(escalatie_id: UUID, op: datetime, rust: timedelta, context: Context) -> Row:
    """Look again at this moment."""
    gegevens = {
        "escalatie": str(escalatie_id),
        "rust": int(rust.total_seconds()),
        "correlatie": context.correlatie,
        "oorzaak": context.oorzaak,
    }
    return timer_set(f"{RUST}/{escalatie_id}", RUST, op, gegevens, los=True)


def rust_weg(escalatie_id: UUID) -> Row:
    """There is nothing to look at any more."""
    return timer_cancel(f"{RUST}/{escalatie_id}")
