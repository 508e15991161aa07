"""Keys for NATS, made for one test."""

import os
from dataclasses import dataclass
from pathlib import Path

import nkeys


@dataclass(frozen=True)
class Nkey:
    """The file with the seed, and the public half."""

    pad: Path
    publiek: str

    @classmethod
    def nieuw(cls, pad: Path) -> "Nkey":
        """Make one."""
        seed = nkeys.encode_seed(os.urandom(32), nkeys.PREFIX_BYTE_USER)
        pad.write_bytes(seed)
        pad.chmod(0o600)
        return cls(pad, nkeys.from_seed(bytearray(seed)).public_key.decode())
