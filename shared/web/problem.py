"""An error as the Dutch API Design Rules want it: `application/problem+json`."""

from collections.abc import Iterable
from http import HTTPStatus

from fastapi import FastAPI
from pydantic import BaseModel, ConfigDict
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.types import ExceptionHandler

from shared.web.refusals import HANDLED, Refusal, refusal
from shared.web.trace import trace_id

MEDIA_TYPE = "application/problem+json"


class ProblemJson(JSONResponse):
    """A JSON answer that says it is a problem."""

    media_type = MEDIA_TYPE


class FoutVeld(BaseModel):
    """One field that must change."""

    veld: str
    reden: str


class Probleem(BaseModel):
    """What an error looks like. `regel`: the line of the document by which the domain refused."""

    model_config = ConfigDict(title="Probleem")

    type: str = "about:blank"
    status: int
    title: str
    detail: str
    traceId: str  # noqa: N815  # the published name
    regel: str | None = None
    fouten: list[FoutVeld] | None = None


def problem(no: Refusal, trace: str) -> Response:
    """Write a refusal as a problem."""
    body: dict[str, object] = {"type": "about:blank", "status": no.status, "title": no.titel, "detail": no.detail}
    body["traceId"] = trace
    if no.regel:
        body["regel"] = no.regel
    if no.fouten:
        body["fouten"] = [{"veld": fout.veld, "reden": fout.reden} for fout in no.fouten]
    return ProblemJson(body, no.status, dict(no.headers))


def whole(answer: Response, added: Iterable[tuple[bytes, bytes]]) -> bytes:
    """Write an answer as it goes over the line, for who stands before the application."""
    head = b"".join(b"%b: %b\r\n" % header for header in (*answer.raw_headers, *added))
    phrase = HTTPStatus(answer.status_code).phrase.encode()
    return b"HTTP/1.1 %d %b\r\n%b\r\n%b" % (answer.status_code, phrase, head, bytes(answer.body))


async def _handle(request: Request, exc: Exception) -> Response:
    return problem(refusal(exc), trace_id(request))


def problems(app: FastAPI) -> None:
    """Let an app answer every error as a problem."""
    handler: ExceptionHandler = _handle
    for kind in HANDLED:
        app.add_exception_handler(kind, handler)
