"""Questions that a use case asks the tables, as statements with their values."""

from datetime import datetime
from uuid import UUID

from services.overleg.overleg import TE_HOUDEN
from services.overleg.reeks import Cyclus
from shared.ledger import Row, iso


def volgende_overleg(cyclus: Cyclus, na: datetime, tot: datetime | None) -> Row:
    """The earliest meeting of a cycle, later than `na`, whose agenda can still grow."""
    return (
        "SELECT overleg_id, aanvang, status FROM overleggen WHERE gemeente = ? AND reeks = ? AND locatie = ? "
        "AND aanvang > ? AND aanvang <= ? AND status IN (?, ?) "
        "ORDER BY aanvang, overleg_id LIMIT 1",
        (
            cyclus.gemeente,
            cyclus.reeks.code,
            cyclus.locatie.code,
            iso(na),
            iso(tot) if tot else "9999",
            *TE_HOUDEN,
        ),
    )


def staat_op_agenda(agendapunt_id: UUID) -> Row:
    """Whether an item ever stood on an agenda."""
    return "SELECT 1 FROM agendapunten WHERE agendapunt_id = ? LIMIT 1", (str(agendapunt_id),)


def maatregelen_van(betrokkene: UUID) -> Row:
    """Every measure on one betrokkene, also those that ended."""
    return "SELECT maatregel_id FROM maatregelen WHERE betrokkene = ?", (str(betrokkene),)
