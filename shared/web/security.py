"""What every answer says to a browser, and which names this site answers to."""

import ipaddress
from collections.abc import Iterable
from functools import lru_cache
from urllib.parse import urlsplit

from shared.settings import Settings

Headers = tuple[tuple[bytes, bytes], ...]

CONTENT_SECURITY_POLICY = (
    "default-src 'none'; style-src 'self'; img-src 'self'; script-src 'self'; connect-src 'self'; "
    "form-action 'self'; frame-ancestors 'none'; base-uri 'none'"
)
_LASTING: Headers = (
    (b"content-security-policy", CONTENT_SECURITY_POLICY.encode()),
    (b"strict-transport-security", b"max-age=31536000; includeSubDomains"),
    (b"x-content-type-options", b"nosniff"),
    (b"x-frame-options", b"DENY"),
    (b"referrer-policy", b"no-referrer"),
    (b"permissions-policy", b"camera=(), geolocation=(), microphone=(), payment=(), usb=()"),
    (b"cross-origin-opener-policy", b"same-origin"),
)
ANSWER: Headers = ((b"cache-control", b"no-store"), *_LASTING)


class Hosts:
    """Which `Host` is ours: the configured names, the machine itself, and any bare address.

    A page elsewhere that lets its own name point here (DNS rebinding) arrives under that name, and is refused.
    """

    def __init__(self, names: Iterable[str]) -> None:
        self._names = frozenset(names) | {"localhost"}
        self.allowed = lru_cache(maxsize=256)(self._allowed)

    def _allowed(self, host: bytes) -> bool:
        try:
            name = urlsplit(b"//" + host).hostname
        except ValueError:
            return False
        return name is not None and (name.decode("latin-1") in self._names or _is_address(name))


def _is_address(name: bytes) -> bool:
    try:
        ipaddress.ip_address(name.decode("latin-1"))
    except ValueError:
        return False
    return True


def hosts_of(instellingen: Settings) -> Hosts:
    """Derive the names from how people reach the pages and where the server listens."""
    return Hosts({urlsplit(instellingen.basis_url).hostname or "", instellingen.adres.lower()})
