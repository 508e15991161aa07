"""Routes that demand a rule: `@actie` says which one, the route class enforces it before anything is parsed."""

from collections.abc import Callable, Coroutine, Iterable
from typing import Any, TypeVar

from fastapi import APIRouter
from fastapi.exceptions import RequestValidationError
from fastapi.routing import APIRoute, iter_route_contexts
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute

from shared.web.audit.opname import Opname
from shared.web.crowd import door_of
from shared.web.direct import direct, same_dependencies
from shared.web.guard import Guard, guard_api, guard_page
from shared.web.refusals import refusal
from shared.web.request import facilities, headers
from shared.web.toegang.acties import ACTIES
from shared.web.toegang.wie import wie

BROKEN_OFF = 499
"""How a request ended that was broken off before it was answered."""
Endpoint = TypeVar("Endpoint", bound=Callable[..., Any])
Handler = Callable[[Request], Coroutine[Any, Any, Response]]


def actie(naam: str) -> Callable[[Endpoint], Endpoint]:
    """Mark a route with the action of `ACTIES` that it is; an action that is not in the table is a mistake at once."""
    if naam not in ACTIES:
        raise LookupError(f"'{naam}' is not in shared/web/toegang/acties.py")

    def mark(endpoint: Endpoint) -> Endpoint:
        endpoint.__actie__ = naam  # type: ignore[attr-defined]
        return endpoint

    return mark


def limiet(naam: str, *, per_minuut: int) -> Callable[[Endpoint], Endpoint]:
    """Let one address do this `per_minuut` times a minute; who comes with a key or a session is not counted."""

    def mark(endpoint: Endpoint) -> Endpoint:
        endpoint.__limiet__ = (naam, per_minuut)  # type: ignore[attr-defined]
        return endpoint

    return mark


class _GuardedRoute(APIRoute):
    """A route with a guard in front of its handler. Without a mark nobody passes."""

    guard: Guard
    short: Handler | None = None
    """The guarded handler, where it needs nothing that FastAPI prepares."""

    def get_route_handler(self) -> Handler:
        handler, guard = direct(self) or super().get_route_handler(), self.guard
        naam, grens = getattr(self.endpoint, "__actie__", ""), getattr(self.endpoint, "__limiet__", None)

        async def answered(request: Request, opname: Opname) -> Response:
            await guard(request, naam, grens)
            await opname.begin()
            door, inside = door_of(request.method, request.scope["path"], headers(request)), facilities(request)
            known = wie(request).aangemeld
            with inside.crowd.place(door, naam, signed_in=known):
                async with inside.turnstiles.passage(request.method, naam, signed_in=known):
                    return await self.answer(handler, request)

        async def guarded(request: Request) -> Response:
            opname, status = Opname(facilities(request).toegang.audit, request, self.path, naam), BROKEN_OFF
            try:
                response = await answered(request, opname)
                status = response.status_code
            except Exception as exc:
                status = refusal(exc).status
                raise
            finally:
                opname.klaar(status)
            return response

        self.short = guarded if direct(self) else None
        return guarded

    async def answer(self, handler: Handler, request: Request) -> Response:
        """Let the handler answer."""
        return await handler(request)


class ApiRoute(_GuardedRoute):
    """A route of a service's API."""

    guard = staticmethod(guard_api)


class PageRoute(_GuardedRoute):
    """A route that answers with a page; a form that is sent to it must carry the session's token."""

    guard = staticmethod(guard_page)

    async def answer(self, handler: Handler, request: Request) -> Response:
        """Let the handler answer; an address that cannot exist is one that does not exist, and no faulty input."""
        try:
            return await handler(request)
        except RequestValidationError as fout:
            if request.method in {"GET", "HEAD"} and all(een["loc"][0] == "path" for een in fout.errors()):
                raise HTTPException(404) from fout
            raise


class _Router(APIRouter):
    """A router that takes up the routes of another as they are.

    FastAPI prepares each route again at every level at which its router is included: with three levels, half the time
    in which a service is built. Nothing is added on the way here, so there is nothing to prepare again.
    """

    def include_router(self, router: APIRouter, **options: Any) -> None:
        """Take up its routes, in this order."""
        if options:
            raise TypeError(f"a router is included as it is, without {', '.join(options)}")
        self.routes.extend(router.routes)


def api_router(**options: Any) -> APIRouter:
    """Give a router for `api.py`: paths below `/<dienst>/v1`."""
    return _Router(route_class=ApiRoute, redirect_slashes=False, **options)


def page_router(**options: Any) -> APIRouter:
    """Give a router for `paginas.py`: paths from the root, absent from the API's description."""
    return _Router(route_class=PageRoute, redirect_slashes=False, include_in_schema=False, **options)


def short_ways(routes: Iterable[BaseRoute]) -> dict[tuple[str, str], Handler]:
    """Give the handlers that can be called without matching and preparing, by method and fixed path."""
    return {
        (method, str(context.path)): context.original_route.short
        for context in iter_route_contexts(list(routes))
        if isinstance(context.original_route, _GuardedRoute)
        and context.original_route.short
        and "{" not in str(context.path)
        for method in context.original_route.methods or ()
    }


def ongemarkeerde_routes(routes: Iterable[BaseRoute]) -> list[str]:
    """Name every route that nobody gave a rule, that no guard stands before, or that hides dependencies from it."""
    return [
        str(route.path)
        for route in iter_route_contexts(list(routes))
        if not (_is_guarded(route.original_route) and same_dependencies(route))
    ]


def _is_guarded(route: BaseRoute) -> bool:
    return isinstance(route, _GuardedRoute) and getattr(route.endpoint, "__actie__", "") in ACTIES
