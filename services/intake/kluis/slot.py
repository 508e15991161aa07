"""The lock on one reporter's contact details: AES-256-GCM, a random key for each. Pure."""

import json
from dataclasses import asdict, dataclass
from uuid import UUID

from shared.kluis import pak_uit, verpak

BLOK = 384
"""Every contact is this long before it is locked: its length says nothing about what is in it."""


@dataclass(frozen=True, slots=True, repr=False)
class Contact:
    """How to reach somebody. Has no readable `repr`, so it cannot end up in a log or an error by accident."""

    email: str | None = None
    telefoon: str | None = None


def sluit(sleutel: bytes, contact_id: UUID, contact: Contact) -> bytes:
    """Lock a contact; it opens under its own id only."""
    return verpak(sleutel, contact_id, json.dumps(asdict(contact)).encode().ljust(BLOK))


def ontsluit(sleutel: bytes, contact_id: UUID, versleuteld: bytes) -> Contact:
    """Unlock a contact.

    Raises:
        cryptography.exceptions.InvalidTag: another key, another id, or changed bytes.
    """
    return Contact(**json.loads(pak_uit(sleutel, contact_id, versleuteld)))
