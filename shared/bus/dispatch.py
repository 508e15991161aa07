"""Which handler an event is for."""

from collections.abc import Callable, Mapping
from typing import Any

from shared.bus.event import Event
from shared.contracts import Fact, read
from shared.ledger import Transaction

Handler = Callable[[Transaction, Any, Event], None]
Handlers = Mapping[type[Fact], Handler]
Raw = Callable[[Transaction, Event], None]
Apply = Callable[[Transaction], None]

_CONTRACTS = "shared.contracts."
_EACH = "elk"


class Dispatch:
    """Handlers by what their facts are called, and by whom; or one that takes every event as it is."""

    def __init__(self, handlers: Handlers | None = None, raw: Raw | None = None) -> None:
        self._raw = raw
        self._by_name = {
            (producer_of(shape), shape.__name__): (shape, done) for shape, done in (handlers or {}).items()
        }

    def wants(self, event: Event) -> bool:
        """Say whether anybody asked for it."""
        return self._raw is not None or self._find(event) is not None

    def prepare(self, event: Event) -> Apply | None:
        """Parse an event and return what is to be done with it; None for one that nobody asked for.

        Raises:
            pydantic.ValidationError: it is not of the shape that its name promises.
        """
        if self._raw is not None:
            raw = self._raw
            return lambda tx: raw(tx, event)
        found = self._find(event)
        if found is None:
            return None
        shape, handler = found
        fact = read(shape, event.data)
        return lambda tx: handler(tx, fact, event)

    def _find(self, event: Event) -> tuple[type[Fact], Handler] | None:
        return self._by_name.get((event.source, event.naam)) or self._by_name.get(("", event.naam))


def producer_of(shape: type[Fact]) -> str:
    """Return which service publishes a contract; empty for one that each of them may publish."""
    module = shape.__module__
    producer = module.removeprefix(_CONTRACTS).partition(".")[0] if module.startswith(_CONTRACTS) else ""
    return "" if producer == _EACH else producer
