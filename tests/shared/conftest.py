"""Fixtures for tests of the bus and of the embedded server."""

from collections.abc import AsyncIterator, Callable, Iterator
from pathlib import Path

import pytest
import pytest_asyncio
from nats.aio.client import Client

from shared.bus import provision
from shared.ledger import Ledger
from shared.natsserver import NatsServer
from tests.shared.busproef import Keten, grootboeken


@pytest_asyncio.fixture
async def keten(nc: Client, make_ledger: Callable[..., Ledger], tmp_path: Path) -> AsyncIterator[Keten]:
    """Two ledgers and what lies between them; nothing runs yet, the streams are there."""
    await provision(nc)
    keten = Keten(nc, *grootboeken(make_ledger, tmp_path))
    yield keten
    await keten.eindig()


@pytest.fixture
def gestart() -> Iterator[list[NatsServer]]:
    """Servers that are stopped after the test."""
    servers: list[NatsServer] = []
    yield servers
    for server in servers:
        server.stop()
