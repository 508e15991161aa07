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


def router(toegang: Toegang, klok: Klok, *, extern: bool = False) -> APIRouter:
    """Give the pages that are there in every installation. `extern`: whether a provider of accounts is set."""
    router = page_router()
    _add_sign_in(router, toegang, klok, extern=extern)
    _add_sign_out(router, toegang, klok, extern=extern)
    for naam in EXPLANATIONS:
        _add_explanation(router, naam)
    return router


def _add_sign_in(router: APIRouter, toegang: Toegang, klok: Klok, *, extern: bool) -> None:
    @router.get("/aanmelden")
    @actie("aanmelden")
    async def ask(request: Request, code: str = "") -> HTMLResponse:
        return pagina(request, "aanmelden.html", code=code, extern=extern)

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


def _add_sign_out(router: APIRouter, toegang: Toegang, klok: Klok, *, extern: bool) -> None:
    @router.post("/afmelden")
    @actie("afmelden")
    async def sign_out(request: Request) -> Response:
        at_provider = await toegang.meld_af(wie(request), context(request, klok))
        answer = omleiding("/afgemeld" if extern and at_provider else "/")
        forget(answer)
        return answer

    @router.post("/afmelden/overal")
    @actie("afmelden")
    async def sign_out_everywhere(request: Request) -> Response:
        await toegang.meld_overal_af(wie(request).account, context(request, klok))
        answer = omleiding("/afgemeld" if extern else "/")
        forget(answer)
        return answer


def _add_explanation(router: APIRouter, naam: str) -> None:
    @router.get(f"/{naam}")
    @actie("uitleg.lezen")
    async def explain(request: Request) -> HTMLResponse:
        return pagina(request, f"{naam}.html")
