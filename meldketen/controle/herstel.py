"""Publish again what the bus misses: the ledgers are the truth (promise 2)."""

import asyncio
from collections.abc import Sequence

from nats.aio.client import Client

from shared.bus import GEBEURTENISSEN, provision
from shared.bus.api import ask
from shared.dienst import Dienst
from shared.outbox import Outbox


async def vul_aan(nc: Client, diensten: Sequence[Dienst], *, oin: str, leeg_eerst: bool) -> list[str]:
    """Publish all that is missing, beside a running outbox too; say where that was refused.

    `leeg_eerst`: drop the stream first, since it misses events between others.
    """
    if leeg_eerst:
        await ask(nc, f"STREAM.DELETE.{GEBEURTENISSEN}")
    await provision(nc)
    return [reden for dienst in diensten if (reden := await _publiceer(nc, dienst, oin))]


async def _publiceer(nc: Client, dienst: Dienst, oin: str) -> str:
    outbox = Outbox(nc, dienst.ledger, dienst=dienst.naam, oin=oin)
    werk = asyncio.create_task(outbox.run())
    try:
        while await outbox.lag() > 0 and not outbox.state.gestopt:  # noqa: ASYNC110  an outbox has no end to wait for
            await asyncio.sleep(0.02)
    finally:
        werk.cancel()
    return f"{dienst.naam}: {outbox.state.gestopt}" if outbox.state.gestopt else ""
