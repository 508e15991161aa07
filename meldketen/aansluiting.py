"""The connection of this process to NATS, as the settings say."""

import asyncio

from meldketen.diensten import NAMEN
from shared.bus.broker import Broker
from shared.natsserver import StartMislukt
from shared.settings import Settings

HEEL = "keten"
"""Who a process is that does the work of every service, or looks at all of it."""


async def sluit_aan(url: str, instellingen: Settings, namen: tuple[str, ...] = NAMEN) -> Broker:
    """Connect as the process that runs these services.

    Raises:
        StartMislukt: the server does not answer in time.
    """
    naam = HEEL if namen == NAMEN else "-".join(namen)
    broker = Broker(url, naam=naam, nkey=instellingen.nats_nkey, ca=instellingen.nats_ca)
    try:
        async with asyncio.timeout(instellingen.nats_wacht):
            await broker.connect()
    except TimeoutError:
        await broker.stop()
        raise StartMislukt(
            f"De NATS-server laat ons na {instellingen.nats_wacht:.0f} seconden nog niet binnen. Controleer het adres "
            "bij --nats (of MELDKETEN_NATS), de sleutel (MELDKETEN_NATS_NKEY), en of de server draait."
        ) from None
    return broker
