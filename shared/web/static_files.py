"""Style and script: kept by a browser for as long as their address stays, and sent compressed."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from gzip import compress
from hashlib import sha256
from mimetypes import guess_type
from pathlib import Path

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.types import Receive, Scope, Send

FOLDER = Path(__file__).parent / "static"
FOR_EVER = "public, max-age=31536000, immutable"
ONCE = "no-cache"
"""At an address that does not say which content is meant, a browser asks every time."""


class SheetMissing(RuntimeError):
    """The style sheet was never made: `make stijl` does, and so does every installation."""


@dataclass(frozen=True)
class Static:
    """One file, as it is sent."""

    content: bytes
    media_type: str

    @cached_property
    def version(self) -> str:
        """What its address ends in: another content, another address."""
        return sha256(self.content).hexdigest()[:12]

    def at(self, name: str) -> str:
        """Give its address under a name."""
        return f"/static/{name}?v={self.version}"

    @cached_property
    def compressed(self) -> bytes:
        """The same, smaller."""
        return compress(self.content, mtime=0)


@cache
def files() -> Mapping[str, Static]:
    """Give every file by its name.

    Raises:
        SheetMissing: the style sheet is not there.
    """
    if not (FOLDER / "huisstijl.css").is_file():
        raise SheetMissing("shared/web/static/huisstijl.css ontbreekt: de opmaak is nog niet gemaakt. Geef: make stijl")
    return {path.name: of(path.read_bytes(), path.name) for path in FOLDER.iterdir()}


def of(content: bytes, name: str) -> Static:
    """Give a file of this content; the ending of its name says what it is."""
    return Static(content, guess_type(name, strict=False)[0] or "application/octet-stream")


def address(name: str) -> str:
    """Give the address of a file, which changes with its content.

    Raises:
        KeyError: there is no such file.
    """
    return files()[name].at(name)


class StaticFiles:
    """Answers below `/static`."""

    def __init__(self, more: Mapping[str, Static]) -> None:
        self._files = {**files(), **more}
        self._compressed = {name: file.compressed for name, file in self._files.items()}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Send one file; compressed for who can read that."""
        request = Request(scope)
        name = scope["path"].removeprefix("/static/")
        file = self._files.get(name)
        if file is None or request.method != "GET":
            raise HTTPException(404 if file is None else 405)
        headers = {"cache-control": FOR_EVER if request.query_params.get("v") == file.version else ONCE}
        headers["vary"] = "accept-encoding"
        content = file.content
        if "gzip" in request.headers.get("accept-encoding", ""):
            content, headers["content-encoding"] = self._compressed[name], "gzip"
        await Response(content, headers=headers, media_type=file.media_type)(scope, receive, send)
