"""Keys as NATS writes them: Ed25519, with a letter that says what it is for and a check (base32)."""

from base64 import b32decode, b32encode
from dataclasses import dataclass

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

ACCOUNT, USER, SEED = 0 << 3, 20 << 3, 18 << 3


@dataclass(frozen=True)
class Sleutelpaar:
    """A private key and what it is for."""

    soort: int
    geheim: Ed25519PrivateKey

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
        raw = b32decode(publiek + "=" * (-len(publiek) % 8))[1:-2]
        Ed25519PublicKey.from_public_bytes(raw).verify(handtekening, data)
    except (InvalidSignature, ValueError):
        return False
    return True


def _write(raw: bytes) -> str:
    return b32encode(raw + _crc16(raw).to_bytes(2, "little")).decode().rstrip("=")


def _crc16(data: bytes) -> int:
    """Check as NATS does (CRC-16/XMODEM)."""
    crc = 0
    for byte in data:
        crc ^= byte << 8
        for _ in range(8):
            crc = (crc << 1 ^ 0x1021 if crc & 0x8000 else crc << 1) & 0xFFFF
    return crc
