"""An error on a page: what happened and what to do, in plain words of the language that the page is read in."""

from dataclasses import replace

from fastapi import FastAPI
from starlette.requests import Request
from starlette.responses import Response

from shared.web.pages import pagina, taal_van
from shared.web.problem import problem
from shared.web.refusals import HANDLED, Refusal, refusal
from shared.web.talen import Taal
from shared.web.trace import trace_id

LATER = "5"
"""After how many seconds to try again, where a refusal does not say."""


def error_page(request: Request, no: Refusal) -> Response:
    """Write a refusal as a page."""
    verstuurd, taal = request.method not in {"GET", "HEAD"}, taal_van(request, "foutpagina")
    answer = pagina(
        request,
        "fout.html",
        status=no.status,
        t=taal,
        fout=no if taal.nederlands else _in(taal, no),
        trace=trace_id(request),
        verstuurd=verstuurd,
    )
    answer.headers.update(no.headers)
    return answer


def _in(taal: Taal, no: Refusal) -> Refusal:
    """Say in another language what kind of refusal it is: what a rule of the domain says itself is Dutch."""
    titel, uitleg = (
        taal.woord(veld, str(no.status), taal.woord(veld, "anders", "")) for veld in ("fouttitel", "foutuitleg")
    )
    detail = uitleg.format(na=no.headers.get("Retry-After", LATER))
    return replace(no, titel=titel, detail=detail, regel="", fouten=())


def error_answer(request: Request, no: Refusal, *, is_api: bool) -> Response:
    """Write a refusal in the form of the part of the site it happened in."""
    return problem(no, trace_id(request)) if is_api else error_page(request, no)


async def _handle(request: Request, exc: Exception) -> Response:
    return error_page(request, refusal(exc))


def error_pages(app: FastAPI) -> None:
    """Let an app answer every error as a page."""
    for kind in HANDLED:
        app.add_exception_handler(kind, _handle)
