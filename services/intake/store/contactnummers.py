"""Under which number of the vault a reporter's contact details stand. Nothing else about them is here."""

from uuid import UUID

from shared.ledger import Row, Table

CONTACTNUMMERS = Table(
    "contactnummers",
    ("CREATE TABLE IF NOT EXISTS contactnummers (melding_id TEXT PRIMARY KEY, contact_id TEXT NOT NULL)",),
)
CONTACT_VAN = "SELECT contact_id FROM contactnummers WHERE melding_id = ?"
MELDING_VAN = "SELECT melding_id FROM contactnummers WHERE contact_id = ?"
ALLE_CONTACTEN = "SELECT contact_id FROM contactnummers"


def bewaar_contactnummer(melding_id: UUID, contact_id: UUID) -> Row:
    """Keep which contact belongs to a melding."""
    return "INSERT INTO contactnummers (melding_id, contact_id) VALUES (?, ?)", (str(melding_id), str(contact_id))


def wis_contactnummer(melding_id: UUID) -> Row:
    """Forget it."""
    return "DELETE FROM contactnummers WHERE melding_id = ?", (str(melding_id),)
