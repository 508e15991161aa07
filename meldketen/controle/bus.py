"""The bus, read from its first message to its last: the same chain as in the ledgers, hash by hash."""

import time
from collections.abc import AsyncIterator, Callable, Mapping
from dataclasses import dataclass, field

from nats.aio.client import Client

from meldketen.controle.opslag import staat_in
from shared.bus import GEBEURTENISSEN, Event, Unreadable, from_message
from shared.bus.api import NO_STREAM, ApiError
from shared.bus.chain_rule import Foreign, Gap, after, before, is_next
from shared.bus.pull import SECOND, Pull
from shared.ledger import Ledger, Position

LEZER = {
    "deliver_policy": "all",
    "ack_policy": "none",
    "replay_policy": "instant",
    "mem_storage": True,
    "num_replicas": 1,
    "inactive_threshold": 10 * SECOND,
}
GEDULD = 3.0
"""Seconds in which a running outbox publishes what was committed a moment ago."""


@dataclass
class Busstand:
    """Up to where the bus holds the events of each source, and what is the first thing wrong with it."""

    posities: dict[str, Position] = field(default_factory=dict)
    gebrek: str = ""
    gat: bool = False
    """Events between others are gone: nothing but filling it again helps."""

    def plaats(self, bron: str) -> int:
        """Return the last place of a source that is on the bus."""
        return self.posities[bron].place if bron in self.posities else 0

    def neem(self, event: Event) -> None:
        """Follow the chain of its source by one event."""
        positie = self.posities.get(event.source) or before(event)
        if is_next(event, positie):
            self.posities[event.source] = after(event)


async def lees_bus(nc: Client, doelen: Mapping[str, int]) -> Busstand:
    """Read all of it, and wait a little for what is under way to the places in `doelen`."""
    stand, einde = Busstand(), time.monotonic() + GEDULD

    def klaar() -> bool:
        return all(stand.plaats(bron) >= doel for bron, doel in doelen.items()) or time.monotonic() > einde

    try:
        async for event in _events(nc, klaar):
            stand.neem(event)
    except (Gap, Foreign, Unreadable) as error:
        stand.gebrek, stand.gat = str(error), isinstance(error, Gap)
    except ApiError as error:
        if error.code != NO_STREAM:
            raise
    return stand


async def _events(nc: Client, klaar: Callable[[], bool]) -> AsyncIterator[Event]:
    async with Pull(nc, GEBEURTENISSEN, LEZER) as pull:
        while pull.pending or not klaar():
            for bericht in await pull.next():
                yield from_message(bericht.subject, bericht.headers, bericht.data)


def bus_gebreken(stand: Busstand, ledgers: Mapping[str, Ledger], verwerkt: Mapping[str, int]) -> list[str]:
    """Say where the bus is not what the ledgers are. What only waits to be published is not wrong."""
    if stand.gebrek:
        return [stand.gebrek]
    return [reden for bron, ledger in ledgers.items() if (reden := _gebrek(stand, bron, ledger, verwerkt.get(bron, 0)))]


def _gebrek(stand: Busstand, bron: str, ledger: Ledger, verwerkt: int) -> str:
    positie = stand.posities.get(bron)
    if positie is not None and not staat_in(ledger, positie):
        return f"{bron}, plaats {positie.place}: op de bus staat iets anders dan in het grootboek"
    if stand.plaats(bron) < verwerkt:
        return f"{bron} ontbreekt vanaf plaats {stand.plaats(bron) + 1}, terwijl er tot en met {verwerkt} is verwerkt"
    return ""
