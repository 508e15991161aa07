"""The lock: AES-256-GCM, bound to the number it stands under. Pure."""

import secrets
from uuid import UUID

from cryptography.hazmat.primitives.ciphers.aead import AESGCM

NONCE = 12


def nieuwe_sleutel() -> bytes:
    """Make the key of one entry."""
    return AESGCM.generate_key(256)


def verpak(sleutel: bytes, nummer: UUID, inhoud: bytes) -> bytes:
    """Lock bytes; they open under their own number only."""
    nonce = secrets.token_bytes(NONCE)
    return nonce + AESGCM(sleutel).encrypt(nonce, inhoud, nummer.bytes)


def pak_uit(sleutel: bytes, nummer: UUID, versleuteld: bytes) -> bytes:
    """Unlock bytes.

    Raises:
        cryptography.exceptions.InvalidTag: another key, another number, or changed bytes.
    """
    return AESGCM(sleutel).decrypt(versleuteld[:NONCE], versleuteld[NONCE:], nummer.bytes)
