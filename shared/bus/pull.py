"""Messages of one stream, in batches, by pull: what is asked for is what can be handled.

Anything that is not a message or a sign of life ends it with `Again`: a wiped or replaced stream takes the server's
side of a consumer with it, and that must be noticed.
"""

import asyncio
import json
from collections.abc import Mapping
from types import TracebackType
from typing import Any, Self

from nats.aio.client import Client
from nats.aio.msg import Msg
from nats.aio.subscription import Subscription

from shared.bus.api import Again, ask

BATCH = 500
SECOND = 1_000_000_000
EXPIRES = 30 * SECOND
HEARTBEAT = SECOND // 2
SILENCE_SECONDS = 1.5
"""Three signs of life missed."""

_ALIVE = "100"
_SERVED = {"404", "408"}


class Pull:
    """One consumer on the server and its open requests. `async with`, then `await next()` again and again."""

    def __init__(self, nc: Client, stream: str, config: Mapping[str, Any], *, batch: int = BATCH) -> None:
        self._nc, self._stream, self._config, self._batch = nc, stream, dict(config), batch
        self._arrived: list[Msg] = []
        self._something = asyncio.Event()
        self._open = 0
        self._name = ""
        self._sub: Subscription | None = None
        self.pending = 0
        """How many messages the stream has behind the last one that came in."""

    async def __aenter__(self) -> Self:
        made = await ask(self._nc, self._create(), {"stream_name": self._stream, "config": self._config})
        self._name, self.pending = made["name"], made.get("num_pending", 0)
        self._inbox = self._nc.new_inbox()
        self._sub = await self._nc.subscribe(self._inbox, cb=self._arrive)
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._sub is not None and self._nc.is_connected:
            await self._sub.unsubscribe()

    async def next(self) -> list[Msg]:
        """Return what came in, at most a batch; empty after a sign of life.

        Raises:
            Again: silence, or a refusal.
        """
        if self._open <= self._batch // 2:
            await self._request()
        if not self._arrived:
            await self._wait()
        came, self._arrived = self._arrived[: self._batch], self._arrived[self._batch :]
        return [message for message in came if self._is_message(message)]

    async def _arrive(self, message: Msg) -> None:
        self._arrived.append(message)
        self._something.set()

    async def _wait(self) -> None:
        self._something.clear()
        try:
            async with asyncio.timeout(SILENCE_SECONDS):
                await self._something.wait()
        except TimeoutError:
            raise Again("de stroom geeft geen teken van leven") from None

    async def _request(self) -> None:
        if not self._nc.is_connected:
            raise Again("geen verbinding met NATS")
        body = {"batch": self._batch - self._open, "expires": EXPIRES, "idle_heartbeat": HEARTBEAT}
        subject = f"$JS.API.CONSUMER.MSG.NEXT.{self._stream}.{self._name}"
        await self._nc.publish(subject, json.dumps(body).encode(), reply=self._inbox)
        self._open = self._batch

    def _is_message(self, message: Msg) -> bool:
        status = message.headers.get("Status") if message.headers and not message.data else None
        if status is None:
            self._open -= 1
            self.pending = pending_of(message)
            return True
        if status in _SERVED:
            self._open -= int((message.headers or {}).get("Nats-Pending-Messages", self._batch))
            self._open = max(self._open, 0)
        elif status != _ALIVE:
            raise Again(f"{status} {(message.headers or {}).get('Description', '')}")
        return False

    def _create(self) -> str:
        durable = self._config.get("durable_name")
        return f"CONSUMER.DURABLE.CREATE.{self._stream}.{durable}" if durable else f"CONSUMER.CREATE.{self._stream}"


def stream_seq(message: Msg) -> int:
    """Return the number of a message on its stream."""
    return int(_fields(message)[3])


def deliveries(message: Msg) -> int:
    """Return how many times it was delivered, this time included."""
    return int(_fields(message)[2])


def pending_of(message: Msg) -> int:
    """Return how many messages came behind it when it was sent."""
    return int(_fields(message)[6])


def _fields(message: Msg) -> list[str]:
    """Return stream, consumer, deliveries, stream number, consumer number, time and pending."""
    parts = message.reply.split(".")
    return parts[2:] if len(parts) == 9 else parts[4:]
