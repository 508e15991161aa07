"""An error on a page: what happened and what to do, in plain Dutch."""

from fastapi import FastAPI
from starlette.requests import Request
from starlette.responses import Response

from shared.web.pages import pagina
from shared.web.problem import problem
from shared.web.refusals import HANDLED, Refusal, refusal
from shared.web.trace import trace_id


def error_page(request: Request, no: Refusal) -> Response:
    """Write a refusal as a page."""
    verstuurd = request.method not in {"GET", "HEAD"}
    answer = pagina(request, "fout.html", status=no.status, fout=no, trace=trace_id(request), verstuurd=verstuurd)
    answer.headers.update(no.headers)
    return answer


def error_answer(request: Request, no: Refusal, *, is_api: bool) -> Response:
    """Write a refusal in the form of the part of the site it happened in."""
    return problem(no, trace_id(request)) if is_api else error_page(request, no)


async def _handle(request: Request, exc: Exception) -> Response:
    return error_page(request, refusal(exc))


def error_pages(app: FastAPI) -> None:
    """Let an app answer every error as a page."""
    for kind in HANDLED:
        app.add_exception_handler(kind, _handle)
