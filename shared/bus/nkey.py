"""A process's key at a NATS server: Ed25519, written as NATS writes it (base32, with a kind and a check sum).

The package `nkeys` does the same, but has no wheel: an install here runs no code of a package.
"""

import base64
import binascii
import os
from dataclasses import dataclass
from pathlib import Path
from typing import Self

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

SEED, USER = 18 << 3, 20 << 3
"""The kinds: they show as the letters S and U at the beginning."""


class GeenNkey(Exception):
    """The file does not hold the seed of a user. The text is for the operator."""


@dataclass(frozen=True)
class Nkey:
    """A key with which one process proves who it is; the seed never leaves it."""

    _seed: bytes

    @classmethod
    def nieuw(cls) -> Self:
        """Make one."""
        return cls(os.urandom(32))

    @classmethod
    def lees(cls, pad: Path) -> Self:
        """Read the file with the seed.

        Raises:
            GeenNkey: there is no seed of a user in it.
        """
        try:
            return cls.uit(pad.read_text().strip(), str(pad))
        except (OSError, UnicodeDecodeError) as error:
            raise GeenNkey(f"In {pad} staat geen sleutel (nkey) voor NATS.") from error

    @classmethod
    def uit(cls, seed: str, waar: str) -> Self:
        """Read a seed; `waar` names its place in an error.

        Raises:
            GeenNkey: it is not the seed of a user.
        """
        try:
            raw = base64.b32decode(_vol(seed))
        except ValueError as error:
            raise GeenNkey(f"In {waar} staat geen sleutel (nkey) voor NATS.") from error
        kind = ((raw[0] & 7) << 5) | (raw[1] >> 3) if len(raw) == 36 else 0
        if kind != USER or raw[0] & 0xF8 != SEED or _som(raw[:-2]) != raw[-2:]:
            raise GeenNkey(f"In {waar} staat geen sleutel (nkey) van een gebruiker van NATS.")
        return cls(raw[2:-2])

    @property
    def publiek(self) -> str:
        """The half that the server knows: `U…`."""
        public = Ed25519PrivateKey.from_private_bytes(self._seed).public_key().public_bytes_raw()
        return _geschreven(bytes([USER]) + public)

    @property
    def seed(self) -> str:
        """What stands in the file: `SU…`."""
        return _geschreven(bytes([SEED | USER >> 5, (USER & 0x1F) << 3]) + self._seed)

    def onderteken(self, nonce: str) -> bytes:
        """Answer the server's challenge."""
        return base64.b64encode(Ed25519PrivateKey.from_private_bytes(self._seed).sign(nonce.encode()))


def lees_creds(pad: Path) -> tuple[bytes, Nkey]:
    """Read a `.creds` file: the signed statement (JWT) of who somebody is, and their key.

    Raises:
        GeenNkey: one of the two is not there.
    """
    words = [line.strip() for line in pad.read_text().splitlines() if " " not in line.strip()]
    found = [word for word in words if word and not word.startswith(("-", "*"))]
    if len(found) < 2:
        raise GeenNkey(f"{pad} is geen bestand met toegang tot NATS (.creds).")
    return found[0].encode(), Nkey.uit(found[1], str(pad))


def _geschreven(raw: bytes) -> str:
    return base64.b32encode(raw + _som(raw)).decode().rstrip("=")


def _som(raw: bytes) -> bytes:
    return binascii.crc_hqx(raw, 0).to_bytes(2, "little")


def _vol(text: str) -> str:
    return text + "=" * (-len(text) % 8)
