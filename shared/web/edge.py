"""The outermost layer: trace, host, size and headers, for every request and every answer, errors too.

Plain ASGI and one pass over the request's headers: this stands in the way of every melding.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from http import HTTPStatus
from time import perf_counter

from starlette.exceptions import HTTPException
from starlette.requests import ClientDisconnect, Request
from starlette.types import ASGIApp, Message, Receive, Scope, Send
from structlog.contextvars import bind_contextvars, reset_contextvars

from shared.tracing import TRACING, steps
from shared.tracing.w3c import continued, new_span, parent_of
from shared.web import trace
from shared.web.body import announced_too_large, bounded
from shared.web.crash import log_crash
from shared.web.crowd import door_of
from shared.web.error_page import error_answer
from shared.web.metrics import METHODS, OTHER_METHOD, count
from shared.web.problem import problem, whole
from shared.web.refusals import refusal
from shared.web.request import FACILITIES, HEADERS, Facilities
from shared.web.security import Hosts
from shared.web.surface import Surface, Surfaces
from shared.web.weigering import TeDruk, VreemdAdres

Header = tuple[bytes, bytes]
CACHE = b"cache-control"
GONE = 499
"""In the metrics: the caller left before there was an answer."""


class _Answer:
    """Sends on what the application answers, with what every answer carries; remembers the status."""

    __slots__ = ("_headers", "_send", "_without_body", "status")

    def __init__(self, send: Send, headers: list[tuple[bytes, bytes]], *, without_body: bool) -> None:
        self._send, self._headers, self._without_body = send, headers, without_body
        self.status = 0

    async def __call__(self, message: Message) -> None:
        if message["type"] == "http.response.start":
            self.status = message["status"]
            message["headers"] = [*message["headers"], *_added(message["headers"], self._headers)]
        elif self._without_body:
            message = {**message, "body": b""}
        await self._send(message)


def _added(own: Iterable[Header], standard: Sequence[Header]) -> Sequence[Header]:
    """Give what an answer still lacks: one that says itself how it may be kept is kept so."""
    if any(name == CACHE for name, _ in own):
        return [header for header in standard if header[0] != CACHE]
    return standard


@dataclass(frozen=True, slots=True)
class Edge:
    """One site, from the outside."""

    surfaces: Surfaces
    pages: ASGIApp
    hosts: Hosts
    facilities: Facilities

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request; what is not HTTP (start and stop) goes to the pages' application."""
        if scope["type"] != "http":
            await self.pages(scope, receive, send)
            return
        began, headers, surface = perf_counter(), dict(scope["headers"]), self.surfaces.of(scope["path"])
        name, span = continued(headers.get(b"traceparent")), new_span()
        inner = self._inner(scope, surface, headers, {trace.SCOPE_KEY: name, trace.SPAN_KEY: span})
        standard = [*surface.headers, *trace.trace_headers(name, span)]
        answer = _Answer(send, standard, without_body=scope["method"] == "HEAD")
        tokens = bind_contextvars(trace=name)
        try:
            await self._serve(surface, inner, receive, answer)
        finally:
            reset_contextvars(**tokens)
            seconds = perf_counter() - began
            count(surface.naam, scope["method"], answer.status, seconds)
            if TRACING.on:
                steps.answered(surface.naam, _request(inner, scope["method"], surface), answer.status, seconds)

    def turned_away(self, method: str, path: str, headers: Mapping[bytes, bytes]) -> bytes | None:
        """Give the whole answer to who cannot be let in now, before anything is made for the request; else None.

        Only where the like was refused, and for a program: a page, and what has another fault too, go the whole way.
        """
        if not self.facilities.crowd.is_full(door_of(method, path, headers)):
            return None
        surface = self.surfaces.of(path)
        if not surface.is_api or TRACING.on or announced_too_large(headers) or not self._is_ours(headers):
            return None
        began, name, span = perf_counter(), continued(headers.get(b"traceparent")), new_span()
        answer = whole(problem(refusal(TeDruk()), name), [*surface.headers, *trace.trace_headers(name, span)])
        count(surface.naam, method, HTTPStatus.SERVICE_UNAVAILABLE, perf_counter() - began)
        return answer

    def _is_ours(self, headers: Mapping[bytes, bytes]) -> bool:
        return self.hosts.allowed(headers.get(b"host", b""))

    def _inner(self, scope: Scope, surface: Surface, headers: dict[bytes, bytes], traced: dict[str, str]) -> Scope:
        own = {**traced, HEADERS: headers, FACILITIES: self.facilities, "root_path": surface.prefix}
        return {**scope, **own, "method": "GET"} if scope["method"] == "HEAD" else {**scope, **own}

    async def _serve(self, surface: Surface, scope: Scope, receive: Receive, answer: _Answer) -> None:
        try:
            self._check(scope, scope[HEADERS])
            await _pass_on(surface, scope, bounded(receive), answer)
        except ClientDisconnect:
            answer.status = GONE
        except Exception as exc:  # noqa: BLE001  the last door: what nobody caught must be answered and logged
            no = refusal(exc)
            if no.status == HTTPStatus.INTERNAL_SERVER_ERROR:
                log_crash(exc)
            if not answer.status:
                await error_answer(Request(scope), no, is_api=surface.is_api)(scope, receive, answer)

    def _check(self, scope: Scope, headers: dict[bytes, bytes]) -> None:
        if not self._is_ours(headers):
            raise VreemdAdres
        if announced_too_large(headers):
            raise HTTPException(413)
        if self.facilities.crowd.is_full(door_of(scope["method"], scope["path"], headers)):
            raise TeDruk


def _request(scope: Scope, method: str, surface: Surface) -> steps.Request:
    """Say what may be told of a request; who asks for what does not exist is told without what they asked for."""
    parent, route = parent_of(scope[HEADERS].get(b"traceparent")), getattr(scope.get("route"), "path_format", "")
    known = scope["path"] if (method, scope["path"]) in surface.short else f"{surface.prefix}{route}"
    named = method if method in METHODS else OTHER_METHOD
    return steps.Request(named, known, scope[trace.SCOPE_KEY], scope[trace.SPAN_KEY], parent)


async def _pass_on(surface: Surface, scope: Scope, receive: Receive, answer: _Answer) -> None:
    """Call the handler itself where there is a short way to it, else the application that finds it."""
    handler = surface.short.get((scope["method"], scope["path"]))
    if handler is None:
        await surface.app(scope, receive, answer)
        return
    response = await handler(Request(scope, receive))
    await response(scope, receive, answer)
