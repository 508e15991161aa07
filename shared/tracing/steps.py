"""Which steps are told: an answer, a fact stored, published and applied, an incident taken over, a notice sent.

Call these only while `TRACING.on`, unless they say otherwise. Moments are nanoseconds since 1970.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from time import time_ns
from typing import Protocol

from shared.facts import Context
from shared.tracing.recorder import TRACING
from shared.tracing.span import Kind, Span, span_id

STORED, PUBLISHED, APPLIED = "opgeslagen", "gepubliceerd", "verwerkt"
SERVER_ERROR = 500


@dataclass(frozen=True, slots=True)
class Request:
    """A request as far as it may be told: its route with names instead of values, never its address."""

    method: str
    route: str
    trace: str
    span: str
    parent: str


@dataclass(frozen=True, slots=True)
class Written:
    """A fact on its way to the disk, since `begin`."""

    id: str
    naam: str
    context: Context
    begin: int


class Told(Protocol):
    """A fact that others hear of: as it is stored, or as an event."""

    @property
    def id(self) -> str:
        """Its id."""

    @property
    def naam(self) -> str:
        """What happened."""

    @property
    def correlatie(self) -> str:
        """The trace it belongs to."""


def answered(dienst: str, request: Request, status: int, seconds: float) -> None:
    """Tell of a request that was answered just now."""
    method, route, end = request.method, request.route, time_ns()
    TRACING.record(
        Span(
            *(dienst, f"{method} {route}".rstrip(), request.trace, request.span, request.parent, Kind.SERVER),
            begin=end - int(seconds * 1e9),
            end=end,
            attributes={"http.request.method": method, "http.route": route, "http.response.status_code": status},
            failed=status >= SERVER_ERROR,
        )
    )


def stored(ledger: str, facts: Iterable[Written]) -> None:
    """Tell of facts that are on disk since now."""
    end = time_ns()
    for fact in facts:
        context, span = fact.context, span_id(STORED, fact.id)
        parent = context.span or _stored(context.oorzaak)
        about: dict[str, str | int] = {"meldketen.feit": fact.naam, "db.operation.name": "append"}
        step = (ledger, f"opslaan {fact.naam}", context.correlatie, span, parent, Kind.INTERNAL)
        TRACING.record(Span(*step, fact.begin, end, about))


def published(dienst: str, facts: Iterable[Told], begin: int) -> None:
    """Tell of facts that stand on the stream since now."""
    end = time_ns()
    for fact in facts:
        span, parent = span_id(PUBLISHED, fact.id), _stored(fact.id)
        step = (dienst, f"publiceren {fact.naam}", fact.correlatie, span, parent, Kind.PRODUCER)
        TRACING.record(Span(*step, begin, end, _on_nats("send", fact.naam)))


def applying(ledger: str, event_id: str) -> str:
    """Return the step of a service that applies an event; empty while nobody wants to know."""
    return span_id(APPLIED, ledger, event_id) if TRACING.on else ""


def applied(ledger: str, events: Iterable[Told], begin: int) -> None:
    """Tell of events whose effect is on disk since now."""
    end = time_ns()
    for event in events:
        span, parent = span_id(APPLIED, ledger, event.id), span_id(PUBLISHED, event.id)
        step = (ledger, f"verwerken {event.naam}", event.correlatie, span, parent, Kind.CONSUMER)
        TRACING.record(Span(*step, begin, end, _on_nats("process", event.naam)))


def taken_over(dienst: str, context: Context, parent: str, begin: int) -> None:
    """Tell of a message from a COA system that is taken over since now."""
    step = (dienst, "overnemen COA-bericht", context.correlatie, context.span, parent, Kind.CONSUMER)
    TRACING.record(Span(*step, begin, time_ns(), _on_nats("process")))


def sent(dienst: str, context: Context, begin: int, *, rol: str, kanaal: str, failed: bool) -> None:
    """Tell of a notice that went out just now, or did not. It follows from the fact that `context` names."""
    step = (dienst, "versturen bericht", context.correlatie, context.span, _stored(context.oorzaak), Kind.CLIENT)
    about: dict[str, str | int] = {"meldketen.rol": rol, "meldketen.kanaal": kanaal}
    TRACING.record(Span(*step, begin, time_ns(), about, failed))


def _on_nats(operation: str, naam: str = "") -> dict[str, str | int]:
    about: dict[str, str | int] = {"messaging.system": "nats", "messaging.operation.type": operation}
    return {**about, "meldketen.feit": naam} if naam else about


def _stored(fact_id: str) -> str:
    return span_id(STORED, fact_id) if fact_id else ""
