"""Questions that a use case of measures asks the tables, as statements with their values."""

from datetime import datetime, timedelta
from uuid import UUID

from shared.ledger import Row, iso

TERUG = timedelta(days=2)
"""What ended longer ago than this follows nothing any more without a break."""


def van_betrokkene(betrokkene: UUID) -> Row:
    """Every measure on one betrokkene, also those that ended."""
    return "SELECT maatregel_id FROM maatregelen WHERE betrokkene = ?", (str(betrokkene),)


def in_gebied(gemeente: str, gebied: str, op: datetime) -> Row:
    """The measures on one area that run, will run or ended a short while ago."""
    return (
        "SELECT maatregel_id FROM maatregelen WHERE gemeente = ? AND gebied = ? AND gericht_op = 'gebied' "
        "AND ingetrokken_op IS NULL AND (eindigt IS NULL OR eindigt >= ?)",
        (gemeente, gebied, iso(op - TERUG)),
    )


def einden_van(betrokkene: UUID) -> Row:
    """When each measure on one betrokkene ended or will end."""
    return "SELECT ingetrokken_op, eindigt FROM maatregelen WHERE betrokkene = ?", (str(betrokkene),)
