"""One request to the site, without a network and without a client: thousands of them take seconds."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlencode

from starlette.requests import ClientDisconnect
from starlette.types import ASGIApp, Message

HOST = (b"host", b"localhost")
JSON, FORMULIER = b"application/json", b"application/x-www-form-urlencoded"


@dataclass
class Antwoord:
    """What came back."""

    status: int = 0
    headers: Mapping[str, str] = field(default_factory=dict)
    cookies: tuple[str, ...] = ()
    inhoud: bytes = b""

    @property
    def tekst(self) -> str:
        """The body."""
        return self.inhoud.decode("utf-8", "replace")

    def json(self) -> Any:
        """The body, read."""
        return json.loads(self.inhoud)


async def vraag(
    app: ASGIApp,
    methode: str,
    pad: str,
    *,
    headers: Mapping[str, str] | None = None,
    json_: object = None,
    velden: Mapping[str, str] | None = None,
    inhoud: bytes = b"",
    adres: str = "127.0.0.1",
) -> Antwoord:
    """Send one request and give the whole answer; of a stream that never ends its beginning."""
    given, inhoud = _gegeven(headers or {}, json_, velden, inhoud)
    pad, _, query = pad.partition("?")
    scope = {
        "type": "http",
        "method": methode,
        "path": pad,
        "raw_path": pad.encode(),
        "query_string": query.encode(),
        "scheme": "https",
        "server": ("localhost", 443),
        "client": (adres, 1),
        "headers": [HOST if b"host" not in given else (b"host", given.pop(b"host")), *given.items()],
    }
    antwoord, sent = Antwoord(), [inhoud]

    async def receive() -> Message:
        if not sent:
            return {"type": "http.disconnect"}
        return {"type": "http.request", "body": sent.pop(), "more_body": False}

    async def send(message: Message) -> None:
        if message["type"] == "http.response.start":
            antwoord.status = message["status"]
            antwoord.headers = {name.decode().lower(): value.decode("latin-1") for name, value in message["headers"]}
            antwoord.cookies = tuple(value.decode() for name, value in message["headers"] if name == b"set-cookie")
            if antwoord.headers.get("content-type", "").startswith("text/event-stream"):
                raise ClientDisconnect  # it never ends: its beginning is enough
        else:
            antwoord.inhoud += message.get("body", b"")

    await app(scope, receive, send)
    return antwoord


def _gegeven(
    headers: Mapping[str, str], json_: object, velden: Mapping[str, str] | None, inhoud: bytes
) -> tuple[dict[bytes, bytes], bytes]:
    """Give the headers and the body as they go over the line."""
    given = {name.lower().encode(): value.encode("latin-1") for name, value in headers.items()}
    if json_ is not None:
        inhoud, given[b"content-type"] = json.dumps(json_).encode(), JSON
    if velden is not None:
        inhoud, given[b"content-type"] = urlencode(velden, errors="surrogatepass").encode(), FORMULIER
    if inhoud:
        given[b"content-length"] = str(len(inhoud)).encode()
    return given, inhoud
