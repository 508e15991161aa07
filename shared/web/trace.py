"""The trace a request belongs to: W3C Trace Context in and out, one id through logs, facts and messages."""

from starlette.requests import Request

from shared.facts import Context
from shared.klok import Klok

SCOPE_KEY, SPAN_KEY = "meldketen.trace", "meldketen.span"


def trace_headers(trace: str, span: str) -> tuple[tuple[bytes, bytes], tuple[bytes, bytes]]:
    """Give the headers of an answer: the id alone for people, and `traceparent` with the step that answered."""
    name = trace.encode()
    return (b"x-trace-id", name), (b"traceparent", b"00-%b-%b-01" % (name, span.encode()))


def trace_id(request: Request) -> str:
    """Name the trace of this request: 32 hex digits."""
    return str(request.scope.get(SCOPE_KEY, ""))


def context(request: Request, klok: Klok) -> Context:
    """Under what a use case records: now, and the trace of this request."""
    return Context(op=klok(), correlatie=trace_id(request), span=str(request.scope.get(SPAN_KEY, "")))
