"""One step of a trace, and what may be said of it: no words of anybody, no place, no number of a case (promise 7)."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum
from hashlib import blake2b

ATTRIBUTES = frozenset(
    {"http.request.method", "http.response.status_code", "http.route", "messaging.system", "messaging.operation.type"}
    | {"db.operation.name", "meldketen.feit", "meldketen.rol", "meldketen.kanaal"}
)
"""What a step may tell of itself. Adding one is a decision: can a person's data ever be in it?"""
_CODE = re.compile(r"[A-Za-z0-9_./{}:-]{1,100}")
_TRACE = re.compile(r"(?!0{32})[0-9a-f]{32}")


class Kind(Enum):
    """Which part it has between processes, as OpenTelemetry distinguishes them."""

    INTERNAL = "internal"
    SERVER = "server"
    CLIENT = "client"
    PRODUCER = "producer"
    CONSUMER = "consumer"


@dataclass(frozen=True, slots=True)
class Span:
    """A step: `dienst` did `name`, from `begin` to `end` (nanoseconds since 1970), because of the step `parent`."""

    dienst: str
    name: str
    trace: str
    """32 hex digits."""
    id: str
    """16 hex digits."""
    parent: str
    """The same; empty where the trace begins."""
    kind: Kind
    begin: int
    end: int
    attributes: Mapping[str, str | int] = field(default_factory=dict)
    failed: bool = False


def span_id(*what: str) -> str:
    """Return the id that follows from what a step did: whoever knows that, knows the id."""
    return blake2b("/".join(what).encode(), digest_size=8).hexdigest()


def is_trace(name: str) -> bool:
    """Say whether something is the id of a trace: what is recorded outside any request may carry a word instead."""
    return _TRACE.fullmatch(name) is not None


def allowed(attributes: Mapping[str, str | int]) -> dict[str, str | int]:
    """Leave out what is not on the list, and what is no code."""
    return {name: value for name, value in attributes.items() if name in ATTRIBUTES and _is_code(value)}


def _is_code(value: str | int) -> bool:
    return isinstance(value, int) or _CODE.fullmatch(value) is not None
