"""To a collector of OpenTelemetry, by OTLP over HTTP. Loaded only where an operator named one.

A step is complete when it is told, and carries ids of its own: it needs no tracer, only what the SDK does after that.
A queue that is full drops steps, and a collector that is away holds nothing up.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from threading import Thread

from opentelemetry.exporter.otlp.proto.http.trace_exporter import OTLPSpanExporter
from opentelemetry.sdk.resources import Resource
from opentelemetry.sdk.trace import ReadableSpan
from opentelemetry.sdk.trace.export import BatchSpanProcessor
from opentelemetry.sdk.util.instrumentation import InstrumentationScope
from opentelemetry.trace import SpanContext, SpanKind, Status, StatusCode, TraceFlags

from shared.tracing.recorder import TRACING
from shared.tracing.span import Span

SECONDS = 2.0
"""In which the collector must take what is sent."""
LAST_SECONDS = 3.0
"""In which the last steps may leave at a stop."""
SCOPE = InstrumentationScope("meldketen")


@contextmanager
def exported(address: str, share: float) -> Iterator[None]:
    """Send the steps of this process to `address` (`http://host:4318`) until the context ends."""
    processor = BatchSpanProcessor(OTLPSpanExporter(f"{address.rstrip('/')}/v1/traces", timeout=SECONDS))
    try:
        with TRACING.to(lambda span: processor.on_end(readable(span)), share):
            yield
    finally:
        ending = Thread(target=processor.shutdown, daemon=True)
        ending.start()
        ending.join(LAST_SECONDS)


def readable(span: Span) -> ReadableSpan:
    """Return a step as the SDK knows it."""
    return ReadableSpan(
        span.name,
        context=_context(span.trace, span.id),
        parent=_context(span.trace, span.parent) if span.parent else None,
        resource=_resource(span.dienst),
        attributes=span.attributes,
        kind=SpanKind[span.kind.name],
        status=Status(StatusCode.ERROR) if span.failed else Status(),
        start_time=span.begin,
        end_time=span.end,
        instrumentation_scope=SCOPE,
    )


def _context(trace: str, span: str) -> SpanContext:
    return SpanContext(int(trace, 16), int(span, 16), is_remote=False, trace_flags=TraceFlags(TraceFlags.SAMPLED))


@cache
def _resource(dienst: str) -> Resource:
    return Resource({"service.name": f"meldketen-{dienst}", "service.namespace": "meldketen"})
