"""Where steps go: nowhere, until an operator says where. Off, a step costs one look at `TRACING.on`."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace

from shared.tracing.span import Span, allowed, is_trace

Sink = Callable[[Span], None]
"""Takes a step from any thread, and returns at once."""


class Tracing:
    """Of this process, as metrics and the log are. `on`: whether anybody wants to know."""

    def __init__(self) -> None:
        self.on = False
        self._sink: Sink | None = None
        self._below = 0.0

    @contextmanager
    def to(self, sink: Sink, share: float = 1.0) -> Iterator[None]:
        """Hand steps to `sink` until the context ends. `share`: which part of the traces, each whole or not at all."""
        self._sink, self._below, self.on = sink, share * 2**64, True
        try:
            yield
        finally:
            self.on, self._sink = False, None

    def record(self, span: Span) -> None:
        """Tell one step, with what may be told of it."""
        sink = self._sink
        if sink is not None and is_trace(span.trace) and int(span.trace[16:], 16) < self._below:
            sink(replace(span, attributes=allowed(span.attributes)))


TRACING = Tracing()
