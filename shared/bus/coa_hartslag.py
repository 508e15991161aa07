"""The sign of life of COA locations: core NATS, heard by whoever listens and kept nowhere on the bus."""

from collections.abc import Awaitable, Callable

import structlog
from nats.aio.client import Client
from nats.aio.msg import Msg

from shared.bus.listen import listen

HARTSLAGEN = "coa.*.*.hartslag"
Hoor = Callable[[str, str], Awaitable[None]]
"""Gets the municipality and the location, of the subject that the server guards."""

log = structlog.get_logger(__name__)


class Hartslagen:
    """Hands each sign of life to `hoor`."""

    def __init__(self, nc: Client, hoor: Hoor) -> None:
        self._nc, self._hoor = nc, hoor

    async def run(self) -> None:
        """Listen, until cancelled."""
        await listen(self._nc, HARTSLAGEN, self._een)

    async def _een(self, message: Msg) -> None:
        _, gemeente, locatie, _ = message.subject.split(".")
        try:
            await self._hoor(gemeente, locatie)
        except Exception as error:  # noqa: BLE001  the next one is on its way
            log.warning("hartslag niet verwerkt", fout=type(error).__name__)
