"""A real server of its own for a measurement, durable as in use, and a connection to it."""

import asyncio
import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import nats
import uvloop
from nats.aio.client import Client

from shared.bus import provision
from shared.bus.api import ask
from shared.bus.streams import provision_one
from shared.natsserver import NatsServer

WACHT = 30
TEGELIJK = 250
"""So many publishes of nats-py wait for their answer at the same time."""


@dataclass(frozen=True)
class Bus:
    """The connection lives on the loop of `runner`."""

    folder: Path
    runner: asyncio.Runner
    nc: Client

    async def aantal(self, stream: str) -> int:
        """Return how many messages stand on a stream; while many are erased the answer takes seconds."""
        antwoord = await self.nc.request(f"$JS.API.STREAM.INFO.{stream}", timeout=WACHT)
        return int(json.loads(antwoord.data)["state"]["messages"])

    async def leeg(self, stream: str) -> None:
        """Begin again with an empty stream."""
        await ask(self.nc, f"STREAM.DELETE.{stream}")
        await provision_one(self.nc, stream)


@contextmanager
def bus() -> Iterator[Bus]:
    """Start a server with both streams, and stop it again."""
    with (
        TemporaryDirectory(prefix="meldketen-bench-") as folder,
        asyncio.Runner(loop_factory=uvloop.new_event_loop) as runner,
    ):
        server = NatsServer(Path(folder) / "nats")
        nc = runner.run(_verbind(server.start().url))
        try:
            yield Bus(Path(folder), runner, nc)
        finally:
            runner.run(nc.close())
            server.stop()


async def _verbind(url: str) -> Client:
    nc = await nats.connect(url, pending_size=-1)
    await provision(nc)
    return nc


async def publiceer(nc: Client, subject: str, berichten: list[tuple[bytes, dict[str, str]]]) -> None:
    """Publish each on its own with nats-py, and wait until all are acknowledged."""
    js, ruimte = nc.jetstream(timeout=WACHT), asyncio.Semaphore(TEGELIJK)

    async def een(data: bytes, headers: dict[str, Any]) -> None:
        async with ruimte:
            await js.publish(subject, data, headers=headers)

    await asyncio.gather(*(een(data, headers) for data, headers in berichten))
