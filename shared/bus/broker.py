"""The connection of one process to NATS: FastStream's broker, set up so that nothing fails in silence."""

import os
import ssl
from collections.abc import Callable
from pathlib import Path
from typing import Any

import structlog
from faststream.nats import NatsBroker
from faststream.nats.broker.broker import UNRECOVERABLE_CONNECT_ERRORS
from faststream.security import BaseSecurity
from nats.aio.client import Client

from shared.bus.client import NkeyClient

log = structlog.get_logger(__name__)

RECONNECT_SECONDS: Any = 0.25
"""The client takes a fraction, whatever its signature says."""
PING_SECONDS = 20
CONNECT_SECONDS = 2
EXIT_CODE = 3


def end_process() -> None:
    """End at once: such a connection never comes back, and who starts this process will start it again."""
    log.critical("de verbinding met NATS komt niet terug; dit proces stopt")
    os._exit(EXIT_CODE)


class Broker(NatsBroker):
    """One connection that is kept for ever. After `connect()`, `connection` is what outbox and consumers use.

    A refused permission shows up as a timeout at the caller; the reason is only in the log of this class.
    """

    def __init__(
        self,
        url: str,
        *,
        naam: str,
        nkey: Path | None = None,
        ca: Path | None = None,
        on_closed: Callable[[], None] = end_process,
    ) -> None:
        """Prepare a connection as `naam`, which is also the prefix of the only inboxes that it listens to.

        `nkey`: file with the seed of its key. `ca`: file with the authority that signed the server's certificate.
        """
        self._on_closed, self._stopping, self._said = on_closed, False, ""
        self._nkey = str(nkey) if nkey else None
        super().__init__(
            url.split(","),
            name=naam,
            inbox_prefix=f"_INBOX_{naam}",
            **_trust(ca),
            apply_types=False,
            logger=None,
            max_reconnect_attempts=-1,
            reconnect_time_wait=RECONNECT_SECONDS,
            ping_interval=PING_SECONDS,
            connect_timeout=CONNECT_SECONDS,
            error_cb=self._error,
            disconnected_cb=self._disconnected,
            closed_cb=self._closed,
        )

    async def _connect(self) -> Client:
        client = NkeyClient()
        await client.connect(**self._connection_kwargs, nkeys_seed=self._nkey)
        self.config.connect(client)
        return client

    async def stop(self, *_error: object) -> None:
        """Send what is buffered, and close; also while the server is away."""
        self._stopping = True
        connection = self._connection
        if connection is not None and not connection.is_connected:
            await connection.close()
            self._connection = None
        await super().stop()

    async def _error(self, error: Exception) -> None:
        """Log an error of the client; end what it would silently leave broken.

        FastStream raises these errors into the client. At the first connection that refuses the start, as it should;
        later it ends the reconnecting, without a word.
        """
        if str(error) != self._said:  # a server that is away is tried four times a second
            log.warning("NATS meldt een fout", fout=type(error).__name__, reden=str(error))
        self._said = str(error)
        reden = str(error).removeprefix("nats: ").strip("'").lower()
        if self._connection is not None and not self._stopping and reden in UNRECOVERABLE_CONNECT_ERRORS:
            self._on_closed()

    async def _disconnected(self) -> None:
        if not self._stopping:
            self._said = ""
            log.warning("verbinding met NATS verbroken")

    async def _closed(self) -> None:
        if not self._stopping:
            self._on_closed()


def _trust(ca: Path | None) -> dict[str, Any]:
    if ca is None:
        return {}
    return {"security": BaseSecurity(ssl_context=ssl.create_default_context(cafile=ca), use_ssl=True)}
