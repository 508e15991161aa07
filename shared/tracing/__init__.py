"""Traces for whoever operates it: every step from a report to the alert, under one id (OpenTelemetry).

Nothing is carried along for it. The id of a trace is the `correlatie` that every fact and message has anyway, and the
id of the step that stored a fact follows from the id of that fact: so a step that comes after a restart, in another
process or on another machine knows what it follows from.
"""

from shared.tracing.recorder import TRACING
from shared.tracing.span import Kind, Span

__all__ = ["TRACING", "Kind", "Span"]
