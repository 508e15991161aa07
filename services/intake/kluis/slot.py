"""The lock on one reporter's contact details: AES-256-GCM, a random key for each. Pure."""

import json
import secrets
from dataclasses import asdict, dataclass
from uuid import UUID

from cryptography.hazmat.primitives.ciphers.aead import AESGCM

NONCE = 12
BLOK = 384
"""Every contact is this long before it is locked: its length says nothing about what is in it."""


@dataclass(frozen=True, slots=True, repr=False)
class Contact:
    """How to reach somebody. Has no readable `repr`, so it cannot end up in a log or an error by accident."""

    email: str | None = None
    telefoon: str | None = None


def nieuwe_sleutel() -> bytes:
    """Make the key of one reporter."""
    return AESGCM.generate_key(256)


def sluit(sleutel: bytes, contact_id: UUID, contact: Contact) -> bytes:
    """Lock a contact; it opens under its own id only."""
    return verpak(sleutel, contact_id, json.dumps(asdict(contact)).encode().ljust(BLOK))


def ontsluit(sleutel: bytes, contact_id: UUID, versleuteld: bytes) -> Contact:
    """Unlock a contact.

    Raises:
        cryptography.exceptions.InvalidTag: another key, another id, or changed bytes.
    """
    return Contact(**json.loads(pak_uit(sleutel, contact_id, versleuteld)))


def verpak(sleutel: bytes, contact_id: UUID, inhoud: bytes) -> bytes:
    """Lock bytes."""
    nonce = secrets.token_bytes(NONCE)
    return nonce + AESGCM(sleutel).encrypt(nonce, inhoud, contact_id.bytes)


def pak_uit(sleutel: bytes, contact_id: UUID, versleuteld: bytes) -> bytes:
    """Unlock bytes."""
    return AESGCM(sleutel).decrypt(versleuteld[:NONCE], versleuteld[NONCE:], contact_id.bytes)
