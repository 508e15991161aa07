"""Core NATS: what is said now, heard by whoever listens and kept nowhere on the bus."""

import asyncio
from collections.abc import Awaitable, Callable

from nats.aio.client import Client
from nats.aio.msg import Msg


async def listen(nc: Client, subject: str, hear: Callable[[Msg], Awaitable[None]]) -> None:
    """Hand each message on this subject to `hear`, until cancelled."""
    subscription = await nc.subscribe(subject, cb=hear)
    try:
        await asyncio.Event().wait()
    finally:
        if nc.is_connected:
            await subscription.unsubscribe()
