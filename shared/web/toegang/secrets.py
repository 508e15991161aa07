"""Secrets that are handed out once: 256 random bits, kept as a hash.

A plain SHA-256 is enough here and a slow hash is not needed: nobody can guess 256 bits. Looking one up by its hash
also compares in time that says nothing about the secret.
"""

from hashlib import sha256
from secrets import token_urlsafe

KEY_PREFIX = "mk_"
"""So that a scanner finds a key that strayed into a repository."""


def new_secret(prefix: str = "") -> str:
    """Make one."""
    return prefix + token_urlsafe(32)


def sealed(secret: str) -> str:
    """Give what is kept of it."""
    return sha256(secret.encode()).hexdigest()


def csrf_of(session_code: str) -> str:
    """Derive what forms of a session carry: only who holds the cookie knows it, and it does not tell the cookie."""
    return sha256(b"csrf:" + session_code.encode()).hexdigest()
