"""Asking the stream for messages, and noticing that it does not answer any more."""

import os
import signal
from typing import Any

import pytest
from nats.aio.client import Client

from shared.bus import GEBEURTENISSEN, provision
from shared.bus.api import Again, ask
from shared.bus.pull import SECOND, Pull, stream_seq
from shared.natsserver import NatsServer
from shared.natsserver.server import read_pid

ALLES: dict[str, Any] = {"deliver_policy": "all", "ack_policy": "none", "mem_storage": True}
ONDERWERP = "gebeurtenis.intake.gm0637.alle.Geteld"


async def _leef(pull: Pull, most: int = 100) -> list[int]:
    """Return the numbers of what comes in until there is nothing more, none of the portions too large."""
    found: list[int] = []
    while portion := await pull.next():
        assert len(portion) <= most
        found += [stream_seq(message) for message in portion]
    return found


async def test_alles_komt_op_volgorde_in_porties(nc: Client) -> None:
    """What is on the stream comes in order, in portions of at most the size asked for, with how many follow."""
    await provision(nc)
    for _ in range(52):
        await nc.publish(ONDERWERP, b"{}")
    await nc.request(ONDERWERP, b"{}", timeout=5)
    async with Pull(nc, GEBEURTENISSEN, ALLES, batch=10) as pull:
        assert pull.pending == 53
        nummers = await _leef(pull, 10)
        assert nummers == list(range(nummers[0], nummers[0] + 53))
        assert pull.pending == 0


async def test_een_verwijderde_afnemer_is_meteen_bekend(nc: Client) -> None:
    """The server says that the consumer is gone; that is not waited for."""
    await provision(nc)
    async with Pull(nc, GEBEURTENISSEN, {**ALLES, "name": "weg"}) as pull:
        assert await pull.next() == []
        await ask(nc, f"CONSUMER.DELETE.{GEBEURTENISSEN}.weg")
        with pytest.raises(Again, match="409 Consumer Deleted"):
            await _leef_altijd(pull)


async def test_een_afnemer_die_er_nooit_was_is_meteen_bekend(nc: Client) -> None:
    """A request that nobody answers is refused at once."""
    await provision(nc)
    async with Pull(nc, GEBEURTENISSEN, {**ALLES, "name": "weg"}) as pull:
        await ask(nc, f"CONSUMER.DELETE.{GEBEURTENISSEN}.weg")
        with pytest.raises(Again, match="503"):
            await pull.next()


async def test_stilte_is_geen_rust(nc: Client, nats_server: NatsServer) -> None:
    """When a server that hangs gives no sign of life, that is noticed within seconds."""
    await provision(nc)
    pid = read_pid(nats_server.map)
    assert pid is not None
    async with Pull(nc, GEBEURTENISSEN, {**ALLES, "inactive_threshold": 10 * SECOND}) as pull:
        assert await pull.next() == []
        os.kill(pid, signal.SIGSTOP)
        try:
            with pytest.raises(Again, match="teken van leven"):
                await _leef_altijd(pull)
        finally:
            os.kill(pid, signal.SIGCONT)


async def _leef_altijd(pull: Pull) -> None:
    while True:
        await pull.next()
