"""Who receives notices in tests: a webhook, a mail server and one that never answers, on loopback."""

import asyncio
import json
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from email import message_from_bytes
from email.message import Message
from typing import Any

from aiosmtpd.smtp import SMTP


@dataclass
class Webhook:
    """Answers every request with `status` and keeps what it was sent; `bij_ontvangst` comes before the answer."""

    status: int = 200
    bij_ontvangst: Callable[[], None] = lambda: None
    ontvangen: list[dict[str, Any]] = field(default_factory=list)
    poort: int = 0

    @property
    def adres(self) -> str:
        """As an Apprise address."""
        return f"json://127.0.0.1:{self.poort}/alarm"

    @property
    def teksten(self) -> list[str]:
        """The messages, in order."""
        return [str(bericht["message"]) for bericht in self.ontvangen]

    async def antwoord(self, lezer: asyncio.StreamReader, schrijver: asyncio.StreamWriter) -> None:
        """Take one request."""
        kop = (await lezer.readuntil(b"\r\n\r\n")).decode().lower()
        lengte = int(kop.partition("content-length:")[2].split("\r\n")[0])
        self.ontvangen.append(json.loads(await lezer.readexactly(lengte)))
        self.bij_ontvangst()
        schrijver.write(f"HTTP/1.1 {self.status} X\r\nContent-Length: 0\r\nConnection: close\r\n\r\n".encode())
        await schrijver.drain()
        schrijver.close()


@asynccontextmanager
async def webhook(status: int = 200) -> AsyncIterator[Webhook]:
    """Run a webhook."""
    hook = Webhook(status)
    server = await asyncio.start_server(hook.antwoord, "127.0.0.1", 0)
    hook.poort = server.sockets[0].getsockname()[1]
    yield hook
    server.close()


@asynccontextmanager
async def hangend() -> AsyncIterator[int]:
    """Run a server that takes connections and says nothing; gives its port."""
    klaar = asyncio.Event()

    async def zwijg(_: asyncio.StreamReader, schrijver: asyncio.StreamWriter) -> None:
        await klaar.wait()
        schrijver.close()

    server = await asyncio.start_server(zwijg, "127.0.0.1", 0)
    yield server.sockets[0].getsockname()[1]
    klaar.set()
    server.close()


@dataclass
class Postbus:
    """Keeps the mail that arrives."""

    berichten: list[Message] = field(default_factory=list)

    async def handle_DATA(self, server: Any, session: Any, envelope: Any) -> str:  # noqa: N802 - aiosmtpd's name
        """Take one message."""
        self.berichten.append(message_from_bytes(envelope.content))
        return "250 OK"


@asynccontextmanager
async def mailserver() -> AsyncIterator[tuple[Postbus, str]]:
    """Run a mail server; gives its mailbox and the Apprise address that leads to it."""
    postbus = Postbus()
    server = await asyncio.get_running_loop().create_server(lambda: SMTP(postbus), "127.0.0.1", 0)
    poort = server.sockets[0].getsockname()[1]
    yield postbus, f"mailto://127.0.0.1:{poort}?from=meldketen@example.org&to=piket@example.org"
    server.close()
