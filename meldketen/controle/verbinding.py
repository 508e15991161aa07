"""A connection to the bus for a command: of the running chain, or of a server of our own on the same folder."""

from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager

from nats.aio.client import Client

from meldketen.aansluiting import sluit_aan
from meldketen.gegevensmap import AlInGebruik, Slot
from shared.natsserver import NatsServer, lees_verbinding
from shared.settings import Settings


@asynccontextmanager
async def verbonden(instellingen: Settings, *, maak: bool = False) -> AsyncIterator[Client | None]:
    """Connect; None where there never was a bus, unless `maak` asks for one."""
    async with AsyncExitStack() as stack:
        url = instellingen.nats or _url(stack, instellingen, maak)
        if not url:
            yield None
            return
        broker = await sluit_aan(url, instellingen)
        stack.push_async_callback(broker.stop)
        yield broker.connection


def _url(stack: AsyncExitStack, instellingen: Settings, maak: bool) -> str:
    folder = instellingen.data / "nats"
    try:
        stack.enter_context(Slot(instellingen.data))
    except AlInGebruik:
        verbinding = lees_verbinding(folder)
        return verbinding.url if verbinding else ""
    if not folder.exists() and not maak:
        return ""
    server = NatsServer(folder)
    stack.callback(server.stop)
    return server.start().url
