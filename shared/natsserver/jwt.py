"""The tokens of NATS: claims, signed with an nkey."""

import json
import secrets
import time
from base64 import urlsafe_b64decode, urlsafe_b64encode
from collections.abc import Mapping
from typing import Any

from shared.nkey import Sleutelpaar

_HEAD = {"typ": "JWT", "alg": "ed25519-nkey"}


def teken(sleutel: Sleutelpaar, *, over: str, nats: Mapping[str, Any], **claims: Any) -> str:
    """Sign claims about the public key `over`."""
    alles = {
        **claims,
        "jti": secrets.token_hex(16),
        "iat": int(time.time()),
        "iss": sleutel.publiek,
        "sub": over,
        "nats": {**nats, "version": 2},
    }
    head = f"{_part(_HEAD)}.{_part(alles)}"
    return f"{head}.{_b64(sleutel.teken(head.encode()))}"


def lees(token: bytes) -> dict[str, Any]:
    """Read claims, without looking at who signed them.

    Raises:
        ValueError: it is no token.
    """
    parts = token.split(b".")
    if len(parts) != 3:
        raise ValueError("no token")
    found = json.loads(urlsafe_b64decode(parts[1] + b"=" * (-len(parts[1]) % 4)))
    if not isinstance(found, dict):
        raise ValueError("no claims")  # noqa: TRY004  one error for all that is wrong
    return found


def _part(value: object) -> str:
    return _b64(json.dumps(value, separators=(",", ":")).encode())


def _b64(raw: bytes) -> str:
    return urlsafe_b64encode(raw).rstrip(b"=").decode()
