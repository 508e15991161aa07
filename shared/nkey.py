"""Keys as NATS writes them: Ed25519, with a letter that says what it is for and a check (base32).

The package `nkeys` does the same, but has no wheel: an install here runs no code of a package.
"""

import binascii
from base64 import b32decode, b32encode
from dataclasses import dataclass
from pathlib import Path
from typing import Self

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

ACCOUNT, USER, SEED = 0 << 3, 20 << 3, 18 << 3
SEED_BYTES = 36
"""Two that say what it is, the private key, and the check."""


class GeenNkey(Exception):
    """A file does not hold the key of a user. The text is for the operator."""


@dataclass(frozen=True)
class Sleutelpaar:
    """A private key and what it is for."""

    soort: int
    geheim: Ed25519PrivateKey

    @classmethod
    def uit_seed(cls, seed: str) -> Self:
        """Read the private half of a user.

        Raises:
            ValueError: it is not that.
        """
        raw = _raw(seed)
        if len(raw) != SEED_BYTES or raw[0] & 0xF8 != SEED or _check(raw[:-2]) != raw[-2:]:
            raise ValueError("no seed")
        soort = (raw[0] & 7) << 5 | raw[1] >> 3
        if soort != USER:
            raise ValueError("no seed of a user")
        return cls(soort, Ed25519PrivateKey.from_private_bytes(raw[2:-2]))

    @property
    def publiek(self) -> str:
        """The public half: `U…` of a user, `A…` of an account."""
        return _write(bytes([self.soort]) + self.geheim.public_key().public_bytes_raw())

    @property
    def seed(self) -> str:
        """The private half (`SU…`): never log it."""
        head = bytes([SEED | self.soort >> 5, (self.soort & 31) << 3])
        return _write(head + self.geheim.private_bytes_raw())

    def teken(self, data: bytes) -> bytes:
        """Sign."""
        return self.geheim.sign(data)


def maak(soort: int) -> Sleutelpaar:
    """Make a new pair."""
    return Sleutelpaar(soort, Ed25519PrivateKey.generate())


def klopt(publiek: str, handtekening: bytes, data: bytes) -> bool:
    """Whether the owner of a public key signed this."""
    try:
        Ed25519PublicKey.from_public_bytes(_raw(publiek)[1:-2]).verify(handtekening, data)
    except (InvalidSignature, ValueError):
        return False
    return True


def lees_seed(pad: Path) -> Sleutelpaar:
    """Read the file with the seed of a process.

    Raises:
        GeenNkey: it holds no seed of a user.
    """
    try:
        return Sleutelpaar.uit_seed(pad.read_text().strip())
    except (OSError, ValueError) as error:
        raise GeenNkey(f"In {pad} staat geen sleutel (nkey) van een gebruiker van NATS.") from error


def lees_creds(pad: Path) -> tuple[bytes, Sleutelpaar]:
    """Read a `.creds` file: the signed statement (JWT) of who somebody is, and their key.

    Raises:
        GeenNkey: one of the two is not there.
    """
    try:
        words = [line.strip() for line in pad.read_text().splitlines() if " " not in line.strip()]
        jwt, seed = [word for word in words if word and not word.startswith(("-", "*"))]
        return jwt.encode(), Sleutelpaar.uit_seed(seed)
    except (OSError, ValueError) as error:
        raise GeenNkey(f"{pad} is geen bestand met toegang tot NATS (.creds).") from error


def _write(raw: bytes) -> str:
    return b32encode(raw + _check(raw)).decode().rstrip("=")


def _raw(text: str) -> bytes:
    return b32decode(text + "=" * (-len(text) % 8))


def _check(raw: bytes) -> bytes:
    """CRC-16/XMODEM, as NATS does."""
    return binascii.crc_hqx(raw, 0).to_bytes(2, "little")
