"""The pages of the shell itself: signing in and out, and what every visitor may want to know."""

from fastapi import APIRouter
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response

from shared.klok import Klok
from shared.web.forms import formulier
from shared.web.pages import omleiding, pagina
from shared.web.routing import actie, limiet, page_router
from shared.web.toegang import Toegang, wie
from shared.web.toegang.cookie import forget, remember
from shared.web.toegang.wie import SCOPE_KEY
from shared.web.trace import context

EXPLANATIONS = ("privacy", "toegankelijkheid")


def router(toegang: Toegang, klok: Klok) -> APIRouter:
    """Give the pages that are there in every installation."""
    router = page_router()
    _add_sign_in(router, toegang, klok)
    for naam in EXPLANATIONS:
        _add_explanation(router, naam)
    return router


def _add_sign_in(router: APIRouter, toegang: Toegang, klok: Klok) -> None:
    @router.get("/aanmelden")
    @actie("aanmelden")
    async def ask(request: Request, code: str = "") -> HTMLResponse:
        return pagina(request, "aanmelden.html", code=code)

    @router.post("/aanmelden")
    @actie("aanmelden")
    @limiet("aanmelden", per_minuut=20)
    async def sign_in(request: Request) -> Response:
        code, before = (await formulier(request)).get("code", ""), wie(request)
        session = await toegang.meld_aan(str(code), context(request, klok))
        if before.csrf:
            await toegang.meld_af(before, context(request, klok))
        request.scope[SCOPE_KEY] = await toegang.by_session(session) or before
        answer = omleiding("/")
        remember(answer, session)
        return answer

    @router.post("/afmelden")
    @actie("afmelden")
    async def sign_out(request: Request) -> Response:
        await toegang.meld_af(wie(request), context(request, klok))
        answer = omleiding("/")
        forget(answer)
        return answer


def _add_explanation(router: APIRouter, naam: str) -> None:
    @router.get(f"/{naam}")
    @actie("uitleg.lezen")
    async def explain(request: Request) -> HTMLResponse:
        return pagina(request, f"{naam}.html")
