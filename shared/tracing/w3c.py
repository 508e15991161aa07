"""W3C Trace Context: the header `traceparent`, in and out."""

import re
from random import getrandbits

_VERSION, _TRACE, _PARENT, _FLAGS = (
    rb"(?!ff)[0-9a-f]{2}",
    rb"(?!0{32})([0-9a-f]{32})",
    rb"(?!0{16})([0-9a-f]{16})",
    rb"[0-9a-f]{2}",
)
_TRACEPARENT = re.compile(rb"-".join((_VERSION, _TRACE, _PARENT, _FLAGS)) + rb"(?:-.*)?", re.DOTALL)


def continued(traceparent: bytes | None) -> str:
    """Take the trace id that came along, or start a trace where none or an invalid one did."""
    match = _TRACEPARENT.fullmatch(traceparent) if traceparent else None
    return match[1].decode() if match else f"{getrandbits(128) or 1:032x}"


def parent_of(traceparent: bytes | None) -> str:
    """Return the step that the caller says it was at; empty where it says nothing that can be read."""
    match = _TRACEPARENT.fullmatch(traceparent) if traceparent else None
    return match[2].decode() if match else ""


def new_span() -> str:
    """Return an id for a step that nothing else tells apart: 16 hex digits."""
    return f"{getrandbits(64) or 1:016x}"
