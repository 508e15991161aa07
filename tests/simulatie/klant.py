"""What outbox and bus use of the client of nats-py, on a line that delays, breaks and comes back."""

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import nats.errors
from nats.aio.msg import Msg

from tests.simulatie.stroom import Bericht, Kop

if TYPE_CHECKING:
    from tests.simulatie.server import Server

HERVERBINDT = 0.25
LANGST_ONDERWEG = 12.0
NET_NA = 1e-6
Ontvanger = Callable[[Msg], Awaitable[None]]
Zending = tuple[str, str, Kop, bytes]


@dataclass
class _Lijn:
    """One TCP connection: what goes first arrives first, in both directions."""

    heen: float = 0.0
    terug: float = 0.0
    heel: bool = True
    onderweg: list[tuple[asyncio.TimerHandle, Zending]] = field(default_factory=list)


class Abonnement:
    """A subscription; it outlives a line, as that of nats-py does."""

    def __init__(self, klant: "Klant", subject: str) -> None:
        self._klant, self._subject = klant, subject

    async def unsubscribe(self) -> None:
        """Stop listening."""
        self._klant.abonnementen.pop(self._subject, None)


class Klant:
    """A connection. Without a line it keeps what is published and sends it later, as nats-py does."""

    max_payload = 1_048_576

    def __init__(self, server: "Server", naam: str) -> None:
        self.naam, self._server, self._lus = naam, server, server.lus
        self.abonnementen: dict[str, Ontvanger] = {}
        self.dicht = False
        self.opgespaard: list[Zending] = []
        self._vragen: dict[str, asyncio.Future[Msg]] = {}
        self._lijn = _Lijn(heel=False)
        self._nummer = 0

    @property
    def is_connected(self) -> bool:
        """Say whether there is a line."""
        return self._lijn.heel

    def new_inbox(self) -> str:
        """Return a subject that nobody else listens to."""
        self._nummer += 1
        return f"_INBOX.{self.naam}.{self._nummer}"

    async def subscribe(self, subject: str, cb: Ontvanger) -> Abonnement:
        """Have `cb` called with what comes in."""
        self.abonnementen[subject] = cb
        return Abonnement(self, subject)

    async def publish(
        self, subject: str, payload: bytes = b"", reply: str = "", headers: dict[str, Any] | None = None
    ) -> None:
        """Send, or keep it until there is a line."""
        zending = (subject, reply, dict(headers or {}), payload)
        if self._lijn.heel:
            self._verzend(zending)
        else:
            self.opgespaard.append(zending)

    async def request(
        self,
        subject: str,
        payload: bytes = b"",
        timeout: float = 1.0,  # noqa: ASYNC109  that of nats-py
        headers: dict[str, Any] | None = None,
    ) -> Msg:
        """Send, and wait for an answer."""
        reply = self.new_inbox()
        antwoord = self._vragen[reply] = self._lus.create_future()
        await self.publish(subject, payload, reply, headers)
        try:
            async with asyncio.timeout(timeout):
                found: Msg = await antwoord
        except TimeoutError:
            raise nats.errors.TimeoutError from None
        finally:
            self._vragen.pop(reply, None)
        if found.headers and found.headers.get("Status") == "503":
            raise nats.errors.NoRespondersError
        return found

    def knip(self, *, komt_nog: bool) -> None:
        """Break the line. `komt_nog`: what is on its way to the server arrives all the same, at some moment."""
        lijn, self._lijn = self._lijn, _Lijn(heel=False)
        lijn.heel = False
        extra = LANGST_ONDERWEG * self._server.toeval.random()
        for handle, zending in lijn.onderweg:
            if handle.when() > self._lus.time():
                handle.cancel()
                if komt_nog:
                    self._lus.call_at(handle.when() + extra, self._server.ontvang, self, *zending)
        if not self.dicht:
            self._lus.call_later(HERVERBINDT * (1 + self._server.toeval.random()), self.herverbind)

    def sluit(self, *, komt_nog: bool) -> None:
        """Go, as with the process that it was of."""
        self.dicht = True
        self.knip(komt_nog=komt_nog)

    def herverbind(self) -> None:
        """Make a line, and send what was kept."""
        if self.dicht or self._lijn.heel:
            return
        if not self._server.op:
            self._lus.call_later(HERVERBINDT, self.herverbind)
            return
        self._lijn = _Lijn()
        bewaard, self.opgespaard = self.opgespaard, []
        for each in bewaard:
            self._verzend(each)

    def hoort(self, subject: str) -> bool:
        """Say whether the server knows that somebody listens here."""
        return self._lijn.heel and (subject in self.abonnementen or subject in self._vragen)

    def stuur(self, reply: str, kop: Kop, data: bytes) -> None:
        """Send something from the server to here."""
        self._breng(reply, Msg(self, reply, "", data, kop or None))  # type: ignore[arg-type]

    def lever(self, inbox: str, bericht: Bericht, ack: str) -> None:
        """Deliver a message of the stream to here; badly, when that was asked for."""
        msg = Msg(self, bericht.subject, ack, bericht.data, dict(bericht.kop) or None)  # type: ignore[arg-type]
        if not self._server.mishandel:
            self._breng(inbox, msg)
            return
        self._server.mishandel -= 1
        match self._server.toeval.choice(("kwijt", "dubbel", "later")):
            case "dubbel":
                self._breng(inbox, msg)
                self._breng(inbox, msg)
            case "later":
                self._lus.call_later(0.1, self._breng, inbox, msg)

    def _verzend(self, zending: Zending) -> None:
        lijn = self._lijn
        lijn.heen = max(lijn.heen + NET_NA, self._lus.time() + self._duurt())
        lijn.onderweg.append((self._lus.call_at(lijn.heen, self._server.ontvang, self, *zending), zending))

    def _breng(self, waarheen: str, msg: Msg) -> None:
        lijn = self._lijn
        if lijn.heel and self.hoort(waarheen):
            lijn.terug = max(lijn.terug + NET_NA, self._lus.time() + self._duurt())
            self._lus.call_at(lijn.terug, self._komt_aan, lijn, waarheen, msg)

    def _komt_aan(self, lijn: _Lijn, waarheen: str, msg: Msg) -> None:
        if not lijn.heel:
            return
        vraag = self._vragen.get(waarheen)
        if vraag is not None:
            if not vraag.done():
                vraag.set_result(msg)
        elif waarheen in self.abonnementen:
            self._lus.create_task(self.abonnementen[waarheen](msg))  # type: ignore[arg-type]

    def _duurt(self) -> float:
        toeval, traag = self._server.toeval, self._server.traag
        if traag and toeval.random() < 0.2:
            return traag * toeval.random()
        return 0.002 * toeval.random()
