"""The trace a request belongs to: W3C Trace Context in and out, one id through logs, facts and messages."""

from starlette.requests import Request

from shared.facts import Context
from shared.klok import Klok

SCOPE_KEY = "meldketen.trace"


def trace_id(request: Request) -> str:
    """The 32 hex digits that name this trace."""
    return str(request.scope.get(SCOPE_KEY, ""))


def context(request: Request, klok: Klok) -> Context:
    """Under what a use case records: now, and the trace of this request."""
    return Context(op=klok(), correlatie=trace_id(request))
