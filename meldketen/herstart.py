"""A server that answers but stores nothing any more, started again.

After a full disk nats-server 2.15 goes on refusing to write to a stream until it is restarted, also when there is space
again (tried: 45 s after, 84 facts waited for ever). A fact that waits is an alarm that nobody gets.
"""

import asyncio
from collections.abc import Mapping
from time import monotonic

import structlog

from shared.natsserver import NatsServer
from shared.outbox import Outbox

log = structlog.get_logger(__name__)

GEDULD, KIJK = 20.0, 2.0
"""Seconds that an outbox may fail at the same place, and between looking."""


async def herstart_bij_stilstand(
    server: NatsServer, outboxes: Mapping[str, Outbox], *, geduld: float = GEDULD, kijk: float = KIJK
) -> None:
    """End the server when an outbox stands still although it runs, until cancelled; `bewaak` starts it again."""
    sinds: dict[str, tuple[int, float]] = {}
    while True:
        await asyncio.sleep(kijk)
        sinds = {
            naam: sinds[naam] if sinds.get(naam, (-1,))[0] == plaats else (plaats, monotonic())
            for naam, plaats in _stilstaand(server, outboxes).items()
        }
        if any(monotonic() - begin > geduld for _, begin in sinds.values()):
            log.error("nats-server neemt niets meer aan en wordt opnieuw gestart")
            await asyncio.to_thread(server.beeindig)
            sinds = {}


def _stilstaand(server: NatsServer, outboxes: Mapping[str, Outbox]) -> dict[str, int]:
    """Give the place of each outbox that fails; where the server is down another task sees to it."""
    if not server.alive():
        return {}
    states = {naam: outbox.state for naam, outbox in outboxes.items()}
    return {naam: state.place for naam, state in states.items() if state.fout and not state.gestopt}
