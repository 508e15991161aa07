"""The counts beside the facts: each matching event once per threshold, until an escalation has used it.

What was used does not count again: after an escalation, counting starts anew. So a window holds fewer unused events
than the limit, and weighing one event costs the same whatever the history.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import timedelta
from uuid import UUID

from services.escalatie.drempels.telling import Telmoment
from services.escalatie.staat import Status
from shared.ledger import Row, Transaction, from_iso, iso

HISTORISCH = "historisch"


@dataclass(frozen=True, slots=True)
class Teller:
    """One threshold at one location."""

    gemeente: str
    locatie: str
    drempel: str

    @property
    def sleutel(self) -> tuple[str, str, str]:
        """The first columns of each index."""
        return self.gemeente, self.locatie, self.drempel


def open_escalatie(tx: Transaction, teller: Teller, *statussen: Status) -> UUID | None:
    """Find the escalation that is going on at this threshold and location."""
    plaatsen = ", ".join("?" * len(statussen))
    sql = (
        "SELECT escalatie_id FROM escalaties WHERE gemeente = ? AND locatie = ? AND drempel = ? "  # noqa: S608
        f"AND status IN ({plaatsen}) ORDER BY geopend_op DESC LIMIT 1"
    )
    gevonden = tx.query(sql, (*teller.sleutel, *(status.value for status in statussen)))
    return UUID(gevonden[0][0]) if gevonden else None


def rondom(tx: Transaction, teller: Teller, nieuw: Telmoment, venster: timedelta) -> list[Telmoment]:
    """Read the unused events that can share a window with this one."""
    sql = (
        "SELECT moment, feit, melding_id, historisch FROM tellingen WHERE gemeente = ? AND locatie = ? "
        "AND drempel = ? AND besteed_aan = '' AND moment BETWEEN ? AND ? ORDER BY moment"
    )
    rijen = tx.query(sql, (*teller.sleutel, iso(nieuw.moment - venster), iso(nieuw.moment + venster)))
    return [Telmoment(from_iso(moment), feit, UUID(melding), bool(oud)) for moment, feit, melding, oud in rijen]


def onthoud(tx: Transaction, teller: Teller, nieuw: Telmoment, besteed_aan: str = "") -> None:
    """Count an event."""
    sql = (
        "INSERT INTO tellingen (gemeente, locatie, drempel, moment, feit, melding_id, historisch, besteed_aan) "
        "VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (gemeente, locatie, drempel, feit) DO NOTHING"
    )
    rij = (iso(nieuw.moment), nieuw.feit, str(nieuw.melding_id), int(nieuw.historisch), besteed_aan)
    tx.execute(sql, (*teller.sleutel, *rij))


def besteed(tx: Transaction, teller: Teller, momenten: Iterable[Telmoment], aan: str) -> None:
    """Mark events as used."""
    for moment in momenten:
        tx.execute(*_besteed(teller, moment.feit, aan))


def _besteed(teller: Teller, feit: str, aan: str) -> Row:
    sql = "UPDATE tellingen SET besteed_aan = ? WHERE gemeente = ? AND locatie = ? AND drempel = ? AND feit = ?"
    return sql, (aan, *teller.sleutel, feit)
