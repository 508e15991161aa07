"""A bound on what somebody may send, held while reading: nothing larger ever stands in memory."""

import re
from collections.abc import Mapping

from starlette.exceptions import HTTPException
from starlette.types import Message, Receive

LIMIT = 64 * 1024
"""Bytes: the size of an event, and room for the longest text that a melding may hold."""


_NUL = re.compile(rb"(?<!\\)(?:\\\\)*\\u0000")
"""In JSON it can only stand there written out; after an even number of backslashes it is none."""


def holds_nul(body: bytes) -> bool:
    """Whether a text in this JSON holds the character 0: PostgreSQL stores no such text, and no person types it."""
    return b"u0000" in body and _NUL.search(body) is not None


def announced_too_large(headers: Mapping[bytes, bytes], limit: int = LIMIT) -> bool:
    """Whether the request itself says that it is too large (or says its length in no way we know)."""
    length = headers.get(b"content-length")
    return length is not None and (not length.isdigit() or len(length) > 18 or int(length) > limit)


def is_json(headers: Mapping[bytes, bytes]) -> bool:
    """Whether a body says that it is JSON; no body at all is fine too.

    A form of another site can send text without asking first, but not this: a browser asks for it, and gets a no.
    """
    if headers.get(b"content-length", b"0") == b"0" and b"transfer-encoding" not in headers:
        return True
    kind = headers.get(b"content-type", b"").partition(b";")[0].strip().lower()
    return kind == b"application/json" or (kind.startswith(b"application/") and kind.endswith(b"+json"))


def bounded(receive: Receive, limit: int = LIMIT) -> Receive:
    """Count what comes in; the part that crosses the bound is answered with 413, before anything is parsed."""
    size = 0

    async def counted() -> Message:
        nonlocal size
        message = await receive()
        size += len(message.get("body", b""))
        if size > limit:
            raise HTTPException(413)
        return message

    return counted
