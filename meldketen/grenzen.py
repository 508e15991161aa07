"""HTTP as uvicorn reads it, with bounds on what its parser keeps before our own code hears of a request.

Measured without them: one client that never ended its headers took 1.1 GB in fifty seconds, without a key.
"""

import asyncio
import json
import logging
from collections.abc import Callable, Collection, Mapping
from typing import Any
from uuid import uuid4

from uvicorn.protocols.http.httptools_impl import HttpToolsProtocol

from shared.web.body import LIMIT
from shared.web.problem import MEDIA_TYPE

SECONDS = 45.0
"""Within these a request must be complete; the largest is 64 KiB."""
PACE = 1.0
"""Seconds between two looks at all connections: a timer of its own for each of thousands cost a kilobyte each."""

QUIET = logging.getLogger("meldketen.http")
QUIET.setLevel(logging.ERROR)
"""What cannot be read as HTTP is answered, not logged: a line for each attempt would let anybody fill the disk."""

NoRoom = Callable[[str, str, Mapping[bytes, bytes]], bytes | None]
"""By method, path and headers: the whole answer to who cannot be let in now, or None."""
UNUSUAL = frozenset((b"expect", b"transfer-encoding", b"upgrade"))
"""What with one of these has to be talked about first goes the long way."""


def always_room(method: str, path: str, headers: Mapping[bytes, bytes]) -> None:
    """Let everybody in."""


class BoundedProtocol(HttpToolsProtocol):
    """Ends a connection whose headers (or trailers) do not end, and one whose request does not arrive.

    Who cannot be let in is answered from here: a task and a request for each of thousands who wait cost the memory and
    half the time that those who are inside need.
    """

    def __init__(self, *args: Any, no_room: NoRoom = always_room, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._no_room, self._no = no_room, b""
        self.logger = QUIET
        self._kept, self._moved = 0, False
        self._arriving, self._since = True, self.loop.time()

    def data_received(self, data: bytes) -> None:
        """Count what the parser kept since something came of it."""
        self._moved = False
        super().data_received(data)
        self._kept = 0 if self._moved else self._kept + len(data)
        if self._kept > LIMIT and not self.transport.is_closing():
            self.send_400_response("Headers too large.")

    def send_400_response(self, msg: str) -> None:
        """Answer what never became a request, as every other error is answered."""
        body = json.dumps(
            {
                "type": "about:blank",
                "status": 400,
                "title": "Ongeldig verzoek",
                "detail": f"Dit is geen HTTP-verzoek dat wij kunnen lezen ({msg}).",
                "traceId": uuid4().hex,
            }
        ).encode()
        head = f"HTTP/1.1 400 Bad Request\r\ncontent-type: {MEDIA_TYPE}\r\ncontent-length: {len(body)}\r\n"
        self.transport.write(head.encode() + b"connection: close\r\n\r\n" + body)
        self.transport.close()

    def on_message_begin(self) -> None:
        """A request begins."""
        self._arriving, self._since = True, self.loop.time()
        super().on_message_begin()

    def on_headers_complete(self) -> None:
        """The headers are there."""
        self._moved = True
        self._no = self._turned_away()
        if not self._no:
            super().on_headers_complete()

    def on_body(self, body: bytes) -> None:
        """A part is there; what the application does with it has its own bound."""
        self._moved = True
        if not self._no:
            super().on_body(body)

    def on_message_complete(self) -> None:
        """The whole request is there."""
        self._moved, self._arriving = True, False
        if self._no:
            self.transport.write(self._no)
            self.on_response_complete()
        else:
            super().on_message_complete()

    def on_response_complete(self) -> None:
        """The answer is out: forget the request, of which an open connection would keep the last one for ever."""
        super().on_response_complete()
        if not self._arriving and not self.pipeline and (self.cycle is None or self.cycle.response_complete):
            self.scope, self.headers, self.cycle = None, None, None  # type: ignore[assignment]

    def _turned_away(self) -> bytes:
        """Give the answer where there is no room, none where somebody has to look: not out of turn, not unread."""
        waits = self.cycle is not None and not self.cycle.response_complete
        if waits or self.flow.write_paused or self.parser.get_http_version() != "1.1":
            return b""
        method, headers = self.parser.get_method().decode(), dict(self.headers)
        if method == "HEAD" or not self.parser.should_keep_alive() or not UNUSUAL.isdisjoint(headers):
            return b""
        return self._no_room(method, self.url.decode("latin-1"), headers) or b""

    def end_if_late(self, now: float) -> None:
        """Let go of who opened a connection, or began a request, and did not finish it."""
        if self._arriving and now - self._since > SECONDS:
            self.transport.close()


async def watch(connections: Collection[BoundedProtocol]) -> None:
    """Look at all connections, as long as the server serves."""
    loop = asyncio.get_running_loop()
    while True:
        await asyncio.sleep(PACE)
        for connection in tuple(connections):
            connection.end_if_late(loop.time())
