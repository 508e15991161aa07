"""The trace a request belongs to: W3C Trace Context in and out, one id through logs, facts and messages."""

import re
from random import getrandbits

from starlette.requests import Request

from shared.facts import Context
from shared.klok import Klok

SCOPE_KEY = "meldketen.trace"
_VERSION, _TRACE, _PARENT, _FLAGS = (
    rb"(?!ff)[0-9a-f]{2}",
    rb"(?!0{32})([0-9a-f]{32})",
    rb"(?!0{16})[0-9a-f]{16}",
    rb"[0-9a-f]{2}",
)
_TRACEPARENT = re.compile(rb"-".join((_VERSION, _TRACE, _PARENT, _FLAGS)) + rb"(?:-.*)?", re.DOTALL)


def continued(traceparent: bytes | None) -> str:
    """Take the trace id that came along, or start a trace where none or an invalid one did."""
    match = _TRACEPARENT.fullmatch(traceparent) if traceparent else None
    return match[1].decode() if match else f"{getrandbits(128) or 1:032x}"


def trace_headers(trace: str) -> tuple[tuple[bytes, bytes], tuple[bytes, bytes]]:
    """Give the headers of an answer: the id alone for people, and `traceparent` with a span of our own."""
    name, span = trace.encode(), b"%016x" % (getrandbits(64) or 1)
    return (b"x-trace-id", name), (b"traceparent", b"00-%b-%b-01" % (name, span))


def trace_id(request: Request) -> str:
    """Name the trace of this request: 32 hex digits."""
    return str(request.scope.get(SCOPE_KEY, ""))


def context(request: Request, klok: Klok) -> Context:
    """Under what a use case records: now, and the trace of this request."""
    return Context(op=klok(), correlatie=trace_id(request))
