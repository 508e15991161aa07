"""The bus as an AsyncAPI document, made by FastStream from the contracts themselves.

The pull loop and the outbox work on the connection below FastStream; here they are declared to a broker that is never
connected, so that the document names what really goes over the bus.
"""

import inspect
from collections.abc import Iterable, Mapping
from typing import Any

from faststream.nats import NatsBroker
from faststream.specification.asyncapi import AsyncAPI

from shared.bus.dispatch import producer_of
from shared.bus.event import PREFIX
from shared.contracts import Fact

Shapes = Mapping[str, Iterable[type[Fact]]]


def describe(tells: Shapes, hears: Shapes, *, versie: str, server: str = "nats://127.0.0.1:4222") -> dict[str, Any]:
    """Return the document: which service tells what, and which hears it.

    `tells`, `hears`: by service, the contracts that it publishes, and those that it has a handler for.
    """
    broker = NatsBroker(server, apply_types=False, logger=None)
    for dienst, shapes in tells.items():
        for shape in shapes:
            _tell(broker, dienst, shape)
    for dienst, shapes in hears.items():
        for shape in shapes:
            _hear(broker, dienst, shape)
    document: dict[str, Any] = AsyncAPI(broker, title="Meldketen", version=versie).to_specification().to_jsonable()
    return document


def _tell(broker: NatsBroker, dienst: str, shape: type[Fact]) -> None:
    subject = f"{PREFIX}.{dienst}.{{gemeente}}.{{locatie}}.{shape.__name__}"
    title = f"{dienst} meldt {shape.__name__}"
    broker.publisher(subject, title=title, description=inspect.getdoc(shape), schema=shape)


def _hear(broker: NatsBroker, dienst: str, shape: type[Fact]) -> None:
    async def handler(fact: Fact) -> None:
        """Stand for the handler of this service: the document takes its shape from the parameter."""

    handler.__annotations__["fact"] = shape
    subject = f"{PREFIX}.{producer_of(shape) or '*'}.*.*.{shape.__name__}"
    title = f"{dienst} hoort {shape.__name__}"
    broker.subscriber(subject, title=title, description=inspect.getdoc(shape))(handler)
